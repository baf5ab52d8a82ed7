import type { LocalDate } from '../../../domain/calendar/calendar-day.js';
import type { PolicyKey, PolicyValue } from '../../../domain/policy/policies.js';
import { PolicyBook, type StoredPolicyVersion } from '../../../domain/policy/policy-book.js';
import type { CommandContext } from '../../command/command-context.js';

const VERSIONS = `
select id, key, estate_id as "estateId", version, effective_from::text as "effectiveFrom", value,
       estates_may_override as "estatesMayOverride"
  from policy_version where company_id = ? and (estate_id is null or estate_id = ?)`;

/**
 * The value of a policy on a local day for an estate, or for the company as such when `estateId` is null. All policies of
 * an estate are read once a transaction.
 * @rule R-MET-09
 */
export async function policyInForce<K extends PolicyKey>(
  ctx: CommandContext,
  key: K,
  estateId: string | null,
  day: LocalDate,
): Promise<PolicyValue<K>> {
  return (await policyBookOf(ctx, estateId)).at(key, { day, estateId }).value;
}

/** Everything that the company, and the estate if one is named, have set; read once a transaction. */
export const policyBookOf = (ctx: CommandContext, estateId: string | null): Promise<PolicyBook> =>
  ctx.once(`policies of ${estateId ?? 'the company'}`, () => readPolicyBook(ctx, estateId));

/** The same as it stands now: for whoever holds the lock on a policy. */
export const readPolicyBook = async (ctx: CommandContext, estateId: string | null): Promise<PolicyBook> =>
  new PolicyBook(await ctx.em.execute<StoredPolicyVersion[]>(VERSIONS, [ctx.companyId, estateId]));
