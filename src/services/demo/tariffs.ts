import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { TariffInForce } from '../../domain/billing/bill-unit.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { pastEvent } from './rule-event.js';
import type { PastEvent } from './repairs.js';

/** A tariff of the demo. */
export interface DemoTariff extends TariffInForce {
  readonly code: string;
  readonly name: string;
  readonly uses: readonly UnitUse[];
}

const MONTHLY = {
  vacantPercent: 70,
  notTakenOverPercent: 100,
  advanceMonths: 0,
  advancePercent: 0,
  dueDayOfMonth: 25,
  dueMonthOffset: 0,
} as const;
/** Ten-thousandths of a yuan for a square metre and month. */
const HOMES = { HIGH_RISE: 28_500, LOW_RISE: 19_800, VILLA: 43_000, MIXED: 32_000 } as const;

/** By what an estate charges: homes and shops by area, spaces by the month (R-FEE-08). */
export const tariffsOf = ({ plan }: DemoEstate): readonly DemoTariff[] => [
  {
    ...{ ...MONTHLY, code: 'PF-HOME', name: '住宅物业服务费', kind: 'PROPERTY_FEE', basis: 'PER_AREA' },
    ...{ uses: ['RESIDENTIAL'], rateMyriad: HOMES[plan.propertyType], payer: 'OWNER' },
  },
  {
    ...{ ...MONTHLY, code: 'PF-SHOP', name: '商铺物业服务费', kind: 'PROPERTY_FEE', basis: 'PER_AREA' },
    ...{ uses: ['SHOP'], rateMyriad: 62_000, payer: 'OCCUPIER' },
  },
  {
    ...{ ...MONTHLY, code: 'PS-SPACE', name: '车位服务费', kind: 'PARKING_SERVICE_FEE', basis: 'PER_UNIT' },
    ...{ uses: ['PARKING'], rateMyriad: 800_000, payer: 'OWNER', vacantPercent: 100 },
  },
];

/** The tariffs of an estate, set a month before they hold. @returns what the log says of it */
export function addTariffs(
  company: DemoCompany,
  estate: DemoEstate,
  { fromDay, setBy }: { readonly fromDay: number; readonly setBy: string },
): PastEvent[] {
  const at = dayStartMs(fromDay - 30) + 9 * 3_600_000;
  return tariffsOf(estate).map((tariff) => {
    const id = company.random.branch(`tariff/${estate.plan.code}/${tariff.code}`).id(at);
    company.rows.add('tariff', {
      ...{ company_id: company.id, id, estate_id: estate.id, code: tariff.code, kind: tariff.kind, name: tariff.name },
      ...{ basis: tariff.basis, uses: tariff.uses, rate_myriad: tariff.rateMyriad, currency: 'CNY' },
      ...{ payer: tariff.payer, vacant_percent: tariff.vacantPercent },
      ...{ not_taken_over_percent: tariff.notTakenOverPercent, advance_months: 0, advance_percent: 0 },
      ...{ due_day_of_month: tariff.dueDayOfMonth, due_month_offset: tariff.dueMonthOffset, authority: null },
      ...{ from_day: dayText(fromDay), until_day: null, set_by: setBy, set_at: new Date(at).toISOString(), version: 1 },
    });
    const facts = { code: tariff.code, kind: tariff.kind, fromDay: dayText(fromDay) };
    return pastEvent(company, {
      ...{ type: 'tariff.SET', estateId: estate.id, kind: 'tariff', id, by: setBy, at, facts },
    });
  });
}
