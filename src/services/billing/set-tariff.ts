import { assertTariffCode, rateToMyriad, type TariffBasis, type TariffPayer } from '../../domain/billing/tariff.js';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { invalidInput } from '../../domain/errors.js';
import type { Currency } from '../../domain/money/money.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { Tariff } from '../../entities/billing/tariff.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';

interface SetTariff extends CommandInput {
  readonly estateId: string;
  readonly code: string;
  readonly kind: ChargeKind;
  readonly name: string;
  readonly basis: TariffBasis;
  readonly uses: readonly UnitUse[];
  readonly rate?: string | null;
  readonly payer: TariffPayer;
  readonly vacantPercent?: number | null;
  readonly notTakenOverPercent?: number | null;
  readonly advanceMonths?: number | null;
  readonly advancePercent?: number | null;
  readonly dueDayOfMonth: number;
  readonly dueMonthOffset?: number | null;
  readonly authority?: string | null;
  /** The first day of a month. */
  readonly fromDay: string;
}

/**
 * Sets a standard of charges from a month on, in place of the version that its code had: what was billed keeps its own.
 * Said again for the same day, the later word holds. Needs `tariff.manage` on the estate.
 * @rule R-FEE-02 @rule R-FEE-08 @rule R-FEE-12
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a rate that does not fit its basis, a day that is no first of a month, or lies before the last
 * version
 */
export async function setTariff(ctx: CommandContext, input: SetTariff): Promise<{ tariffId: string }> {
  const { companyId, em } = ctx;
  const { estateId, code, fromDay } = input;
  const estate = await findRow(ctx, Estate, 'estate', estateId, 'lock');
  authorizeOn(ctx.principal, 'tariff.manage', estate.id);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  assertTariffCode('input.code', code);
  assertPlausibleDay('input.fromDay', fromDay, today);
  if (!fromDay.endsWith('-01')) throw invalidInput('input.fromDay', 'must be the first day of a month');
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const said = { ...termsOf(input, currency), setBy: ctx.principal.subjectId, setAt: ctx.clock.now() };
  const last = await em.findOne(Tariff, { companyId, estateId, code }, { orderBy: { fromDay: 'desc' } });
  if (last && last.fromDay > fromDay)
    throw invalidInput('input.fromDay', 'lies before the last version of this code', { earliest: last.fromDay });
  let tariff: Tariff;
  if (last?.fromDay === fromDay) {
    Object.assign(last, said, { untilDay: null, version: last.version + 1 });
    tariff = last;
  } else {
    if (last) Object.assign(last, { untilDay: fromDay, version: last.version + 1 });
    tariff = em.create(Tariff, {
      ...said,
      companyId,
      id: newId(),
      estateId,
      code,
      fromDay,
      untilDay: null,
      version: 1,
    });
  }
  ctx.record({
    type: 'tariff.SET',
    estateId,
    subjectKind: 'tariff',
    subjectId: tariff.id,
    subjectVersion: tariff.version,
    visibility: 'INTERNAL',
    facts: { code, kind: tariff.kind, basis: tariff.basis, fromDay },
  });
  return { tariffId: tariff.id };
}

function termsOf(input: SetTariff, currency: Currency) {
  const { basis, rate = null, kind, name, payer, dueDayOfMonth } = input;
  if ((rate === null) !== (basis === 'APPORTIONED'))
    throw invalidInput('input.rate', 'goes with every basis but APPORTIONED, which shares a cost');
  if (input.uses.length === 0) throw invalidInput('input.uses', 'must name at least one use');
  return {
    ...{ kind, name, basis, payer, currency, dueDayOfMonth },
    uses: [...new Set(input.uses)],
    rateMyriad: rate === null ? null : rateToMyriad('input.rate', rate),
    vacantPercent: input.vacantPercent ?? 100,
    notTakenOverPercent: input.notTakenOverPercent ?? 100,
    advanceMonths: input.advanceMonths ?? 0,
    advancePercent: input.advancePercent ?? 0,
    dueMonthOffset: input.dueMonthOffset ?? 0,
    authority: input.authority ?? null,
  };
}
