import { ruleRefused } from '../../domain/errors.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { accountOfLine, assertVersion } from '../ledger/steps/line-of-account.js';
import { settleFromPrepaid } from '../ledger/steps/settle.js';
import { chargeOf } from '../ledger/steps/standing-lines.js';
import { bookLateFee } from './steps/book-late-fee.js';

interface DemandLateFee extends CommandInput {
  /** The charge that is paid late. */
  readonly chargeId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Books what lateness has cost of a charge so far, by the contract's rate, as a charge of its own that is due today; what
 * was booked before is not booked again. It is waived like any charge, with approval. Needs `fee.charge` on the estate.
 * @rule D-22
 * @throws NOT_FOUND charge
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED D-22 when nothing is to be demanded: the policy has no rate, it is not late, or all is booked
 */
export async function demandLateFee(ctx: CommandContext, input: DemandLateFee): Promise<{ chargeId: string }> {
  const seen = await chargeOf(ctx, input.chargeId);
  authorizeOn(ctx.principal, 'fee.charge', seen.estateId);
  const account = await accountOfLine(ctx, seen);
  const charge = await chargeOf(ctx, seen.id);
  assertVersion('charge', charge, input.expectedVersion);
  const fee = await bookLateFee(ctx, account, charge, account.today);
  if (!fee) throw ruleRefused('D-22', 'No late fee is to be demanded of the charge.', { chargeId: charge.id });
  await settleFromPrepaid(ctx, account, fee);
  return { chargeId: fee.id };
}
