import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const FINDINGS = sqlFor
  .selectFrom('inspection_finding as f')
  .select(
    columns(
      'f',
      'id',
      'estate_id',
      'inspection_id',
      'item_id',
      'category',
      'problem',
      'repeated',
      'found_by_id',
      'found_at',
    ),
  );

function findingsInReach(ctx: RequestContext) {
  const findings = FINDINGS.where('f.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'inspection.read', 'f.estate_id');
  return reach ? findings.where(reach) : findings;
}

/** What inspections found to be wrong, by the inspection's id, the first finding first. @rule R-ESC-05 */
export const findingsOfInspection = (ctx: RequestContext) =>
  ctx.moment.once(findingsOfInspection, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          findingsInReach(ctx)
            .where(sql<boolean>`f.inspection_id = any(${[...ids]}::uuid[])`)
            .orderBy('f.id'),
        ),
      (row) => row.inspectionId,
    ),
  );

/** Findings by id; null where the asker may not read them. */
export const inspectionFindingById = (ctx: RequestContext) =>
  ctx.moment.once(inspectionFindingById, () =>
    byId((ids) => ctx.moment.read(findingsInReach(ctx).where(sql<boolean>`f.id = any(${ids}::uuid[])`))),
  );

export type InspectionFindingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof inspectionFindingById>['load']>>>;
