import type { UnfinishedOutcome } from '../../domain/ticket/visit-outcome.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { endVisit } from './steps/visits.js';
import { writeNote } from './steps/write-note.js';

interface CarryOverRepair extends TicketStepInput {
  readonly outcome: UnfinishedOutcome;
  /** What is still to be done, for staff. */
  readonly reason: string;
}

/**
 * Ends a visit whose work is not done: how it ended, and what is still to be done. The order waits for another time or
 * another visit, and the customer is told. Needs `repair.complete` on the estate.
 * @rule R-RPR-16 @rule D-05
 * @throws RULE_REFUSED unless somebody is on site
 * @throws INVALID_INPUT when the end lies before the arrival
 */
export async function carryOverRepair(ctx: CommandContext, input: CarryOverRepair): Promise<TicketStepResult> {
  const { ticket, at: end } = await takeRepairStep(ctx, input, 'carryOver', 'repair.complete');
  const { outcome, reason } = input;
  const at = await endVisit(ctx, ticket, outcome, end, input.occurredAt != null);
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text: reason, at });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_CARRIED_OVER',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { outcome, visits: ticket.visits, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
