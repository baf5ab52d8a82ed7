import { invalidInput, ruleRefused } from '../../../domain/errors.js';
import { ledgerAmount } from '../../../domain/ledger/ledger-amount.js';
import type { ProposedChange } from '../../../domain/ledger/proposed-change.js';
import type { Money } from '../../../domain/money/money.js';
import { LedgerProposal } from '../../../entities/ledger/ledger-proposal.entity.js';
import { newId } from '../../../entities/new-id.js';
import { Customer } from '../../../entities/people/customer.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { chargeOf, paymentOf } from './standing-lines.js';

/** What of a change may be said anew after it was sent back. */
export interface WantedChange {
  readonly amount: Money;
  /** Why, for whoever decides. */
  readonly reason: string;
}

/** What is to be changed, and how. */
interface Sides {
  readonly kind: ProposedChange;
  readonly chargeId: string | null;
  readonly paymentId: string | null;
}

/**
 * Writes a change of an account down as it will be approved.
 * @throws NOT_FOUND charge or payment
 * @throws FORBIDDEN fee.propose
 * @throws INVALID_INPUT for the wrong side, and amounts that cannot be
 * @throws RULE_REFUSED R-FEE-11 for more than is there
 */
export async function writeLedgerProposal(
  ctx: CommandContext,
  sides: Sides,
  { amount, reason }: WantedChange,
): Promise<LedgerProposal> {
  const { kind, chargeId, paymentId } = sides;
  const line = await lineOf(ctx, sides);
  authorizeOn(ctx.principal, 'fee.propose', line.estateId);
  await findRow(ctx, Customer, 'customer', line.payerId);
  const amountMinor = ledgerAmount('input.amount', amount, line.currency);
  assertThere(kind, line, amountMinor);
  const proposal = ctx.em.create(LedgerProposal, {
    companyId: ctx.companyId,
    id: newId(),
    estateId: line.estateId,
    payerId: line.payerId,
    kind,
    chargeId,
    paymentId,
    amountMinor,
    currency: line.currency,
    reason,
    proposedBy: ctx.principal.subjectId,
    proposedAt: ctx.clock.now(),
  });
  await ctx.em.flush();
  return proposal;
}

async function lineOf(ctx: CommandContext, { kind, chargeId, paymentId }: Sides) {
  const side = kind === 'REFUND' ? 'paymentId' : 'chargeId';
  if ((chargeId === null) !== (side === 'paymentId') || (paymentId === null) !== (side === 'chargeId'))
    throw invalidInput(
      `input.${side}`,
      'name the payment of a refund, or the charge of any other change, and nothing else',
    );
  if (chargeId !== null) {
    const charge = await chargeOf(ctx, chargeId);
    return { ...charge, leftMinor: charge.openMinor };
  }
  const payment = await paymentOf(ctx, paymentId ?? '');
  return { ...payment, leftMinor: payment.freeMinor };
}

/** @throws RULE_REFUSED R-FEE-11 when a change would take more than is open of a charge or left of a payment */
export function assertThere(
  kind: ProposedChange,
  line: { readonly id: string; readonly leftMinor: number },
  amountMinor: number,
): void {
  if (kind === 'INCREASE' || amountMinor <= line.leftMinor) return;
  const { id, leftMinor } = line;
  throw kind === 'REFUND'
    ? ruleRefused('R-FEE-11', 'More than is left of the payment.', { paymentId: id, freeMinor: leftMinor })
    : ruleRefused('R-FEE-11', 'More than is open of the charge.', { chargeId: id, openMinor: leftMinor });
}
