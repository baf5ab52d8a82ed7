import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import type { Money } from '../../domain/money/money.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { SharedCost } from '../../entities/billing/shared-cost.entity.js';
import { Tariff } from '../../entities/billing/tariff.entity.js';
import { Charge } from '../../entities/charge/charge.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';

interface RecordSharedCost extends CommandInput {
  readonly estateId: string;
  readonly tariffCode: string;
  /** The first day of the month. */
  readonly month: string;
  readonly amount: Money;
}

/**
 * Records what the common parts have cost in a month, which a tariff shares out. Said again, the later word holds until
 * the month was billed. Needs `fee.bill` on the estate.
 * @rule R-FEE-07 @rule R-FEE-11
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day that is no first of a month, a code that shares nothing; R-FEE-11 for amounts that cannot be
 * @throws RULE_REFUSED R-FEE-07 when the month was billed
 */
export async function recordSharedCost(ctx: CommandContext, input: RecordSharedCost): Promise<{ costId: string }> {
  const { estateId, tariffCode, month } = input;
  const { companyId, em } = ctx;
  const estate = await findRow(ctx, Estate, 'estate', estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.bill', estate.id);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  assertPastDay('input.month', month, today);
  if (!month.endsWith('-01')) throw invalidInput('input.month', 'must be the first day of a month');
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const amountMinor = ledgerAmount('input.amount', input.amount, currency);
  const shares = await em.count(Tariff, { companyId, estateId, code: tariffCode, basis: 'APPORTIONED' });
  if (shares === 0) throw invalidInput('input.tariffCode', 'must be the code of a tariff that shares a cost');
  const billed = await em.count(Charge, {
    companyId,
    estateId,
    tariffCode,
    fromDay: month,
    source: 'BILL_RUN',
    cancelledAt: null,
  });
  if (billed > 0) throw ruleRefused('R-FEE-07', 'The month was billed by what it had cost.', { tariffCode, month });
  const said = { amountMinor, currency, recordedBy: ctx.principal.subjectId, recordedAt: ctx.clock.now() };
  const before = await em.findOne(SharedCost, { companyId, estateId, tariffCode, month });
  if (before) Object.assign(before, said);
  const cost = before ?? em.create(SharedCost, { ...said, companyId, id: newId(), estateId, tariffCode, month });
  ctx.record({
    type: 'sharedCost.RECORDED',
    estateId,
    subjectKind: 'sharedCost',
    subjectId: cost.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { tariffCode, month },
  });
  return { costId: cost.id };
}
