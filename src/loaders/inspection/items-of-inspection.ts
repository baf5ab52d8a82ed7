import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';

const ITEMS = sqlFor
  .selectFrom('inspection_item as t')
  .select(
    columns(
      't',
      'id',
      'inspection_id',
      'position',
      'kind',
      'stratum',
      'subject_id',
      'point',
      'called_back',
      'outcome',
      'happened',
      'solved',
      'note',
      'checked_by_id',
      'checked_at',
      'version',
    ),
  );

/** What inspections look at, by the inspection's id, in its order: of those that the asker has been shown. */
export const itemsOfInspection = (ctx: RequestContext) =>
  ctx.moment.once(itemsOfInspection, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          ITEMS.where('t.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`t.inspection_id = any(${[...ids]}::uuid[])`)
            .orderBy('t.position'),
        ),
      (row) => row.inspectionId,
    ),
  );

export type InspectionItemRow = Awaited<ReturnType<ReturnType<typeof itemsOfInspection>['load']>>[number];
