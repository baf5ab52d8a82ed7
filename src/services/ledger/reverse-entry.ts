import { notFound, ruleRefused } from '../../domain/errors.js';
import { FINAL_KINDS, type ReversalReason } from '../../domain/ledger/entry-kind.js';
import { LedgerEntry } from '../../entities/ledger/ledger-entry.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { withdrawRefund } from './steps/follow-refund.js';
import { accountOfLine } from './steps/line-of-account.js';
import { recordFeeEvent } from './steps/record-fee-event.js';
import { standingEntries, takeBack } from './steps/take-back.js';
import { chargeOf, paymentOf } from './steps/standing-lines.js';

interface ReverseEntry extends CommandInput {
  readonly entryId: string;
  readonly reason: ReversalReason;
}

/**
 * Takes one entry of the ledger back by an entry the other way: money from a charge, a waiver, a write-off, a refund.
 * Needs `fee.reverse` on the estate.
 * @rule R-FEE-11
 * @throws NOT_FOUND entry
 * @throws RULE_REFUSED R-FEE-11 for a reversal, an entry that is reversed, and what ends a charge or payment for good;
 * when less is open or free than it would take away, and for a refund that was paid out
 */
export async function reverseEntry(ctx: CommandContext, input: ReverseEntry): Promise<{ entryId: string }> {
  const seen = await findRow(ctx, LedgerEntry, 'entry', input.entryId);
  authorizeOn(ctx.principal, 'fee.reverse', seen.estateId);
  const account = await accountOfLine(ctx, seen);
  const { id: entryId, kind } = seen;
  const { reason } = input;
  if (seen.reversesId != null || FINAL_KINDS.includes(kind))
    throw ruleRefused('R-FEE-11', 'A reversal is not reversed, nor what ends a charge or payment: enter it anew.', {
      entryId,
      kind,
    });
  const side = seen.chargeId == null ? { paymentId: seen.paymentId ?? '' } : { chargeId: seen.chargeId };
  const entry = (await standingEntries(ctx, side)).find(({ id }) => id === entryId);
  if (!entry) throw ruleRefused('R-FEE-11', 'The entry is reversed.', { entryId, kind });
  if (kind === 'REFUND') await withdrawRefund(ctx, entryId);
  await takeBack(ctx, account, entry, reason);
  const subject =
    seen.paymentId == null
      ? ({ ...(await chargeOf(ctx, seen.chargeId ?? '')), kind: 'charge' } as const)
      : ({ ...(await paymentOf(ctx, seen.paymentId)), kind: 'payment' } as const);
  await recordFeeEvent(ctx, 'UNDONE', subject, { entryId, reason, entry: kind });
  const taken = await ctx.em.findOne(LedgerEntry, { companyId: ctx.companyId, reversesId: entryId });
  if (!taken) throw notFound('entry');
  return { entryId: taken.id };
}
