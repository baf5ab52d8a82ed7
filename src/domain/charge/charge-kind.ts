/**
 * What customers are charged for: fees of the company, what it collects on behalf of others, and penalties. Deposits are
 * none: they are held, not owed.
 * @rule R-FEE-02
 */
export const CHARGE_KINDS = [
  'PROPERTY_FEE',
  'PARKING_FEE',
  'PARKING_SERVICE_FEE',
  'SPACE_RENT',
  'SHORT_STAY_PARKING',
  'PARKING_CARD_FEE',
  'CARD_RENTAL',
  'WATER',
  'ELECTRICITY',
  'SHARED_UTILITIES',
  'SPECIAL_SERVICE',
  'REPAIR',
  'RENOVATION_WASTE',
  'RENOVATION_LITTERING',
  'TEMPORARY_PASS',
  'CARD_REPLACEMENT',
  'MOVE_IN',
  'PENALTY',
  'LATE_FEE',
] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** What is collected on behalf of others: water, electricity, and the common parts of both (代收代缴). @rule R-FEE-02 */
export const COLLECTED_ON_BEHALF: readonly ChargeKind[] = ['WATER', 'ELECTRICITY', 'SHARED_UTILITIES'];
