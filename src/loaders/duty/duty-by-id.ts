import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Duties by id; null where the asker may not read them. */
export const dutyById = (ctx: RequestContext) =>
  ctx.moment.once(dutyById, () =>
    byId((ids) => ctx.moment.read(dutiesInReach(ctx).where(sql<boolean>`d.id = any(${ids}::uuid[])`))),
  );

const DUTIES = sqlFor
  .selectFrom('duty as d')
  .select(columns('d', 'id', 'estate_id', 'staff_id', 'post', 'from_at', 'until_at', 'version'));

/** The duties that the asker may read: for the estates in reach, and for the whole company. */
export function dutiesInReach(ctx: RequestContext) {
  const duties = DUTIES.where('d.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'duty.read', 'd.estate_id', true);
  return reach ? duties.where(reach) : duties;
}

export type DutyRow = NonNullable<Awaited<ReturnType<ReturnType<typeof dutyById>['load']>>>;
