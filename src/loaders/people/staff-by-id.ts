import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Members of staff by id, unmasked: the resolver masks. Null where the asker may not read them. */
export const staffById = (ctx: RequestContext) =>
  ctx.moment.once(staffById, () =>
    byId((ids) => {
      const found = selectStaff(ctx).where(sql<boolean>`s.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'staff.read', 's.estate_id', true);
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The columns of staff that views need, of the asker's company. */
export const selectStaff = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('staff as s')
    .select(columns('s', 'id', 'estate_id', 'department_id', 'display_name', 'phone', 'version'))
    .where('s.company_id', '=', ctx.asker.companyId);

export type StaffRow = NonNullable<Awaited<ReturnType<ReturnType<typeof staffById>['load']>>>;
