import { sql } from 'kysely';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

const KEYS = [
  { column: 'd.from_day', type: 'date', descending: true },
  { column: 'd.id', type: 'uuid', descending: true },
] as const;

/** A page of the deputies of the asker's estates and of the company's own posts, the latest first. @rule Q-43 */
export function deputiesPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  let deputies = deputiesInReach(ctx);
  if (estateIds) {
    const within = wantedEstates(ctx, 'staff.read', estateIds) ?? [];
    deputies = deputies.where(sql<boolean>`d.estate_id = any(${within}::uuid[])`);
  }
  return page(ctx.moment, deputies, KEYS, args);
}

/** Deputies by id; null where the asker may not read them. */
export const deputyById = (ctx: RequestContext) =>
  ctx.moment.once(deputyById, () =>
    byId((ids) => ctx.moment.read(deputiesInReach(ctx).where(sql<boolean>`d.id = any(${ids}::uuid[])`))),
  );

function deputiesInReach(ctx: RequestContext) {
  const deputies = DEPUTIES.where('d.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'staff.read', 'd.estate_id', true);
  return reach ? deputies.where(reach) : deputies;
}

const DEPUTIES = sqlFor
  .selectFrom('deputy as d')
  .select(
    columns('d', 'id', 'estate_id', 'absent_id', 'role', 'staff_id', 'from_day', 'until_day', 'named_by', 'version'),
  );

export type DeputyRow = NonNullable<Awaited<ReturnType<ReturnType<typeof deputyById>['load']>>>;
