/**
 * What an entry of the ledger does. A charge and a payment are lines of their own; every other line changes what is open
 * of the one, what is free of the other, or both.
 */
export const ENTRY_KINDS = [
  'ALLOCATION',
  'INCREASE',
  'REDUCTION',
  'WAIVER',
  'WRITE_OFF',
  'TRANSFER',
  'CANCELLATION',
  'REFUND',
  'PAYMENT_REVERSAL',
  'CHANNEL_FEE',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How an entry moves what is open of its charge and what is free of its payment; the reversal of an entry, the other way. */
interface EntryEffect {
  readonly charge: -1 | 0 | 1;
  readonly payment: -1 | 0;
}

export const EFFECTS: Readonly<Record<EntryKind, EntryEffect>> = {
  ALLOCATION: { charge: -1, payment: -1 },
  INCREASE: { charge: 1, payment: 0 },
  REDUCTION: { charge: -1, payment: 0 },
  WAIVER: { charge: -1, payment: 0 },
  WRITE_OFF: { charge: -1, payment: 0 },
  TRANSFER: { charge: -1, payment: 0 },
  CANCELLATION: { charge: -1, payment: 0 },
  REFUND: { charge: 0, payment: -1 },
  PAYMENT_REVERSAL: { charge: 0, payment: -1 },
  CHANNEL_FEE: { charge: 0, payment: 0 },
};

/**
 * What ends a charge or a payment for good, and is therefore never reversed: what is wrong about it is entered anew. A
 * transfer is taken back by a transfer the other way.
 */
export const FINAL_KINDS: readonly EntryKind[] = ['TRANSFER', 'CANCELLATION', 'PAYMENT_REVERSAL', 'CHANNEL_FEE'];

/** Why something was taken back. */
export const REVERSAL_REASONS = [
  'WRONG_AMOUNT',
  'WRONG_PAYER',
  'WRONG_CHARGE',
  'DUPLICATE',
  'RETURNED_BY_BANK',
  'OTHER',
] as const;
export type ReversalReason = (typeof REVERSAL_REASONS)[number];

const terms = (side: keyof EntryEffect): string => {
  const of = (sign: number): string =>
    ENTRY_KINDS.filter((kind) => EFFECTS[kind][side] === sign)
      .map((kind) => `'${kind}'`)
      .join(', ');
  const more = of(1);
  return `case ${more ? `when kind in (${more}) then 1 ` : ''}when kind in (${of(-1)}) then -1 else 0 end`;
};

/** The stored column that says how an entry moves one side, in minor units; the table keeps it, and nobody else can. */
export const effectColumnOf = (side: keyof EntryEffect): string =>
  `(${terms(side)} * case when reverses_id is null then 1 else -1 end * amount_minor) stored`;
