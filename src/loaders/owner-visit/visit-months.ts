import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';

const MONTHS = sqlFor
  .selectFrom('visit_month as m')
  .select(
    columns(
      'm',
      'id',
      'estate_id',
      'month',
      'households',
      'occupied',
      'percent',
      'required',
      'by_manager',
      'by_supervisor',
      'carried',
      'drawn',
      'drawn_at',
      'version',
    ),
  );

/** The months of the programme that the asker may read; residents see none. */
function monthsInReach(ctx: RequestContext) {
  const months = MONTHS.where('m.company_id', '=', ctx.asker.companyId);
  const reach = reachOf(ctx, 'visit.read');
  return reach ? months.where(within('m.estate_id', reach)) : months;
}

/** Months of the programme by id. */
export const visitMonthById = (ctx: RequestContext) =>
  ctx.moment.once(visitMonthById, () =>
    byId((ids) => ctx.moment.read(monthsInReach(ctx).where(sql<boolean>`m.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [
  { column: 'm.month', type: 'date', descending: true },
  { column: 'm.id', type: 'uuid', descending: true },
];

/** Which months are asked for; conditions hold together. */
interface MonthsWanted {
  readonly estateIds?: readonly string[] | null;
  /** From this month on, by any of its days. */
  readonly from?: string | null;
  /** Before this day. */
  readonly until?: string | null;
}

/** A page of months of the programme, the latest first. */
export function visitMonthsPage(ctx: RequestContext, { estateIds, from, until }: MonthsWanted, args: PageArgs) {
  let months = monthsInReach(ctx);
  const estates = among('m.estate_id', 'uuid', estateIds);
  if (estates) months = months.where(estates);
  if (from != null) months = months.where(sql<boolean>`m.month >= date_trunc('month', ${from}::date)::date`);
  if (until != null) months = months.where(sql<boolean>`m.month < ${until}::date`);
  return page(ctx.moment, months, KEYS, args);
}

export type VisitMonthRow = NonNullable<Awaited<ReturnType<ReturnType<typeof visitMonthById>['load']>>>;
