import { invalidInput } from '../../domain/errors.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface RegradeRepair extends TicketStepInput {
  readonly urgency: Urgency;
  /** Why, for staff. */
  readonly reason: string;
}

/**
 * Gives a repair another urgency, with its reason: a downgrade bends the numbers, and is counted by who made it. What
 * turns out an emergency is told to Engineering at once. Needs `repair.regrade` on the estate.
 * @rule R-RPR-08 @rule D-27
 * @throws INVALID_INPUT when it has that urgency already
 * @throws RULE_REFUSED when somebody is on site, or the work is done
 */
export async function regradeRepair(ctx: CommandContext, input: RegradeRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'regrade', 'repair.regrade');
  const { urgency, reason } = input;
  const from = ticket.urgency ?? null;
  if (from === urgency) throw invalidInput('input.urgency', 'is its urgency already');
  ticket.urgency = urgency;
  if (urgency === 'ORDINARY') ticket.downgradedAt = at;
  const noteId = writeNote(ctx, ticket, { kind: 'DECISION', text: reason, at });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_REGRADED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { urgency, from, downgraded: urgency === 'ORDINARY', noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
