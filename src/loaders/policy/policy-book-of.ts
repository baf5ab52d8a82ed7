import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { PolicyBook, type StoredPolicyVersion } from '../../domain/policy/policy-book.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';

/**
 * Everything that the company, and the estate if one is named, have set: one statement for all estates that a tick asks
 * for.
 */
export const policyBookOf = (ctx: RequestContext, estateId: string | null): Promise<PolicyBook> =>
  booksOf(ctx).load(estateId ?? '');

const booksOf = (ctx: RequestContext): DataLoader<string, PolicyBook> =>
  ctx.moment.once(booksOf, () => {
    return new DataLoader<string, PolicyBook>(async (estates) => {
      const rows: StoredPolicyVersion[] = await ctx.moment.read(
        VERSIONS.where('v.company_id', '=', ctx.asker.companyId).where(
          sql<boolean>`(v.estate_id is null or v.estate_id = any(${estates.filter(isId)}::uuid[]))`,
        ),
      );
      const of = (estate: string): StoredPolicyVersion[] =>
        rows.filter((row) => row.estateId === null || row.estateId === estate);
      return estates.map((estate) => new PolicyBook(of(estate)));
    });
  });

const VERSIONS = sqlFor
  .selectFrom('policy_version as v')
  .select(columns('v', 'id', 'key', 'estate_id', 'version', 'effective_from', 'value', 'estates_may_override'));
