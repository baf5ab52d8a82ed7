/** A charge that is due, with the mandate under which it may be withheld. */
export interface DueCharge {
  readonly chargeId: string;
  readonly mandateId: string;
  readonly payerId: string;
  /** The unit of the mandate; null where it is for all of the payer. */
  readonly mandateUnitId: string | null;
  readonly openMinor: number;
}

/** What is asked of one account at once. */
export interface DrawnItem {
  readonly reference: string;
  readonly mandateId: string;
  readonly payerId: string;
  readonly unitId: string | null;
  readonly amountMinor: number;
  readonly charges: readonly { readonly chargeId: string; readonly amountMinor: number }[];
}

const DIGITS = 5;

/**
 * The items of a batch: one a mandate, over all that is due under it, each with a reference that no other item of the company
 * has, as long as no two batches have a number in common.
 * @rule R-FEE-11
 */
export function drawItems(due: readonly DueCharge[], serial: number): DrawnItem[] {
  const byMandate = new Map<string, DueCharge[]>();
  for (const charge of due) {
    const own = byMandate.get(charge.mandateId);
    if (own) own.push(charge);
    else byMandate.set(charge.mandateId, [charge]);
  }
  return [...byMandate.values()].flatMap((charges, at) => {
    const [first] = charges;
    if (!first) return [];
    return [
      {
        reference: `W${serial}-${String(at + 1).padStart(DIGITS, '0')}`,
        ...{ mandateId: first.mandateId, payerId: first.payerId, unitId: first.mandateUnitId },
        amountMinor: charges.reduce((sum, { openMinor }) => sum + openMinor, 0),
        charges: charges.map(({ chargeId, openMinor }) => ({ chargeId, amountMinor: openMinor })),
      },
    ];
  });
}

/**
 * How much of what was withheld goes on which charge: what was asked for, as far as it is open still; the rest is paid ahead.
 * @rule R-FEE-11 @rule D-21
 */
export function sharesOf(
  withheldMinor: number,
  charges: readonly { readonly chargeId: string; readonly amountMinor: number; readonly openMinor: number }[],
): { readonly chargeId: string; readonly amountMinor: number }[] {
  let left = withheldMinor;
  return charges.flatMap(({ chargeId, amountMinor, openMinor }) => {
    const share = Math.min(amountMinor, openMinor, left);
    left -= share;
    return share > 0 ? [{ chargeId, amountMinor: share }] : [];
  });
}
