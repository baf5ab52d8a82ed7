import { ruleRefused } from '../../domain/errors.js';
import type { ReversalReason } from '../../domain/ledger/entry-kind.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { bookEntry } from '../ledger/steps/book-entry.js';
import { accountOfLine, assertVersion } from '../ledger/steps/line-of-account.js';
import { recordFeeEvent } from '../ledger/steps/record-fee-event.js';
import { chargeOf } from '../ledger/steps/standing-lines.js';

interface CancelCharge extends CommandInput {
  readonly chargeId: string;
  readonly expectedVersion?: number | null;
  readonly reason: ReversalReason;
}

/**
 * Takes back a charge that should not have been raised: nothing is open of it from today on. What was settled of it must
 * have been taken back before. Needs `fee.charge` on the estate.
 * @rule R-FEE-11
 * @throws NOT_FOUND charge
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 when payments or other entries stand on it
 */
export async function cancelCharge(ctx: CommandContext, input: CancelCharge): Promise<{ chargeId: string }> {
  const seen = await chargeOf(ctx, input.chargeId);
  authorizeOn(ctx.principal, 'fee.charge', seen.estateId);
  const account = await accountOfLine(ctx, seen);
  const charge = await chargeOf(ctx, seen.id);
  assertVersion('charge', charge, input.expectedVersion);
  const { openMinor, amountMinor, id: chargeId } = charge;
  if (openMinor !== amountMinor)
    throw ruleRefused('R-FEE-11', 'Something stands on the charge: take that back first.', { chargeId, openMinor });
  const { reason } = input;
  bookEntry(ctx, account, { kind: 'CANCELLATION', amountMinor, charge, reason, bookedDay: account.today });
  const subject = { ...charge, kind: 'charge', version: charge.version + 1 } as const;
  await recordFeeEvent(ctx, 'CANCELLED', subject, { reason });
  return { chargeId };
}
