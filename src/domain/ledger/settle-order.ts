import { COLLECTED_ON_BEHALF, type ChargeKind } from '../charge/charge-kind.js';

/** In which order money settles what is open where the payer says nothing. */
export const SETTLE_ORDERS = ['OLDEST_FIRST', 'LATE_FEES_LAST', 'ON_BEHALF_FIRST'] as const;
export type SettleOrder = (typeof SETTLE_ORDERS)[number];

/** A charge with something open on it. */
export interface OpenItem {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly dueDay: string;
  readonly fromDay: string;
  readonly openMinor: number;
}

/** What one item gets. */
export interface Share {
  readonly chargeId: string;
  readonly amountMinor: number;
}

const RANK: Readonly<Record<SettleOrder, (kind: ChargeKind) => number>> = {
  OLDEST_FIRST: () => 0,
  LATE_FEES_LAST: (kind) => (kind === 'LATE_FEE' ? 1 : 0),
  ON_BEHALF_FIRST: (kind) => (COLLECTED_ON_BEHALF.includes(kind) ? 0 : 1),
};

/** The items in the order in which money settles them: by the policy's rank, then by deadline, period and id. */
export function inSettleOrder<I extends OpenItem>(items: readonly I[], order: SettleOrder): I[] {
  const rank = RANK[order];
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...items].sort(
    (a, b) =>
      rank(a.kind) - rank(b.kind) || byText(a.dueDay, b.dueDay) || byText(a.fromDay, b.fromDay) || byText(a.id, b.id),
  );
}

/**
 * Spreads money over items in their order: each gets what is open of it while there is some left. The shares and what is
 * left are together the money, to the last minor unit.
 */
export function spread(
  items: readonly OpenItem[],
  moneyMinor: number,
): { readonly shares: readonly Share[]; readonly leftMinor: number } {
  const shares: Share[] = [];
  let left = moneyMinor;
  for (const { id, openMinor } of items) {
    if (left === 0) break;
    const amountMinor = Math.min(left, openMinor);
    if (amountMinor > 0) shares.push({ chargeId: id, amountMinor });
    left -= amountMinor;
  }
  return { shares, leftMinor: left };
}
