import type { TicketPhase } from '../ticket/ticket-kind.js';
import type { TicketStage } from '../ticket/ticket-stage.js';
import type { ObligationKind } from './obligation-kind.js';

/**
 * What is no longer owed about a ticket as it stands: a callback before it is done or answered, and at its end; a promised
 * reply at its end. A closed complaint is still to be judged, one that was called off or explained away is not.
 * @rule D-06 @rule R-CMP-24
 */
export function lapsesWithTicket(ticket: {
  readonly phase: TicketPhase;
  readonly stage: TicketStage;
}): readonly ObligationKind[] {
  if (ticket.phase === 'RESOLVED') return [];
  if (ticket.phase === 'OPEN' || ticket.phase === 'IN_PROGRESS') return ['CALLBACK'];
  const judged = ticket.phase === 'CLOSED' && ticket.stage !== 'EXPLAINED';
  return judged ? ['CALLBACK', 'COMPLAINT_REPLY'] : ['CALLBACK', 'COMPLAINT_REPLY', 'JUDGEMENT'];
}
