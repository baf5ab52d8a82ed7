import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

const RUNS = sqlFor
  .selectFrom('payment_notice_run as r')
  .select(
    columns(
      'r',
      'id',
      'estate_id',
      'month',
      'grouping',
      'with_arrears',
      'stage',
      'payers_done',
      'notices',
      'amount_minor',
      'currency',
      'started_by',
      'started_at',
      'finished_at',
      'version',
    ),
  );

/** Drawings of notices by id; null where the asker may not read them. */
export const noticeRunById = (ctx: RequestContext) =>
  ctx.moment.once(noticeRunById, () =>
    byId((ids) => {
      const runs = RUNS.where('r.company_id', '=', ctx.asker.companyId).where(sql<boolean>`r.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'fee.read', 'r.estate_id');
      return ctx.moment.read(reach ? runs.where(reach) : runs);
    }),
  );

const RUN_KEYS: readonly SortKey[] = [{ column: 'r.id', type: 'uuid', descending: true }];

/** A page of the drawings of notices of estates, the latest first. @throws FORBIDDEN without `fee.read` */
export function noticeRunsPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  let runs = RUNS.where('r.company_id', '=', ctx.asker.companyId);
  const within = wantedEstates(ctx, 'fee.read', estateIds);
  if (within) runs = runs.where(sql<boolean>`r.estate_id = any(${within}::uuid[])`);
  return page(ctx.moment, runs, RUN_KEYS, args);
}

/** How the notices of a run stand; those that were replaced or withdrawn are counted apart and nowhere else. */
interface NoticeCounts {
  readonly id: string;
  readonly toSeal: number;
  readonly toBring: number;
  readonly delivered: number;
  readonly refused: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly ended: number;
}

/** The counts of runs that the asker has found, in one statement. @rule R-FEE-03 */
export const noticeCountsOf = (ctx: RequestContext) =>
  ctx.moment.once(noticeCountsOf, () =>
    byId((ids) =>
      ctx.moment.read(
        sql<NoticeCounts>`
          select n.run_id as id, (count(*) filter (where n.state = 'DRAWN'))::int as "toSeal",
                 (count(*) filter (where n.state in ('DRAWN', 'SEALED')))::int as "toBring",
                 (count(*) filter (where n.state = 'DELIVERED'))::int as delivered,
                 (count(*) filter (where n.state = 'REFUSED'))::int as refused,
                 (count(*) filter (where n.ended_at is null and n.timing = 'EARLY'))::int as early,
                 (count(*) filter (where n.ended_at is null and n.timing = 'ON_TIME'))::int as "onTime",
                 (count(*) filter (where n.ended_at is null and n.timing = 'LATE'))::int as late,
                 (count(*) filter (where n.ended_at is not null))::int as ended
            from payment_notice n
           where n.company_id = ${ctx.asker.companyId} and n.run_id = any(${ids}::uuid[])
           group by n.run_id`.compile(sqlFor),
      ),
    ),
  );

export type NoticeRunRow = NonNullable<Awaited<ReturnType<ReturnType<typeof noticeRunById>['load']>>>;
