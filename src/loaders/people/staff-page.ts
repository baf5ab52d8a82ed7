import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';
import { selectStaff } from './staff-by-id.js';

/** What staff are asked for; conditions hold together. */
interface StaffWanted {
  readonly estateIds?: readonly string[] | null;
  readonly departmentId?: string | null;
}

const KEYS = [
  { column: 's.display_name', type: 'text' },
  { column: 's.id', type: 'uuid' },
] as const;

/** A page of the staff whom the asker may see, by name: of the asker's estates, and who belongs to no single estate. */
export function staffPage(ctx: RequestContext, wanted: StaffWanted, args: PageArgs) {
  let query = selectStaff(ctx);
  const reach = inReach(ctx, 'staff.read', 's.estate_id', true);
  if (reach) query = query.where(reach);
  if (wanted.estateIds) {
    const within = wantedEstates(ctx, 'staff.read', wanted.estateIds) ?? [];
    query = query.where(sql<boolean>`s.estate_id = any(${within}::uuid[])`);
  }
  if (wanted.departmentId != null)
    query = query.where(
      sql<boolean>`s.department_id = ${isId(wanted.departmentId) ? wanted.departmentId : null}::uuid`,
    );
  return page(ctx.moment, query, KEYS, args);
}
