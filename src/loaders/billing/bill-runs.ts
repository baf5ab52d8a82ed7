import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

const RUNS = sqlFor
  .selectFrom('bill_run as r')
  .select(
    columns(
      'r',
      'id',
      'estate_id',
      'from_month',
      'months',
      'tariff_codes',
      'stage',
      'units_total',
      'units_done',
      'lines',
      'amount_minor',
      'currency',
      'skipped',
      'started_by',
      'started_at',
      'finished_at',
      'version',
    ),
  );

/** Bill runs by id; null where the asker may not read them. */
export const billRunById = (ctx: RequestContext) =>
  ctx.moment.once(billRunById, () =>
    byId((ids) => {
      const runs = RUNS.where('r.company_id', '=', ctx.asker.companyId).where(sql<boolean>`r.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'fee.bill', 'r.estate_id');
      return ctx.moment.read(reach ? runs.where(reach) : runs);
    }),
  );

const RUN_KEYS: readonly SortKey[] = [{ column: 'r.id', type: 'uuid', descending: true }];

/** A page of the bill runs of estates, the latest first. @throws FORBIDDEN without `fee.bill` */
export function billRunsPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  let runs = RUNS.where('r.company_id', '=', ctx.asker.companyId);
  const within = wantedEstates(ctx, 'fee.bill', estateIds);
  if (within) runs = runs.where(sql<boolean>`r.estate_id = any(${within}::uuid[])`);
  return page(ctx.moment, runs, RUN_KEYS, args);
}

const SKIP_KEYS: readonly SortKey[] = [
  { column: 's.unit_id', type: 'uuid' },
  { column: 's.tariff_code', type: 'text' },
  { column: 's.month', type: 'date' },
];

/** A page of what a run that the asker has found has skipped, by unit; of one unit where it is named. */
export function skipsOfRun(ctx: RequestContext, runId: string, unitId: string | null | undefined, args: PageArgs) {
  let skips = sqlFor
    .selectFrom('bill_skip as s')
    .select(columns('s', 'unit_id', 'tariff_code', 'month', 'reason'))
    .where('s.company_id', '=', ctx.asker.companyId)
    .where('s.run_id', '=', runId);
  if (unitId != null) skips = skips.where(sql<boolean>`s.unit_id = ${isId(unitId) ? unitId : null}::uuid`);
  return page(ctx.moment, skips, SKIP_KEYS, args);
}

export type BillRunRow = NonNullable<Awaited<ReturnType<ReturnType<typeof billRunById>['load']>>>;
export type BillSkipRow = Awaited<ReturnType<typeof skipsOfRun>>['nodes'][number];
