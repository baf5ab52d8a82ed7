import { sql } from 'kysely';
import type { ReportKind } from '../../domain/report/report-kind.js';
import type { ReportStage } from '../../domain/report/report-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** What reports are asked for; conditions hold together, and ids that name nothing match nothing. */
interface ReportsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly ReportKind[] | null;
  readonly stages?: readonly ReportStage[] | null;
  /** Periods that begin on this day or later. */
  readonly from?: string | null;
  /** Periods that begin before this day. */
  readonly to?: string | null;
}

const REPORTS = sqlFor
  .selectFrom('report as r')
  .select(
    columns(
      'r',
      'id',
      'estate_id',
      'kind',
      'stage',
      'from_day',
      'until_day',
      'due_at',
      'figures',
      'as_known_on',
      'summary',
      'problems',
      'measures',
      'suggestions',
      'drafted_at',
      'submitted_at',
      'submitted_by_id',
      'approved_at',
      'rounds',
      'version',
    ),
  );

function reportsInReach(ctx: RequestContext) {
  const reports = REPORTS.where('r.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'report.read', 'r.estate_id');
  return reach ? reports.where(reach) : reports;
}

/** Reports by id; null where the asker may not read them. */
export const reportById = (ctx: RequestContext) =>
  ctx.moment.once(reportById, () =>
    byId((ids) => ctx.moment.read(reportsInReach(ctx).where(sql<boolean>`r.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [
  { column: 'r.from_day', type: 'date', descending: true },
  { column: 'r.id', type: 'uuid', descending: true },
];

/** A page of the reports that the asker may read, the latest period first. */
export function reportsPage(ctx: RequestContext, wanted: ReportsWanted, args: PageArgs) {
  const { estateIds, kinds, stages, from, to } = wanted;
  let reports = reportsInReach(ctx);
  for (const condition of [
    among('r.estate_id', 'uuid', estateIds),
    among('r.kind', 'text', kinds),
    among('r.stage', 'text', stages),
    from == null ? null : sql<boolean>`r.from_day >= ${from}::date`,
    to == null ? null : sql<boolean>`r.from_day < ${to}::date`,
  ])
    if (condition) reports = reports.where(condition);
  return page(ctx.moment, reports, KEYS, args);
}

export type ReportRow = NonNullable<Awaited<ReturnType<ReturnType<typeof reportById>['load']>>>;
