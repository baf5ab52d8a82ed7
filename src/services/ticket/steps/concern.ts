import { sql } from 'kysely';
import { invalidInput, notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import { shaped } from '../../../tenancy/read/shaped.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** Whom and what a ticket concerns. */
interface Concern {
  readonly unitId: string | null;
  readonly customerId: string | null;
  /** Its resident sees the ticket; null: staff only. @rule D-30 */
  readonly occupancyId: string | null;
}

/** What a report names. */
interface Named {
  readonly estateId: string;
  readonly unitId: string | null;
  readonly customerId: string | null;
}

/** What of it lies in the estate; false also for what is not named. */
interface There {
  readonly unit: boolean;
  readonly customer: boolean;
}

interface Wanted extends Named {
  readonly there: There;
  /** The local day of the report, `YYYY-MM-DD`. */
  readonly day: string;
}

/** Looks up, both at once, whether unit and customer lie in the estate and are seen. */
export async function lookUpNamed(ctx: CommandContext, { estateId, unitId, customerId }: Named): Promise<There> {
  const { companyId } = ctx;
  const [units, customers] = await Promise.all([
    unitId !== null && isId(unitId) ? ctx.read(UNIT({ companyId, estateId, id: unitId })) : [],
    customerId !== null && isId(customerId) ? ctx.read(CUSTOMER({ companyId, estateId, id: customerId })) : [],
  ]);
  return { unit: units.length > 0, customer: customers.length > 0 };
}

/**
 * Whom and what a report by staff concerns. The occupancy is the named customer's of the named unit on that day. A
 * report without a customer belongs to nobody's occupancy, even where the unit is known: who lives there may be
 * somebody else than who called.
 * @rule D-30
 * @throws NOT_FOUND when unit or customer do not lie in the estate
 */
export async function concernOfReport(ctx: CommandContext, wanted: Wanted): Promise<Concern> {
  const { there, unitId, customerId, day } = wanted;
  if (unitId !== null && !there.unit) throw notFound('unit');
  if (customerId !== null && !there.customer) throw notFound('customer');
  const occupancyId =
    unitId !== null && customerId !== null
      ? await occupancyOf(ctx, { unitId, customerId, from: day, until: day })
      : null;
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
  const { unitId, there, day, today } = wanted;
  const customerId = ctx.principal.subjectId;
  if (unitId === null) throw invalidInput('input.unitId', 'a resident reports for a unit');
  if (wanted.customerId !== null && wanted.customerId !== customerId) throw notFound('customer');
  if (!there.unit) throw notFound('unit');
  const occupancyId = await occupancyOf(ctx, { unitId, customerId, from: day, until: today });
  if (occupancyId === null) throw notFound('unit');
  return { unitId, customerId, occupancyId };
}

/** The customer's occupancy of the unit that covers the days from `from` to `until`, both included. */
async function occupancyOf(
  ctx: CommandContext,
  of: { readonly unitId: string; readonly customerId: string; readonly from: string; readonly until: string },
): Promise<string | null> {
  const [occupancy] = await ctx.read(OCCUPANCY({ companyId: ctx.companyId, ...of }));
  return occupancy?.id ?? null;
}

interface InEstate {
  readonly companyId: string;
  readonly estateId: string;
  readonly id: string;
}

const UNIT = shaped(({ companyId, estateId, id }: InEstate) =>
  sqlFor
    .selectFrom('unit as u')
    .select('u.id')
    .where('u.company_id', '=', companyId)
    .where('u.estate_id', '=', estateId)
    .where('u.id', '=', id),
);

const CUSTOMER = shaped(({ companyId, estateId, id }: InEstate) =>
  sqlFor
    .selectFrom('customer as c')
    .select('c.id')
    .where('c.company_id', '=', companyId)
    .where('c.estate_id', '=', estateId)
    .where('c.id', '=', id),
);

interface OccupancyWanted {
  readonly companyId: string;
  readonly unitId: string;
  readonly customerId: string;
  readonly from: string;
  readonly until: string;
}

const OCCUPANCY = shaped(({ companyId, unitId, customerId, from, until }: OccupancyWanted) =>
  sqlFor
    .selectFrom('occupancy as o')
    .select('o.id')
    .where('o.company_id', '=', companyId)
    .where('o.unit_id', '=', unitId)
    .where('o.customer_id', '=', customerId)
    .where('o.from_day', '<=', from)
    .where(sql<boolean>`(o.until_day is null or o.until_day > ${until})`)
    .orderBy('o.from_day', 'desc')
    .orderBy('o.id')
    .limit(1),
);
