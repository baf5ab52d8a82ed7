/** Where a charge comes from. */
export const CHARGE_SOURCES = ['RAISED', 'TRANSFERRED', 'LATE_PAYMENT', 'BILL_RUN', 'OPENING'] as const;
export type ChargeSource = (typeof CHARGE_SOURCES)[number];
