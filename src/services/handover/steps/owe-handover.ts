import { handoverDue } from '../../../domain/handover/handover-due.js';
import { Obligation } from '../../../entities/obligation/obligation.entity.js';
import { calendarOf, deskHoursOf } from '../../calendar/steps/calendar-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { holdShift } from './shift-of.js';

/** By when the shift that now runs on an estate is on a sheet; null where the desk never closes. @rule R-CSH-01 */
export async function shiftDue(ctx: CommandContext, estateId: string): Promise<Date | null> {
  const now = ctx.clock.now();
  return handoverDue(now, await deskHoursOf(ctx, estateId, now), await calendarOf(ctx, estateId, now));
}

/**
 * Has the cashier who has just taken money owe the sheet of the shift, unless that is owed already.
 * @rule R-CSH-01 @rule D-20
 */
export async function oweHandover(ctx: CommandContext, estateId: string): Promise<void> {
  const { principal } = ctx;
  if (principal.kind !== 'STAFF') return;
  const now = ctx.clock.now();
  const ownerId = principal.subjectId;
  await holdShift(ctx, { estateId, cashierId: ownerId });
  const key = { companyId: ctx.companyId, kind: 'CASH_HANDOVER', subjectId: estateId, ownerId, state: 'OPEN' } as const;
  if (await ctx.em.findOne(Obligation, { ...key, dueAt: { $gt: now } })) return;
  const dueAt = await shiftDue(ctx, estateId);
  if (!dueAt) return;
  owe(ctx, { kind: 'CASH_HANDOVER', estateId, subjectKind: 'ESTATE', subjectId: estateId, owner: { ownerId }, dueAt });
}
