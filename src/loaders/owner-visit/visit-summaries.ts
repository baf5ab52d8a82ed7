import { sql } from 'kysely';
import type { SummaryPeriod, SummaryStage } from '../../domain/owner-visit/visit-summary.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';

const SUMMARIES = sqlFor
  .selectFrom('visit_summary as s')
  .select(
    columns(
      's',
      'id',
      'estate_id',
      'period',
      'from_day',
      'stage',
      'author_id',
      'text',
      'visits',
      'households',
      'required',
      'items',
      'complaints',
      'answered',
      'satisfied',
      'submitted_at',
      'decided_at',
      'decided_by_id',
      'measures',
      'escalation',
      'version',
    ),
  );

/** The summaries that the asker may read; residents see none. */
function summariesInReach(ctx: RequestContext) {
  const summaries = SUMMARIES.where('s.company_id', '=', ctx.asker.companyId);
  const reach = reachOf(ctx, 'visit.read');
  return reach ? summaries.where(within('s.estate_id', reach)) : summaries;
}

/** Summaries by id; null where the asker may not read them. */
export const visitSummaryById = (ctx: RequestContext) =>
  ctx.moment.once(visitSummaryById, () =>
    byId((ids) => ctx.moment.read(summariesInReach(ctx).where(sql<boolean>`s.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [
  { column: 's.from_day', type: 'date', descending: true },
  { column: 's.id', type: 'uuid', descending: true },
];

/** Which summaries are asked for; conditions hold together. */
interface SummariesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly periods?: readonly SummaryPeriod[] | null;
  readonly stages?: readonly SummaryStage[] | null;
}

/** A page of summaries, the latest period first. */
export function visitSummariesPage(ctx: RequestContext, wanted: SummariesWanted, args: PageArgs) {
  let summaries = summariesInReach(ctx);
  for (const condition of [
    among('s.estate_id', 'uuid', wanted.estateIds),
    among('s.period', 'text', wanted.periods),
    among('s.stage', 'text', wanted.stages),
  ])
    if (condition) summaries = summaries.where(condition);
  return page(ctx.moment, summaries, KEYS, args);
}

export type VisitSummaryRow = NonNullable<Awaited<ReturnType<ReturnType<typeof visitSummaryById>['load']>>>;
