import type { CommandContext } from '../command/command-context.js';
import { assertEngineer } from './steps/engineer.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/** Who takes the order on. */
interface AcceptRepair extends TicketStepInput {
  /** The technician; absent, whoever accepts. */
  readonly technicianId?: string | null;
}

/**
 * Takes a forwarded repair on, for oneself or for a named member of Engineering; of an order that was given back, the
 * first acceptance stands. Needs `repair.accept` on the estate.
 * @rule R-RPR-05 @rule R-RPR-02 @rule D-19
 * @throws NOT_FOUND when the named member of staff is not seen
 * @throws RULE_REFUSED unless it is FORWARDED, and when the named one holds no Engineering role on the estate
 */
export async function acceptRepair(ctx: CommandContext, input: AcceptRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'accept', 'repair.accept');
  const technicianId = input.technicianId ?? ctx.principal.subjectId;
  if (input.technicianId != null) await assertEngineer(ctx, technicianId, ticket.estateId);
  ticket.acceptedAt ??= at;
  ticket.assigneeId = technicianId;
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_ACCEPTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { technicianId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
