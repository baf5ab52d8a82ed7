import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Obligations by id; null where the asker may not read them. */
export const obligationById = (ctx: RequestContext) =>
  ctx.moment.once(obligationById, () =>
    byId((ids) => ctx.moment.read(obligationsInReach(ctx).where(sql<boolean>`o.id = any(${ids}::uuid[])`))),
  );

const OBLIGATIONS = sqlFor
  .selectFrom('obligation as o')
  .select(
    columns(
      'o',
      'id',
      'estate_id',
      'kind',
      'subject_kind',
      'subject_id',
      'owner_id',
      'owner_post',
      'state',
      'owed_since',
      'due_at',
      'missed_at',
      'settled_at',
      'settled_by_id',
      'waive_reason',
      'version',
    ),
  );

/** The obligations that the asker may read: on the estates in reach, and the company's own. */
export function obligationsInReach(ctx: RequestContext) {
  const obligations = OBLIGATIONS.where('o.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'obligation.read', 'o.estate_id', true);
  return reach ? obligations.where(reach) : obligations;
}

export type ObligationRow = NonNullable<Awaited<ReturnType<ReturnType<typeof obligationById>['load']>>>;
