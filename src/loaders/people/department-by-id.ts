import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Departments by id; null where the asker may not read them. */
export const departmentById = (ctx: RequestContext) =>
  ctx.moment.once(departmentById, () =>
    byId((ids) => {
      const found = selectDepartments(ctx).where(sql<boolean>`d.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'department.read', 'd.estate_id', true);
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The columns of departments that views need, of the asker's company. */
export const selectDepartments = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('department as d')
    .select(columns('d', 'id', 'estate_id', 'code', 'name', 'head_id', 'deputy_id', 'version'))
    .where('d.company_id', '=', ctx.asker.companyId);

export type DepartmentRow = NonNullable<Awaited<ReturnType<ReturnType<typeof departmentById>['load']>>>;
