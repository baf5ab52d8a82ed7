import type { DepositKind } from '../../domain/deposit/deposit-kind.js';
import { ruleRefused } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import { assertReference, type PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { Money } from '../../domain/money/money.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Deposit } from '../../entities/deposit/deposit.entity.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import { assertSameEstate } from '../charge/steps/payer-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { oweHandover } from '../handover/steps/owe-handover.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { assertNotErased } from '../privacy/steps/assert-not-erased.js';
import { recordDepositEvent } from './steps/record-deposit-event.js';

interface CollectDeposit extends CommandInput {
  readonly payerId: string;
  readonly unitId?: string | null;
  readonly kind: DepositKind;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly reference?: string | null;
  readonly collectedOn?: string | null;
}

/**
 * Takes a deposit: it is held for who gave it, and no part of what that customer owes. Needs `deposit.collect` on the estate.
 * @rule R-CSH-07 @rule R-CSH-01
 * @throws NOT_FOUND customer or unit
 * @throws INVALID_INPUT R-FEE-11 for an amount that is not above zero, exact and in the currency of the accounts; for a number
 * of the channel that is none, and a day ahead
 * @throws RULE_REFUSED R-FEE-11 for a unit of another estate, R-CSH-07 for money that was recorded before, R-ARC-08 when the
 * payer was erased
 */
export async function collectDeposit(ctx: CommandContext, input: CollectDeposit): Promise<{ depositId: string }> {
  const { kind, method, reference = null } = input;
  const payer = await findRow(ctx, Customer, 'customer', input.payerId);
  const unit = input.unitId == null ? null : await findRow(ctx, Unit, 'unit', input.unitId);
  const { estateId } = payer;
  authorizeOn(ctx.principal, 'deposit.collect', estateId);
  assertSameEstate(payer, unit);
  assertNotErased(payer);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const amountMinor = ledgerAmount('input.amount', input.amount, currency);
  const collectedOn = input.collectedOn ?? today;
  assertPastDay('input.collectedOn', collectedOn, today);
  if (reference !== null) await assertTakenOnce(ctx, method, reference);
  const deposit = ctx.em.create(Deposit, {
    ...{
      companyId: ctx.companyId,
      id: newId(),
      estateId,
      kind,
      stage: 'HELD',
      payerId: payer.id,
      unitId: unit?.id ?? null,
    },
    ...{ amountMinor, currency, method, reference, collectedOn, recordedAt: ctx.clock.now() },
    ...{ collectedById: ctx.principal.subjectId, version: 1 },
  });
  await oweHandover(ctx, estateId);
  await recordDepositEvent(ctx, deposit, 'COLLECTED');
  return { depositId: deposit.id };
}

async function assertTakenOnce(ctx: CommandContext, method: PaymentMethod, reference: string): Promise<void> {
  assertReference('input.reference', reference);
  const { companyId } = ctx;
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    `deposit/${companyId}/${method}/${reference}`,
  ]);
  const before = await ctx.em.findOne(Deposit, { companyId, method, reference, stage: { $ne: 'CANCELLED' } });
  if (before) throw ruleRefused('R-CSH-07', 'This money was recorded before.', { method, reference });
}
