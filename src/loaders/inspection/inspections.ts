import { sql } from 'kysely';
import type { InspectionKind } from '../../domain/inspection/inspection-kind.js';
import type { InspectionStage } from '../../domain/inspection/inspection-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** What inspections are asked for; conditions hold together, and ids that name nothing match nothing. */
interface InspectionsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly roundId?: string | null;
  readonly kinds?: readonly InspectionKind[] | null;
  readonly stages?: readonly InspectionStage[] | null;
}

const INSPECTIONS = sqlFor
  .selectFrom('inspection as i')
  .select(
    columns(
      'i',
      'id',
      'estate_id',
      'round_id',
      'kind',
      'stage',
      'period_from',
      'period_to',
      'seed',
      'strata',
      'on_day',
      'announced',
      'planned_by_id',
      'planned_at',
      'published_by_id',
      'published_at',
      'checked',
      'judged',
      'passed',
      'callbacks_asked',
      'false_callbacks',
      'closures_asked',
      'false_closures',
      'version',
    ),
  );

/** The inspections that the asker may read; before publication only whoever may carry them out, by the fence itself too. */
function inspectionsInReach(ctx: RequestContext) {
  const inspections = INSPECTIONS.where('i.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'inspection.read', 'i.estate_id');
  const conducts = inReach(ctx, 'inspection.conduct', 'i.estate_id');
  const found = reach ? inspections.where(reach) : inspections;
  return conducts ? found.where(sql<boolean>`(i.is_open or ${conducts})`) : found;
}

/** Inspections by id; null where the asker may not read them. */
export const inspectionById = (ctx: RequestContext) =>
  ctx.moment.once(inspectionById, () =>
    byId((ids) => ctx.moment.read(inspectionsInReach(ctx).where(sql<boolean>`i.id = any(${ids}::uuid[])`))),
  );

/** The inspections that the asker may read, by the id of their round, the first planned first. */
export const inspectionsOfRound = (ctx: RequestContext) =>
  ctx.moment.once(inspectionsOfRound, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          inspectionsInReach(ctx)
            .where(sql<boolean>`i.round_id = any(${[...ids]}::uuid[])`)
            .orderBy('i.id'),
        ),
      (row) => row.roundId,
    ),
  );

const KEYS: readonly SortKey[] = [{ column: 'i.id', type: 'uuid', descending: true }];

/** A page of the inspections that the asker may read, the latest planned first. */
export function inspectionsPage(ctx: RequestContext, wanted: InspectionsWanted, args: PageArgs) {
  let inspections = inspectionsInReach(ctx);
  for (const condition of [
    among('i.estate_id', 'uuid', wanted.estateIds),
    among('i.round_id', 'uuid', wanted.roundId == null ? null : [wanted.roundId]),
    among('i.kind', 'text', wanted.kinds),
    among('i.stage', 'text', wanted.stages),
  ])
    if (condition) inspections = inspections.where(condition);
  return page(ctx.moment, inspections, KEYS, args);
}

export type InspectionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof inspectionById>['load']>>>;
