import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface RefuseRepair extends TicketStepInput {
  /** Why, for staff. */
  readonly reason: string;
}

/**
 * Gives an order that was accepted back to Engineering, which is told of it anew; its clocks go on. Needs `repair.accept`
 * on the estate.
 * @rule R-RPR-02 @rule D-19
 * @throws RULE_REFUSED unless it is ACCEPTED or SCHEDULED
 */
export async function refuseRepair(ctx: CommandContext, input: RefuseRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'refuse', 'repair.accept');
  const technicianId = ticket.assigneeId ?? null;
  ticket.assigneeId = null;
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text: input.reason, at });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_REFUSED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { technicianId, urgency: ticket.urgency ?? null, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
