import { invalidInput, ruleRefused } from '../../domain/errors.js';
import type { Responsibility } from '../../domain/ticket/responsibility.js';
import { Unit } from '../../entities/place/unit.entity.js';
import type { Ticket } from '../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { standingQuotation } from '../quotation/steps/standing.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface DecideResponsibility extends TicketStepInput {
  readonly responsibility: Responsibility;
  /** Why, for staff. */
  readonly reason: string;
}

/**
 * Says who answers and pays for a repair, with its reason; what was decided before stands in the timeline. What the
 * customer has agreed to pay is not taken over by somebody else in silence. Needs `repair.responsibility` on the estate.
 * @rule D-05 @rule R-DSP-13
 * @throws INVALID_INPUT when it is decided so already
 * @throws RULE_REFUSED once the order is signed, and R-DSP-13 while a quotation stands that the customer has accepted
 */
export async function decideResponsibility(
  ctx: CommandContext,
  input: DecideResponsibility,
): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'decideResponsibility', 'repair.responsibility');
  const { responsibility, reason } = input;
  const from = ticket.responsibility ?? null;
  if (from === responsibility) throw invalidInput('input.responsibility', 'is decided so already');
  if (responsibility !== 'OWNER_PAYS') {
    const quotation = await standingQuotation(ctx, ticket.id);
    if (quotation?.state === 'ACCEPTED')
      throw ruleRefused('R-DSP-13', 'The customer has agreed to pay: a new quotation comes first.', {
        quotationId: quotation.id,
      });
    if (quotation) quotation.state = 'SUPERSEDED';
  }
  ticket.responsibility = responsibility;
  if (responsibility !== 'DEVELOPER_WARRANTY' && ticket.developerDueAt != null) {
    ticket.developerDueAt = null;
    lapse(ctx, await owedFor(ctx, ['DEVELOPER_PART'], ticket.id), ctx.clock.now());
  }
  const noteId = writeNote(ctx, ticket, { kind: 'DECISION', text: reason, at });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_RESPONSIBILITY_DECIDED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { responsibility, from, noteId, deliveredOn: await deliveryOf(ctx, ticket) },
  });
  return { ticketId: ticket.id, version: ticket.version };
}

/** The day from which the developer's warranty of the unit runs; null where there is no unit, or nobody has said. @rule D-05 */
async function deliveryOf({ em, companyId }: CommandContext, { unitId }: Ticket): Promise<string | null> {
  const unit = unitId == null ? null : await em.findOne(Unit, { companyId, id: unitId });
  return unit?.deliveredOn ?? null;
}
