/** Why an item is left out of a metric; every reason is shown with its count. @rule R-MET-06 */
export const EXCLUSION_REASONS = {
  MERGED: 'It was joined to another as its duplicate.',
  CANCELLED: 'It was called off before the limit.',
  DECLINED: 'It was declined.',
  CONTROL_ROOM: 'The control room took it at night; it stands on its own line.',
  OTHER_TIME_AGREED: 'Another time was agreed with the customer; it stands among the appointments.',
  NO_LONGER_OWED: 'What was owed fell away before the limit: another class, another urgency, another appointment.',
  WAIVED: 'Somebody answerable has waived it, with a reason.',
  COMMON_AREA: 'It concerns no household.',
  UNSUBSTANTIATED: 'It was judged not to be founded.',
  NOT_REACHED: 'The customer was not reached.',
  OTHER_CURRENCY: 'It is in another currency than yuan; `collection` has it by currency.',
  NO_ANSWER: 'The customer gave no answer.',
} as const satisfies Readonly<Record<string, string>>;
export type ExclusionReason = keyof typeof EXCLUSION_REASONS;
