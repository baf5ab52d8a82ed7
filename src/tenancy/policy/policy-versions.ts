import { sql, type CompiledQuery } from 'kysely';
import type { StoredPolicyVersion } from '../../domain/policy/policy-book.js';
import { sqlFor } from '../read/tables.js';

/**
 * The statement for everything that a company has set for its policies, and those of its estates that are named.
 * @rule R-MET-09
 */
export const policyVersions = (companyId: string, estateIds: readonly string[]): CompiledQuery<StoredPolicyVersion> =>
  sql<StoredPolicyVersion>`
    select v.id, v.key, v.estate_id as "estateId", v.version, v.effective_from::text as "effectiveFrom", v.value,
           v.estates_may_override as "estatesMayOverride"
      from policy_version v
     where v.company_id = ${companyId} and (v.estate_id is null or v.estate_id = any(${estateIds}::uuid[]))`.compile(
    sqlFor,
  );
