import { invalidInput, notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import { Customer } from '../../../entities/people/customer.entity.js';
import { Occupancy } from '../../../entities/people/occupancy.entity.js';
import { Unit } from '../../../entities/place/unit.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Whom and what a ticket concerns. */
interface Concern {
  readonly unitId: string | null;
  readonly customerId: string | null;
  /** Its resident sees the ticket; null: staff only. @rule D-30 */
  readonly occupancyId: string | null;
}

interface Wanted {
  readonly estateId: string;
  readonly unitId: string | null;
  readonly customerId: string | null;
  /** The local day of the report, `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * Whom and what a report by staff concerns. The occupancy is the named customer's of the named unit on that day. A
 * report without a customer belongs to nobody's occupancy, even where the unit is known: who lives there may be
 * somebody else than who called.
 * @rule D-30
 * @throws NOT_FOUND when unit or customer do not lie in the estate
 */
export async function concernOfReport(ctx: CommandContext, wanted: Wanted): Promise<Concern> {
  const { estateId, unitId, customerId, day } = wanted;
  const [, , occupancyId] = await Promise.all([
    unitId !== null && assertUnit(ctx, unitId, estateId),
    customerId !== null && assertCustomer(ctx, customerId, estateId),
    unitId !== null && customerId !== null && isId(unitId) && isId(customerId)
      ? occupancyOf(ctx, { unitId, customerId, from: day, until: day })
      : null,
  ]);
  return { unitId, customerId, occupancyId };
}

/**
 * What a resident's report concerns: a unit that the resident holds today and held on the day of the report.
 * @rule D-30
 * @throws INVALID_INPUT without a unit
 * @throws NOT_FOUND when the unit is not the resident's, or another customer is named
 */
export async function concernOfResident(
  ctx: CommandContext,
  wanted: Wanted & { readonly today: string },
): Promise<Concern> {
  const { unitId, estateId, day, today } = wanted;
  const customerId = ctx.principal.subjectId;
  if (unitId === null) throw invalidInput('input.unitId', 'a resident reports for a unit');
  if (wanted.customerId !== null && wanted.customerId !== customerId) throw notFound('customer');
  await assertUnit(ctx, unitId, estateId);
  const occupancyId = await occupancyOf(ctx, { unitId, customerId, from: day, until: today });
  if (occupancyId === null) throw notFound('unit');
  return { unitId, customerId, occupancyId };
}

async function assertUnit(ctx: CommandContext, id: string, estateId: string): Promise<void> {
  const unit = isId(id) ? await ctx.em.findOne(Unit, { companyId: ctx.companyId, id, estateId }) : null;
  if (!unit) throw notFound('unit');
}

async function assertCustomer(ctx: CommandContext, id: string, estateId: string): Promise<void> {
  const customer = isId(id) ? await ctx.em.findOne(Customer, { companyId: ctx.companyId, id, estateId }) : null;
  if (!customer) throw notFound('customer');
}

/** The customer's occupancy of the unit that covers the days from `from` to `until`, both included. */
async function occupancyOf(
  ctx: CommandContext,
  of: { readonly unitId: string; readonly customerId: string; readonly from: string; readonly until: string },
): Promise<string | null> {
  const [occupancy] = await ctx.em.find(
    Occupancy,
    {
      companyId: ctx.companyId,
      unitId: of.unitId,
      customerId: of.customerId,
      fromDay: { $lte: of.from },
      $or: [{ untilDay: null }, { untilDay: { $gt: of.until } }],
    },
    { orderBy: { fromDay: 'desc', id: 'asc' }, limit: 1 },
  );
  return occupancy?.id ?? null;
}
