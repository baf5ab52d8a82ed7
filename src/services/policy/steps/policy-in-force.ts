import type { LocalDate } from '../../../domain/calendar/calendar-day.js';
import type { PolicyKey, PolicyValue } from '../../../domain/policy/policies.js';
import { PolicyBook, type StoredPolicyVersion } from '../../../domain/policy/policy-book.js';
import { policyVersions } from '../../../tenancy/policy/policy-versions.js';
import type { CommandContext } from '../../command/command-context.js';

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
  ctx.once(`policies of ${estateId ?? 'the company'}`, () => readPolicyBook(ctx, estateId === null ? [] : [estateId]));

/** The same of any estates as it stands now: for whoever holds the lock on a policy. */
export async function readPolicyBook(ctx: CommandContext, estateIds: readonly string[]): Promise<PolicyBook> {
  const statement = policyVersions(ctx.companyId, estateIds);
  return new PolicyBook(await ctx.execute<StoredPolicyVersion>(statement.sql, statement.parameters));
}
