import type { Currency } from '../money/money.js';
import type { NoticeGrouping } from './notice-grouping.js';

/** A charge of which something is open. */
export interface OpenCharge {
  readonly chargeId: string;
  readonly payerId: string;
  readonly unitId: string | null;
  readonly buildingId: string | null;
  /** The one steward of the building; null where it is several, or nobody. */
  readonly stewardId: string | null;
  readonly currency: Currency;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly dueDay: string;
  readonly openMinor: number;
}

/** A line of a notice: what was open of a charge when the notice was drawn. */
export interface DrawnLine {
  readonly chargeId: string;
  readonly openMinor: number;
  /** Whether its deadline lies before the collection month. */
  readonly isArrears: boolean;
}

/** What a notice says. */
export interface DrawnNotice {
  readonly payerId: string;
  readonly unitId: string | null;
  readonly buildingId: string | null;
  readonly stewardId: string | null;
  readonly currency: Currency;
  readonly lines: readonly DrawnLine[];
  /** What falls due in the month, and what is overdue beside it. */
  readonly currentMinor: number;
  readonly arrearsMinor: number;
  /** The days that the month's charges are for, half-open. */
  readonly fromDay: string;
  readonly untilDay: string;
  /** The first deadline in the month. */
  readonly dueDay: string;
}

/**
 * The notices of a collection month: one for each payer and unit, or for each payer over all units, of one currency. Whom
 * nothing falls due for in the month gets none; what is overdue stands on the notice apart from what falls due.
 * @rule R-FEE-03 @rule R-DUN-01 @rule Q-11
 */
export function drawNotices(charges: readonly OpenCharge[], month: string, grouping: NoticeGrouping): DrawnNotice[] {
  const groups = new Map<string, OpenCharge[]>();
  for (const charge of charges) {
    const unit = grouping === 'PER_UNIT' ? charge.unitId : null;
    const key = [charge.payerId, unit, charge.currency].join('/');
    const group = groups.get(key);
    if (group) group.push(charge);
    else groups.set(key, [charge]);
  }
  return [...groups.values()].flatMap((group) => noticeOf(group, month, grouping) ?? []);
}

function noticeOf(group: readonly OpenCharge[], month: string, grouping: NoticeGrouping): DrawnNotice | null {
  const current = group.filter(({ dueDay }) => dueDay >= month);
  const [first] = current;
  if (!first) return null;
  const place = [...current, ...group].find(({ buildingId }) => buildingId !== null) ?? first;
  const sum = (rows: readonly OpenCharge[]) => rows.reduce((total, { openMinor }) => total + openMinor, 0);
  const ordered = [...group].sort((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0));
  return {
    payerId: first.payerId,
    unitId: grouping === 'PER_UNIT' ? first.unitId : null,
    buildingId: place.buildingId,
    stewardId: place.stewardId,
    currency: first.currency,
    lines: ordered.map(({ chargeId, openMinor, dueDay }) => ({ chargeId, openMinor, isArrears: dueDay < month })),
    currentMinor: sum(current),
    arrearsMinor: sum(group) - sum(current),
    fromDay: current.map(({ fromDay }) => fromDay).reduce((a, b) => (a < b ? a : b)),
    untilDay: current.map(({ untilDay }) => untilDay).reduce((a, b) => (a > b ? a : b)),
    dueDay: current.map(({ dueDay }) => dueDay).reduce((a, b) => (a < b ? a : b)),
  };
}
