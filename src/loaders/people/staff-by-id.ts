import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { idsInReach, within, type IdsInReach } from '../reach.js';

/** Members of staff by id, unmasked: the resolver masks. Null where the asker may not read them. */
export const staffById = (ctx: RequestContext) =>
  ctx.moment.once(staffById, () =>
    byId((ids) => {
      const held = ctx.asker.actions.has('staff.read');
      return ctx.moment.read(FIND({ ...idsInReach(ctx, ids, 'staff.read'), ofCompany: held || null }));
    }),
  );

/** The columns of staff that views need, of the asker's company. */
export const selectStaff = (ctx: RequestContext) => STAFF.where('s.company_id', '=', ctx.asker.companyId);

const STAFF = sqlFor
  .selectFrom('staff as s')
  .select(columns('s', 'id', 'estate_id', 'department_id', 'display_name', 'phone', 'ended_at', 'version'));

const FIND = shaped(({ companyId, ids, reach, ofCompany }: IdsInReach & { readonly ofCompany: true | null }) => {
  const found = STAFF.where('s.company_id', '=', companyId).where(sql<boolean>`s.id = any(${ids}::uuid[])`);
  if (!reach) return found;
  const inside = within('s.estate_id', reach);
  return found.where(ofCompany ? sql<boolean>`(s.estate_id is null or ${inside})` : inside);
});

export type StaffRow = NonNullable<Awaited<ReturnType<ReturnType<typeof staffById>['load']>>>;
