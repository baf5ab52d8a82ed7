import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { assertDay, assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { accountNumber, assertMandateTime, lastDigits, overlap } from '../../domain/withholding/mandate.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { WithholdingMandate } from '../../entities/withholding/withholding-mandate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import { assertSameEstate } from '../charge/steps/payer-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { recordMandateEvent } from './steps/record-withholding-event.js';

interface RecordMandate extends CommandInput {
  readonly payerId: string;
  readonly unitId?: string | null;
  readonly bank: string;
  readonly holder: string;
  readonly account: string;
  readonly agreement?: string | null;
  readonly fromDay: string;
  readonly untilDay?: string | null;
}

/**
 * Records that a payer lets the company have a bank withhold what is due: for one unit, or for all. Needs `fee.bank` on the
 * estate.
 * @rule R-MIN-04
 * @throws NOT_FOUND customer or unit
 * @throws RULE_REFUSED R-FEE-11 for a unit of another estate; R-MIN-04 for days on which another mandate for the same holds
 * @throws INVALID_INPUT for an account that is none, days that cannot be, and a customer whose data were erased
 */
export async function recordWithholdingMandate(
  ctx: CommandContext,
  input: RecordMandate,
): Promise<{ mandateId: string }> {
  const { companyId } = ctx;
  const { fromDay, untilDay = null } = input;
  const payer = await findRow(ctx, Customer, 'customer', input.payerId, 'lock');
  const unit = input.unitId == null ? null : await findRow(ctx, Unit, 'unit', input.unitId);
  authorizeOn(ctx.principal, 'fee.bank', payer.estateId);
  assertSameEstate(payer, unit);
  if (payer.erasedAt != null) throw invalidInput('input.payerId', 'names nobody any more');
  const account = accountNumber('input.account', input.account);
  assertPlausibleDay('input.fromDay', fromDay, await dayAt(ctx, payer.estateId, ctx.clock.now()));
  if (untilDay !== null) assertDay('input.untilDay', untilDay);
  assertMandateTime({ fromDay, untilDay });
  const unitId = unit?.id ?? null;
  const others = await ctx.em.find(WithholdingMandate, { companyId, payerId: payer.id, unitId });
  const other = others.find((each) =>
    overlap({ fromDay, untilDay }, { fromDay: each.fromDay, untilDay: each.untilDay ?? null }),
  );
  if (other) throw ruleRefused('R-MIN-04', 'Another mandate holds on these days.', { mandateId: other.id });
  const mandate = ctx.em.create(WithholdingMandate, {
    ...{ companyId, id: newId(), estateId: payer.estateId, payerId: payer.id, unitId, bank: input.bank },
    ...{ holder: input.holder, account, lastDigits: lastDigits(account), agreement: input.agreement ?? null },
    ...{ fromDay, untilDay, recordedBy: ctx.principal.subjectId, recordedAt: ctx.clock.now(), redactedAt: null },
    version: 1,
  });
  await recordMandateEvent(ctx, mandate, 'RECORDED');
  return { mandateId: mandate.id };
}

interface EndMandate extends CommandInput {
  readonly mandateId: string;
  readonly untilDay: string;
  readonly expectedVersion?: number | null;
}

/**
 * Ends a mandate: from a day on nothing more is asked for under it. What the bank was asked for already, it may still
 * withhold. Needs `fee.bank` on the estate.
 * @rule R-MIN-04
 * @throws NOT_FOUND mandate
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-MIN-04 for one that ends before that day
 * @throws INVALID_INPUT for a day before it begins
 */
export async function endWithholdingMandate(ctx: CommandContext, input: EndMandate): Promise<{ mandateId: string }> {
  const { untilDay } = input;
  const mandate = await ctx.load(WithholdingMandate, 'withholding mandate', input.mandateId, input.expectedVersion);
  authorizeOn(ctx.principal, 'fee.bank', mandate.estateId);
  assertDay('input.untilDay', untilDay);
  if (untilDay < mandate.fromDay) throw invalidInput('input.untilDay', 'must not lie before the mandate begins');
  if (mandate.untilDay != null && mandate.untilDay < untilDay)
    throw ruleRefused('R-MIN-04', 'The mandate ends before that.', { untilDay: mandate.untilDay });
  Object.assign(mandate, { untilDay, version: mandate.version + 1 });
  await recordMandateEvent(ctx, mandate, 'ENDED');
  return { mandateId: mandate.id };
}
