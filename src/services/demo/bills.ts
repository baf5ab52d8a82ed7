import { billUnit, type SkipReason } from '../../domain/billing/bill-unit.js';
import { addCalendarMonths } from '../../domain/calendar/calendar-day.js';
import { nextMonthOf } from '../../domain/charge/charge-period.js';
import { dayNumber, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { OpenItem } from '../../domain/ledger/settle-order.js';
import type { DatedState } from '../../domain/place/household.js';
import type { DemoCompany, DemoEstate, DemoOccupancy, DemoUnit } from './demo-company.js';
import type { PastEvent } from './repairs.js';
import { pastEvent } from './rule-event.js';
import type { Settled } from './residents.js';
import type { DemoTariff } from './tariffs.js';

const HOUR_MS = 3_600_000;

/** A charge of the past, with whose account it stands on. */
export interface DemoCharge extends OpenItem {
  readonly payerId: string;
  readonly unitId: string;
  readonly bookedDay: string;
  readonly amountMinor: number;
  readonly recordedMs: number;
}

/** Everything that a run of an estate looks at. */
export interface BilledEstate extends Settled {
  readonly company: DemoCompany;
  readonly estate: DemoEstate;
  readonly tariffs: readonly DemoTariff[];
  readonly startedBy: string;
}

/** A unit with what is known of it. */
interface BilledUnit extends DemoUnit {
  readonly chargeAreaMilli: number;
  readonly states: readonly DatedState[];
  readonly held: readonly DemoOccupancy[];
}

/** The units of an estate as its runs see them, in the order of their ids. */
export function billedUnits({ company, estate, occupancies }: BilledEstate): BilledUnit[] {
  const areas = new Map(company.rows.of('unit').map((row) => [row['id'], Number(row['charge_area_milli'])]));
  const states = Map.groupBy(company.rows.of('unit_state'), (row) => row['unit_id']);
  const held = Map.groupBy(occupancies, (each) => each.unitId);
  return [...estate.units]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((unit) => ({
      ...unit,
      chargeAreaMilli: areas.get(unit.id) ?? 0,
      states: (states.get(unit.id) ?? []).map((row) => ({
        fromDay: String(row['from_day']),
        state: row['state'] as DatedState['state'],
      })),
      held: held.get(unit.id) ?? [],
    }));
}

/** The day on which a month is billed: the 25th of the one before. */
export const billedOn = (month: string): string => `${addCalendarMonths(month, -1).slice(0, 8)}25`;

/** Bills an estate for a month, as a run does: charges, what was skipped and why, and what the log says. @rule R-FEE-01 */
export function addBillRun(
  billed: BilledEstate,
  units: readonly BilledUnit[],
  month: string,
): { readonly charges: readonly DemoCharge[]; readonly events: readonly PastEvent[] } {
  const { company, estate, tariffs, startedBy } = billed;
  const { rows } = company;
  const random = company.random.branch(`bills/${estate.plan.code}/${month}`);
  const bookedDay = billedOn(month);
  const startedMs = dayStartMs(dayNumber(bookedDay)) + 19 * HOUR_MS;
  const recordedMs = startedMs + HOUR_MS;
  const runId = random.id(startedMs);
  const at = new Date(recordedMs).toISOString();
  const own = { company_id: company.id, estate_id: estate.id };
  const charges: DemoCharge[] = [];
  const skip = (unitId: string, code: string, reason: SkipReason): void =>
    rows.add('bill_skip', { ...own, run_id: runId, unit_id: unitId, tariff_code: code, month, reason });
  let skipped = 0;
  for (const unit of units)
    for (const tariff of tariffs.filter(({ uses }) => uses.includes(unit.use))) {
      const bill = billUnit(tariff, factsOf(unit), { month, months: 1, splitByDay: true });
      if ('skipped' in bill) {
        skip(unit.id, tariff.code, bill.skipped);
        skipped += 1;
      } else
        for (const line of bill.lines) {
          const id = random.id(recordedMs);
          const { payerId, fromDay, untilDay, dueDay, amountMinor } = line;
          rows.add('charge', {
            ...{ ...own, id, payer_id: payerId, unit_id: unit.id, kind: tariff.kind, source: 'BILL_RUN' },
            ...{ origin_id: null, from_day: fromDay, until_day: untilDay, due_day: dueDay, amount_minor: amountMinor },
            ...{ currency: 'CNY', note: null, booked_day: bookedDay, recorded_at: at, recorded_by: startedBy },
            ...{ bill_run_id: runId, tariff_code: tariff.code },
          });
          const standing = { id, kind: tariff.kind, dueDay, fromDay, openMinor: amountMinor, amountMinor };
          charges.push({ ...standing, payerId, unitId: unit.id, bookedDay, recordedMs });
        }
    }
  const amountMinor = charges.reduce((sum, charge) => sum + charge.amountMinor, 0);
  const counted = { lines: charges.length, skipped };
  rows.add('bill_run', {
    ...{ ...own, id: runId, from_month: month, months: 1, tariff_codes: [], stage: 'DONE' },
    ...{ after_unit_id: units.at(-1)?.id ?? null, units_total: units.length, units_done: units.length },
    ...{ ...counted, amount_minor: amountMinor, currency: 'CNY', started_by: startedBy },
    ...{ started_at: new Date(startedMs).toISOString(), finished_at: at, version: 5 },
  });
  const told = (type: string, version: number, stage: string, atMs: number, facts: object): PastEvent =>
    pastEvent(company, {
      ...{ type: `billRun.${type}`, estateId: estate.id, kind: 'billRun', id: runId, version, by: startedBy, at: atMs },
      facts: { stage, unitsTotal: units.length, ...facts },
    });
  const none = { unitsDone: 0, lines: 0, skipped: 0 };
  const done = { unitsDone: units.length, ...counted };
  const untilMonth = nextMonthOf(month);
  const events = [
    told('STARTED', 1, 'PREVIEWING', startedMs, { ...none, fromMonth: month, untilMonth, months: 1 }),
    told('PREVIEWED', 3, 'PREVIEWED', startedMs + 60_000, done),
    told('CONFIRMED', 4, 'RUNNING', recordedMs - 60_000, none),
    told('DONE', 5, 'DONE', recordedMs, done),
  ];
  return { charges, events };
}

function factsOf({ chargeAreaMilli, states, held }: BilledUnit) {
  const holders = held.map(({ customerId, capacity, from, until }) => ({
    ...{ customerId, capacity, fromDay: dayText(from), untilDay: until === null ? null : dayText(until) },
    erased: false,
  }));
  return { chargeAreaMilli, states, holders, usage: 'NO_READING' as const, sharedMinor: null, billed: false };
}
