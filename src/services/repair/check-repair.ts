import { notFound, ruleRefused } from '../../domain/errors.js';
import { assertFinding, stateOfCheck, type CheckAnswers } from '../../domain/repair/spot-check.js';
import { assertOwnWork } from '../../domain/ticket/merging.js';
import { newId } from '../../entities/new-id.js';
import { RepairCheck } from '../../entities/repair/repair-check.entity.js';
import { RepairDay } from '../../entities/repair/repair-day.entity.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeTicketStep, type TicketStepInput, type TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { didTheWork } from '../ticket/steps/workers.js';
import { holdRepairDay } from './steps/hold-repair-day.js';

interface CheckRepair extends TicketStepInput, CheckAnswers {
  readonly finding?: string | null;
}

/**
 * Records what a spot-check of a finished order found: one that was drawn, or one that the checker has chosen. Said again,
 * the later word holds. Needs `repair.check` on the estate.
 * @rule R-RPR-19 @rule R-ORG-68
 * @throws NOT_FOUND when the fence does not show the ticket, or it is no repair
 * @throws INVALID_INPUT when a fault is found and nobody says which
 * @throws RULE_REFUSED R-RPR-19 before the work is done, R-ORG-68 for whoever did it, R-DSP-03 where it was done on the order that
 * this one has joined
 */
export async function checkRepair(ctx: CommandContext, input: CheckRepair): Promise<TicketStepResult> {
  const { companyId, em } = ctx;
  const ticket = await takeTicketStep(ctx, input, 'repair.check');
  if (ticket.kind !== 'REPAIR') throw notFound('repair');
  assertOwnWork(ticket);
  const { complete, accurate, arrivedAsRequired, finding = null } = input;
  const answers = { complete, accurate, arrivedAsRequired };
  assertFinding(answers, finding);
  const { id: ticketId, estateId, completedAt, stage } = ticket;
  if (completedAt == null) throw ruleRefused('R-RPR-19', 'An order is checked once its work is done.', { stage });
  if (await didTheWork(ctx, ticket, ctx.principal.subjectId))
    throw ruleRefused('R-ORG-68', 'Nobody checks the own work.', { ticketId });
  const at = ctx.occurredAt(input.occurredAt);
  const found = {
    ...answers,
    finding,
    state: stateOfCheck(answers),
    checkedBy: ctx.principal.subjectId,
    checkedAt: at,
  };
  const day = await dayAt(ctx, estateId, at);
  await holdRepairDay(ctx, estateId, day);
  const counted = await em.findOne(RepairDay, { companyId, estateId, day });
  if (counted) ctx.touched.push({ subject: 'repairDay', ids: [counted.id] });
  const before = await em.findOne(RepairCheck, { companyId, ticketId });
  const again = before?.checkedAt != null;
  const firstCheckedAt = before?.firstCheckedAt ?? at;
  if (before) Object.assign(before, found, { firstCheckedAt, version: before.version + 1 });
  else
    em.create(RepairCheck, {
      ...found,
      firstCheckedAt,
      companyId,
      id: newId(),
      estateId,
      ticketId,
      day,
      drawn: false,
      version: 1,
    });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_CHECKED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { ...answers, drawn: before?.drawn ?? false, again },
  });
  return { ticketId, version: ticket.version };
}
