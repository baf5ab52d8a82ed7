import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';

const DAYS = sqlFor
  .selectFrom('repair_day as d')
  .select(columns('d', 'id', 'estate_id', 'day', 'reported', 'completed', 'open', 'without_consent', 'counted_at'));

const KEYS: readonly SortKey[] = [
  { column: 'd.day', type: 'date', descending: true },
  { column: 'd.id', type: 'uuid', descending: true },
];

/** Days with tickets in the asker's reach. */
function daysInReach(ctx: RequestContext) {
  const reach = reachOf(ctx, 'ticket.read');
  const days = DAYS.where('d.company_id', '=', ctx.asker.companyId);
  return reach ? days.where(within('d.estate_id', reach)) : days;
}

/** Counted days by id; null where the asker may not read them. */
export const repairDayById = (ctx: RequestContext) =>
  ctx.moment.once(repairDayById, () =>
    byId((ids) => ctx.moment.read(daysInReach(ctx).where(sql<boolean>`d.id = any(${ids}::uuid[])`))),
  );

/** Which days are asked for; conditions hold together. */
export interface RepairDaysWanted {
  readonly estateIds?: readonly string[] | null;
  /** The first day. */
  readonly from?: string | null;
  /** The first day that no longer counts. */
  readonly until?: string | null;
}

/** A page of counted days that the asker may read, the latest first. */
export function repairDaysPage(ctx: RequestContext, { estateIds, from, until }: RepairDaysWanted, args: PageArgs) {
  const estates = among('d.estate_id', 'uuid', estateIds);
  let days = daysInReach(ctx);
  if (estates) days = days.where(estates);
  if (from != null) days = days.where(sql<boolean>`d.day >= ${from}::date`);
  if (until != null) days = days.where(sql<boolean>`d.day < ${until}::date`);
  return page(ctx.moment, days, KEYS, args);
}

export type RepairDayRow = NonNullable<Awaited<ReturnType<ReturnType<typeof repairDayById>['load']>>>;
