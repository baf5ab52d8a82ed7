import { addCalendarMonths } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';

/**
 * What stops dunning. DISPUTED: until somebody says how it ended. COMPLAINT: while the complaint is open. PROMISE: to the
 * end of the promised day. INSTALMENTS: while they are kept.
 * @rule D-13
 */
export const HOLD_KINDS = ['DISPUTED', 'COMPLAINT', 'PROMISE', 'INSTALMENTS'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** What a hold is said to be. */
export interface WantedHold {
  readonly kind: HoldKind;
  readonly chargeId: string | null;
  readonly complaintId: string | null;
  readonly untilDay: string | null;
  readonly instalments: readonly { readonly dueDay: string; readonly amountMinor: number }[];
}

/** Nobody's promise stops dunning for longer, in calendar months. */
const PROMISE_MONTHS = 3;
/** The most instalments of one agreement. */
const MOST_INSTALMENTS = 60;

/**
 * Lets a hold pass that can be: a complaint names its ticket, a promise its day, an agreement its instalments, which are
 * ordered, ahead and together what is owed.
 * @rule D-13
 * @throws INVALID_INPUT with the path and the rule for anything else
 */
export function assertHold(hold: WantedHold, today: string, arrearsMinor: number): void {
  const { kind, complaintId, untilDay, instalments, chargeId } = hold;
  const flaw = (path: string, why: string) => invalidInput(`input.${path}`, why, { rule: 'D-13' });
  if ((complaintId !== null) !== (kind === 'COMPLAINT'))
    throw flaw('complaintId', 'name the complaint of a hold for a complaint, and of no other');
  if ((untilDay !== null) !== (kind === 'PROMISE'))
    throw flaw('untilDay', 'name the day of a promise, and of no other hold');
  if (instalments.length > 0 !== (kind === 'INSTALMENTS'))
    throw flaw('instalments', 'name the instalments of an agreement, and of no other hold');
  if (chargeId !== null && (kind === 'PROMISE' || kind === 'INSTALMENTS'))
    throw flaw('chargeId', 'a promise and an agreement are about all that is overdue');
  if (untilDay !== null && (untilDay < today || untilDay > addCalendarMonths(today, PROMISE_MONTHS)))
    throw flaw('untilDay', `must be today or later, and within ${PROMISE_MONTHS} months`);
  if (instalments.length === 0) return;
  if (instalments.length > MOST_INSTALMENTS) throw flaw('instalments', `must have at most ${MOST_INSTALMENTS} items`);
  for (const [i, { dueDay }] of instalments.entries())
    if (dueDay < (instalments[i - 1]?.dueDay ?? today))
      throw flaw(`instalments.${i}.dueDay`, 'must not lie before today or the one before');
  const sum = instalments.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (sum !== arrearsMinor) throw flaw('instalments', 'must together be what is overdue, to the last minor unit');
}
