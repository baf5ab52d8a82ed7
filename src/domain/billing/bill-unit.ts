import { addCalendarMonths, dayNumber, dayOf } from '../calendar/calendar-day.js';
import { nextMonthOf } from '../charge/charge-period.js';
import type { ChargeKind } from '../charge/charge-kind.js';
import type { UseUnknown } from '../meter/metered-use.js';
import { holdsOn } from '../people/occupancy-period.js';
import type { OccupancyCapacity } from '../people/occupancy-capacity.js';
import { stateOn, type DatedState } from '../place/household.js';
import type { UnitStateKind } from '../place/unit-state.js';
import { apportion } from './apportion.js';
import { costAtRate, percentOf, type TariffBasis, type TariffPayer } from './tariff.js';

/** Why a unit is not charged by a tariff for a month. */
export const SKIP_REASONS = [
  'ALREADY_BILLED',
  'NO_AREA',
  'NO_READING',
  'NO_COST',
  'NO_PAYER',
  'PAYER_ERASED',
  'FREE',
  'READING_HELD',
  'PREPAID',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A tariff as it holds for a month. */
export interface TariffInForce {
  readonly kind: ChargeKind;
  readonly basis: TariffBasis;
  /** Null for shares of a cost. */
  readonly rateMyriad: number | null;
  readonly payer: TariffPayer;
  /** What a vacant unit, and one that is not taken over, is charged of the whole, in hundredths. */
  readonly vacantPercent: number;
  readonly notTakenOverPercent: number;
  /** From how many months billed at once so many hundredths are let off. */
  readonly advanceMonths: number;
  readonly advancePercent: number;
  /** The deadline: a day of the month that lies so many months after that of the charge. */
  readonly dueDayOfMonth: number;
  readonly dueMonthOffset: number;
}

/** A holder of a unit. */
interface Holder {
  readonly customerId: string;
  readonly capacity: OccupancyCapacity;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly erased: boolean;
}

/** What is known of a unit and a month. */
export interface UnitFacts {
  readonly chargeAreaMilli: number | null;
  readonly states: readonly DatedState[];
  readonly holders: readonly Holder[];
  /** What its meters have counted and nobody was charged for, in thousandths; or why nobody can tell. */
  readonly usage: number | UseUnknown;
  /** The unit's share of what the common parts have cost; null where the cost was not entered. */
  readonly sharedMinor: number | null;
  readonly billed: boolean;
}

/** How a run bills. */
export interface BillTerms {
  /** First day of the month. */
  readonly month: string;
  /** How many months the run bills at once. */
  readonly months: number;
  /** Whether payers that change within the month share it by days; else the payer of the first day owes it all. */
  readonly splitByDay: boolean;
}

/** One line of a bill. */
export interface BillLine {
  readonly payerId: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly dueDay: string;
  readonly amountMinor: number;
}

type UnitBill = { readonly lines: readonly BillLine[] } | { readonly skipped: SkipReason };

/** What a unit is charged of the whole, by its state on the first day of the month; one without a state counts as vacant. */
export function percentInState(
  tariff: Pick<TariffInForce, 'vacantPercent' | 'notTakenOverPercent'>,
  state: UnitStateKind | null,
): number {
  if (state === 'NOT_TAKEN_OVER') return tariff.notTakenOverPercent;
  return state === 'VACANT' || state === null ? tariff.vacantPercent : 100;
}

/**
 * What a unit is charged by a tariff for a calendar month, by payer; the parts are together the whole. Days on which nobody
 * is there to pay are nobody's, and nobody else's either.
 * @rule D-21 @rule Q-31 @rule R-FEE-08
 */
export function billUnit(tariff: TariffInForce, facts: UnitFacts, terms: BillTerms): UnitBill {
  if (facts.billed) return { skipped: 'ALREADY_BILLED' };
  const whole = wholeOf(tariff, facts);
  if (typeof whole === 'string') return { skipped: whole };
  const { month, months, splitByDay } = terms;
  const state = stateOn(facts.states, month);
  const inState =
    tariff.basis === 'PER_AREA' || tariff.basis === 'PER_UNIT'
      ? percentOf(whole, percentInState(tariff, state))
      : whole;
  const discount = months >= tariff.advanceMonths && tariff.advanceMonths > 0 ? tariff.advancePercent : 0;
  const amountMinor = inState - percentOf(inState, discount);
  if (amountMinor === 0) return { skipped: 'FREE' };
  const parts = payersOf(tariff.payer, facts.holders, month, splitByDay);
  if (!parts.some(({ payer }) => payer !== null)) return { skipped: 'NO_PAYER' };
  if (parts.some(({ payer }) => payer?.erased)) return { skipped: 'PAYER_ERASED' };
  const dueDay = dueDayOf(tariff, month);
  const shares = apportion(
    amountMinor,
    parts.map(({ from, until }) => until - from),
  );
  const lines = parts.flatMap(({ payer, from, until }, i) => {
    const share = shares[i] ?? 0;
    return payer && share > 0
      ? [{ payerId: payer.customerId, fromDay: dayOf(from), untilDay: dayOf(until), dueDay, amountMinor: share }]
      : [];
  });
  return lines.length > 0 ? { lines } : { skipped: 'FREE' };
}

function wholeOf({ basis, rateMyriad }: TariffInForce, facts: UnitFacts): number | SkipReason {
  const { chargeAreaMilli, usage, sharedMinor } = facts;
  switch (basis) {
    case 'PER_AREA':
      return chargeAreaMilli === null ? 'NO_AREA' : costAtRate(chargeAreaMilli, rateMyriad ?? 0);
    case 'PER_UNIT':
      return costAtRate(1000, rateMyriad ?? 0);
    case 'METERED':
      return typeof usage === 'string' ? usage : costAtRate(usage, rateMyriad ?? 0);
    case 'APPORTIONED':
      return chargeAreaMilli === null ? 'NO_AREA' : (sharedMinor ?? 'NO_COST');
  }
}

interface Part {
  readonly payer: Holder | null;
  /** Day numbers, half-open. */
  readonly from: number;
  readonly until: number;
}

/** Who pays for which days of a month, in their order; neighbouring days of one payer are one part. */
function payersOf(whom: TariffPayer, holders: readonly Holder[], month: string, splitByDay: boolean): Part[] {
  const [first, end] = [dayNumber(month), dayNumber(nextMonthOf(month))];
  if (!splitByDay) return [{ payer: payerOn(whom, holders, month), from: first, until: end }];
  const parts: Part[] = [];
  for (let day = first; day < end; day += 1) {
    const payer = payerOn(whom, holders, dayOf(day));
    const last = parts.at(-1);
    if (last && last.payer?.customerId === payer?.customerId) parts[parts.length - 1] = { ...last, until: day + 1 };
    else parts.push({ payer, from: day, until: day + 1 });
  }
  return parts;
}

/** Who pays on a day: of several, who came last. @rule Q-31 */
function payerOn(whom: TariffPayer, holders: readonly Holder[], day: string): Holder | null {
  const there = holders.filter((holder) => holdsOn(holder, day)).sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1));
  const owner = there.find(({ capacity }) => capacity === 'OWNER') ?? null;
  if (whom === 'OWNER') return owner;
  return (
    there.find(({ capacity }) => capacity === 'TENANT') ??
    there.find(({ capacity }) => capacity === 'OCCUPANT') ??
    owner
  );
}

/** The last day on which payment is in time. */
export const dueDayOf = (
  { dueDayOfMonth, dueMonthOffset }: Pick<TariffInForce, 'dueDayOfMonth' | 'dueMonthOffset'>,
  month: string,
): string => `${addCalendarMonths(month, dueMonthOffset).slice(0, 8)}${String(dueDayOfMonth).padStart(2, '0')}`;
