import type { PolicyValue } from '../../../domain/policy/policies.js';
import type { Customer } from '../../../entities/people/customer.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** What a payer's account is kept by. */
export interface Account {
  readonly estateId: string;
  readonly payerId: string;
  /** The estate's day. */
  readonly today: string;
  readonly terms: PolicyValue<'D-21'>;
}

/**
 * The accounts of payers of one estate, theirs alone until the transaction ends: who writes to several waits for them in one order.
 * What is looked up in them afterwards is what stands.
 * @rule D-21
 */
export async function openAccounts<P extends Pick<Customer, 'id' | 'estateId'>>(
  ctx: CommandContext,
  payers: readonly [P, ...P[]],
): Promise<Account[]> {
  const { estateId } = payers[0];
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const terms = await policyInForce(ctx, 'D-21', estateId, today);
  for (const payerId of payers.map(({ id }) => id).sort())
    await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
      `ledger/${ctx.companyId}/${payerId}`,
    ]);
  return payers.map(({ id }) => ({ estateId, payerId: id, today, terms }));
}

/** The account of one payer, likewise. */
export async function openAccount(ctx: CommandContext, payer: Pick<Customer, 'id' | 'estateId'>): Promise<Account> {
  const [account] = await openAccounts(ctx, [payer]);
  if (!account) throw new Error('A payer has one account.');
  return account;
}
