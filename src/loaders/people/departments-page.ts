import { sql } from 'kysely';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';
import { selectDepartments } from './department-by-id.js';

const KEYS = [
  { column: 'd.code', type: 'text' },
  { column: 'd.id', type: 'uuid' },
] as const;

/** A page of the departments that the asker may see, by code: of the asker's estates, and the company's own. */
export function departmentsPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  let query = selectDepartments(ctx);
  const reach = inReach(ctx, 'department.read', 'd.estate_id', true);
  if (reach) query = query.where(reach);
  if (estateIds) {
    const within = wantedEstates(ctx, 'department.read', estateIds) ?? [];
    query = query.where(sql<boolean>`d.estate_id = any(${within}::uuid[])`);
  }
  return page(ctx.moment, query, KEYS, args);
}
