import { addCalendarMonths } from '../../domain/calendar/calendar-day.js';
import { dayNumber, dayText } from '../../domain/demo/demo-days.js';
import { habitOf, paysIn } from '../../domain/demo/paying-habit.js';
import { addBillRun, billedOn, billedUnits } from './bills.js';
import type { DemoCompany } from './demo-company.js';
import { FeeAccount } from './fee-account.js';
import type { PastEvent } from './repairs.js';
import type { Settled } from './residents.js';
import type { DemoTeam } from './staffing.js';
import { addTariffs, tariffsOf } from './tariffs.js';

/** How many months have been billed. */
const MONTHS = 24;
/** From how many months open on, and how often in a month that nothing is paid in, part of a debt is given up. */
const WAIVED_FROM_MONTHS = 3;
const WAIVED = 0.03;
/** The estates whose accounts the company keeps with the product so far: those that have a cashier of their own. */
const KEPT = ['E01', 'E02'];

/** Two years of charges and payments of an estate: most paid within the month, ahead, late or in lumps, some never. @rule R-FEE-01 @rule R-FEE-11 */
export function addFees(
  company: DemoCompany,
  home: Settled,
  { cashier, accountant, estateManager }: DemoTeam,
): PastEvent[] {
  const { estate, occupancies } = home;
  if (!KEPT.includes(estate.plan.code) || cashier === null || accountant === null) return [];
  const billed = { company, ...home, tariffs: tariffsOf(estate), startedBy: accountant };
  const units = billedUnits(billed);
  const months = monthsOf(company, dayText(estate.delivered));
  const first = months[0];
  if (first === undefined) return [];
  const events = addTariffs(company, estate, { fromDay: dayNumber(first), setBy: accountant });
  const accounts = new Map<string, FeeAccount>();
  const occupancyOf = new Map(occupancies.map((held) => [held.customerId, held.id]));
  const accountOf = (payerId: string): FeeAccount => {
    const random = company.random.branch(`account/${payerId}`);
    const occupancyId = occupancyOf.get(payerId) ?? null;
    const account = accounts.get(payerId) ?? new FeeAccount({ company, estate, payerId, occupancyId, cashier, random });
    accounts.set(payerId, account);
    return account;
  };
  for (const month of months) {
    const run = addBillRun(billed, units, month);
    events.push(...run.events);
    for (const [payerId, charges] of Map.groupBy(run.charges, (charge) => charge.payerId))
      accountOf(payerId).charge(charges);
    const waivers = { proposer: accountant, approver: estateManager };
    for (const [payerId, account] of accounts)
      payMonth(company, { payerId, account, month, isFirst: month === first, waivers });
  }
  for (const account of accounts.values()) events.push(...account.events);
  return events;
}

/** The months that were billed by the end of history, from the first one on which the estate stood. */
function monthsOf({ today }: DemoCompany, delivered: string): string[] {
  const present = `${dayText(today - 1).slice(0, 8)}01`;
  const next = addCalendarMonths(present, 1);
  const last = billedOn(next) < dayText(today) ? next : present;
  return Array.from({ length: MONTHS }, (_, i) => addCalendarMonths(last, i + 1 - MONTHS)).filter(
    (month) => month > delivered,
  );
}

interface PayerMonth {
  readonly payerId: string;
  readonly account: FeeAccount;
  readonly month: string;
  readonly isFirst: boolean;
  /** Who gives part of a debt up. */
  readonly waivers: { readonly proposer: string; readonly approver: string };
}

function payMonth(company: DemoCompany, { payerId, account, month, isFirst, waivers }: PayerMonth): void {
  const habit = habitOf(company.random.branch(`habit/${payerId}`));
  const pays = paysIn(habit, Number(month.slice(5, 7)), isFirst, company.random.branch(`pays/${payerId}/${month}`));
  if (!pays) {
    // After the last day on which a cheque of the month can have come back.
    const day = `${month.slice(0, 8)}27`;
    const isOld = account.openMinor > WAIVED_FROM_MONTHS * account.monthMinor;
    const waives = isOld && company.random.branch(`waiver/${payerId}/${month}`).chance(WAIVED);
    if (waives && day < dayText(company.today)) account.waive(day, waivers);
    return;
  }
  const day = `${month.slice(0, 8)}${String(pays.dayOfMonth).padStart(2, '0')}`;
  const amountMinor = account.openMinor + pays.aheadMonths * account.monthMinor - account.freeMinor;
  if (day < dayText(company.today) && amountMinor > 0) account.pay(day, amountMinor);
}
