import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { plainReference } from '../../domain/bank-file/payer-reference.js';
import { BankLine } from '../../entities/bank-file/bank-line.entity.js';
import { PayerReference } from '../../entities/bank-file/payer-reference.entity.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { assertSameEstate } from '../charge/steps/payer-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertTakenOnce } from '../ledger/steps/assert-taken-once.js';
import { openAccount } from '../ledger/steps/open-account.js';
import { takePayment } from '../ledger/steps/take-payment.js';
import { findRow } from '../place/steps/find-row.js';
import { assertUnsettled } from './steps/assert-unsettled.js';
import { recordLineEvent } from './steps/record-line-event.js';

interface SettleBankLine extends CommandInput {
  readonly lineId: string;
  readonly payerId: string;
  readonly unitId?: string | null;
  /** Whether who writes the same next time is this payer for this unit. */
  readonly remember?: boolean | null;
  readonly expectedVersion?: number | null;
}

/**
 * Says whose money in suspense is: it is booked as that payer's payment of the day on which it came. Money whose payment was
 * taken back, since it was another's, is settled anew. Needs `fee.bank` on the estate.
 * @rule R-FEE-06 @rule R-FEE-11
 * @throws NOT_FOUND line, payer or unit
 * @throws INVALID_INPUT for words to remember without a unit, or without words
 * @throws RULE_REFUSED R-FEE-11 for money that was settled, a payer or unit of another estate, and money that was recorded before
 * @throws CONFLICT when it was settled meanwhile
 */
export async function settleBankLine(ctx: CommandContext, input: SettleBankLine): Promise<{ lineId: string }> {
  const line = await ctx.load(BankLine, 'bank line', input.lineId, input.expectedVersion);
  authorizeOn(ctx.principal, 'fee.bank', line.estateId);
  await assertUnsettled(ctx, line);
  const payer = await findRow(ctx, Customer, 'customer', input.payerId);
  const unit = input.unitId == null ? null : await findRow(ctx, Unit, 'unit', input.unitId);
  assertSameEstate(payer, unit);
  if (payer.estateId !== line.estateId)
    throw ruleRefused('R-FEE-11', 'The payer is of another estate than the money.', { payerId: payer.id });
  const words = plainReference(line.payerReference ?? '');
  if (input.remember && !unit) throw invalidInput('input.remember', 'needs the unit');
  if (input.remember && words === '') throw invalidInput('input.remember', 'the payer has written nothing');
  const account = await openAccount(ctx, payer);
  const { method, amountMinor, feeMinor, bookedDay, bankReference: reference, currency } = line;
  await assertTakenOnce(ctx, method, reference);
  const paymentId = await takePayment(
    ctx,
    { ...account, terms: { ...account.terms, currency } },
    { unitId: unit?.id ?? null, method, amountMinor, feeMinor, reference, bookedDay },
  );
  Object.assign(line, {
    ...{ state: 'BOOKED', suspendedFor: null, unitId: unit?.id ?? null, payerId: payer.id, paymentId },
    ...{ settledBy: ctx.principal.subjectId, settledAt: ctx.clock.now(), version: line.version + 1 },
  });
  if (input.remember && unit) await remember(ctx, line, { words, unitId: unit.id, payerId: payer.id });
  recordLineEvent(ctx, line, 'SETTLED');
  return { lineId: line.id };
}

async function remember(
  ctx: CommandContext,
  { estateId }: BankLine,
  said: { readonly words: string; readonly unitId: string; readonly payerId: string },
): Promise<void> {
  const key = { companyId: ctx.companyId, estateId, reference: said.words };
  const learned = { learnedBy: ctx.principal.subjectId, learnedAt: ctx.clock.now() };
  const means = { unitId: said.unitId, payerId: said.payerId, ...learned };
  const before = await ctx.em.findOne(PayerReference, key);
  if (before) Object.assign(before, means);
  else ctx.em.create(PayerReference, { ...key, ...means });
}
