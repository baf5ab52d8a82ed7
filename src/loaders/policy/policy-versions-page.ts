import { sql } from 'kysely';
import type { PolicyKey } from '../../domain/policy/policies.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { askedPlace } from '../place/asked-place.js';

const KEYS = [
  { column: 'v.version', type: 'integer', descending: true },
  { column: 'v.id', type: 'uuid', descending: true },
] as const;

/**
 * A page of what was ever set for a policy on one level, the latest first; ahead of its day too.
 * @rule R-MET-09
 * @throws NOT_FOUND estate
 */
export async function policyVersionsPage(
  ctx: RequestContext,
  of: { readonly key: PolicyKey; readonly estateId: string | null },
  args: PageArgs,
) {
  const { estateId } = await askedPlace(ctx, 'policy.read', of.estateId);
  const versions = VERSIONS.where('v.company_id', '=', ctx.asker.companyId)
    .where('v.key', '=', of.key)
    .where(estateId === null ? sql<boolean>`v.estate_id is null` : sql<boolean>`v.estate_id = ${estateId}::uuid`);
  return page(ctx.moment, versions, KEYS, args);
}

const VERSIONS = sqlFor
  .selectFrom('policy_version as v')
  .select(
    columns(
      'v',
      'id',
      'key',
      'estate_id',
      'version',
      'effective_from',
      'value',
      'estates_may_override',
      'reason',
      'approval_id',
      'set_by',
      'set_at',
    ),
  );

export type PolicyVersionRow = Awaited<ReturnType<typeof policyVersionsPage>>['nodes'][number];
