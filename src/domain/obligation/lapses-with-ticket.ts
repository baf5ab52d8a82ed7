import type { TicketPhase } from '../ticket/ticket-kind.js';
import type { TicketStage } from '../ticket/ticket-stage.js';
import type { ObligationKind } from './obligation-kind.js';

const AT_THE_END: readonly ObligationKind[] = ['CALLBACK', 'COMPLAINT_REPLY', 'DEVELOPER_PART'];

/**
 * What is no longer owed about a ticket as it stands: a callback before it is done or answered, and at its end; a promised
 * reply at its end; the developer's part once the work is done, or at the end. A closed complaint is still to be judged, one that was called off or explained away is not.
 * @rule D-06 @rule R-CMP-24
 */
export function lapsesWithTicket(ticket: {
  readonly phase: TicketPhase;
  readonly stage: TicketStage;
}): readonly ObligationKind[] {
  if (ticket.phase === 'RESOLVED') return ['DEVELOPER_PART'];
  if (ticket.phase === 'OPEN' || ticket.phase === 'IN_PROGRESS') return ['CALLBACK'];
  const judged = ticket.phase === 'CLOSED' && ticket.stage !== 'EXPLAINED';
  return judged ? AT_THE_END : [...AT_THE_END, 'JUDGEMENT'];
}
