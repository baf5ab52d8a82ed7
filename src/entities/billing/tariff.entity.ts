import { defineEntity, p } from '@mikro-orm/core';
import { TARIFF_BASES, TARIFF_PAYERS } from '../../domain/billing/tariff.js';
import { CHARGE_KINDS } from '../../domain/charge/charge-kind.js';
import { CURRENCIES } from '../../domain/money/money.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A standard by which units of an estate are charged, from a day on. @rule R-FEE-08 @rule R-FEE-12 */
export const TariffSchema = defineEntity({
  name: 'Tariff',
  tableName: 'tariff',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Names the standard through all its versions. */
    code: col.text(),
    kind: p.enum(CHARGE_KINDS),
    name: col.text(),
    basis: p.enum(TARIFF_BASES),
    /** Units of these uses are charged by it. */
    uses: p.array<UnitUse>(),
    /** Ten-thousandths of the currency for a square metre, a unit, a cubic metre or a kilowatt-hour. */
    rateMyriad: col.big().nullable(),
    currency: p.enum(CURRENCIES),
    payer: p.enum(TARIFF_PAYERS),
    vacantPercent: col.int(),
    notTakenOverPercent: col.int(),
    advanceMonths: col.int(),
    advancePercent: col.int(),
    dueDayOfMonth: col.int(),
    dueMonthOffset: col.int(),
    /** The number under which the price authority approved or filed it. */
    authority: col.text().nullable(),
    fromDay: col.day(),
    /** The first day on which it holds no longer. */
    untilDay: col.day().nullable(),
    setBy: col.ref(),
    setAt: col.instant(),
    version: col.int(),
  },
  checks: [{ name: 'tariff_has_rate', expression: `(rate_myriad is null) = (basis = 'APPORTIONED')` }],
  uniques: [{ name: 'tariff_company_estate_code_day_key', properties: ['companyId', 'estateId', 'code', 'fromDay'] }],
  ...fence('tariff', { estate: 'required', residentReads: { by: 'estate', column: 'estate_id' } }),
});

export class Tariff extends TariffSchema.class {}
TariffSchema.setClass(Tariff);
