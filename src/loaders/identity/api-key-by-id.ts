import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** API keys by id. Null where the asker may not manage them. */
export const apiKeyById = (ctx: RequestContext) =>
  ctx.moment.once(apiKeyById, () =>
    byId((ids) => ctx.moment.read(selectApiKeys(ctx).where(sql<boolean>`k.id = any(${ids}::uuid[])`))),
  );

/** The API keys that the asker may know of, with their names and without their secrets. */
export function selectApiKeys(ctx: RequestContext) {
  const query = sqlFor
    .selectFrom('api_key as k')
    .innerJoin('staff as s', (join) => join.onRef('s.company_id', '=', 'k.company_id').onRef('s.id', '=', 'k.staff_id'))
    .select(columns('k', 'id', 'staff_id', 'created_at', 'expires_at', 'revoked_at', 'last_used_at'))
    .select('s.display_name as name')
    .where('k.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'apiKey.manage', 'k.estate_id');
  return reach ? query.where(reach) : query;
}

export type ApiKeyRow = NonNullable<Awaited<ReturnType<ReturnType<typeof apiKeyById>['load']>>>;
