import { addCalendarMonths } from '../calendar/calendar-day.js';
import { invalidInput, ruleRefused } from '../errors.js';

/** What is served on a debtor. */
export const SERVED_DOCUMENTS = ['PAYMENT_NOTICE', 'LAWYER_LETTER'] as const;
export type ServedDocument = (typeof SERVED_DOCUMENTS)[number];

/** How: handed over in person by the steward, by post or courier, by public notice. @rule R-DUN-13 @rule R-DUN-14 @rule R-DUN-15 */
export const SERVICE_METHODS = ['STEWARD', 'POST', 'PUBLIC_NOTICE'] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** What came of it. SERVED: signed for, received, posted up. REFUSED: would not sign. NOT_FOUND: nobody there. UNDELIVERABLE: came back. */
export const SERVICE_OUTCOMES = ['SERVED', 'REFUSED', 'NOT_FOUND', 'UNDELIVERABLE'] as const;
export type ServiceOutcome = (typeof SERVICE_OUTCOMES)[number];

/** An attempt to serve a document. */
export interface ServiceAttempt {
  readonly method: ServiceMethod;
  readonly outcome: ServiceOutcome;
}

const OUTCOMES: Readonly<Record<ServiceMethod, readonly ServiceOutcome[]>> = {
  STEWARD: ['SERVED', 'REFUSED', 'NOT_FOUND'],
  POST: ['SERVED', 'REFUSED', 'UNDELIVERABLE'],
  PUBLIC_NOTICE: ['SERVED'],
};

/** @throws INVALID_INPUT with the rule for an outcome that the way of service cannot have */
export function assertOutcome({ method, outcome }: ServiceAttempt): void {
  if (!OUTCOMES[method].includes(outcome))
    throw invalidInput('input.outcome', `must be one of ${OUTCOMES[method].join(', ')}`, { rule: 'R-DUN-16' });
}

/**
 * Lets an attempt pass whose turn it is: each way before it, in the order of the policy, was tried for the same document and
 * has failed. Any one of them that succeeds is valid service.
 * @rule R-DUN-16 @rule R-DUN-17 @rule D-09
 * @throws RULE_REFUSED R-DUN-17 where a way before was not tried, has not failed, or this way is none of the policy's
 */
export function assertServiceOrder(
  method: ServiceMethod,
  before: readonly ServiceAttempt[],
  order: readonly ServiceMethod[],
): void {
  const at = order.indexOf(method);
  const untried = order.slice(0, at).find((way) => !before.some((each) => each.method === way));
  if (at < 0 || untried !== undefined)
    throw ruleRefused('R-DUN-17', 'Another way of service comes first, and has to fail.', {
      method,
      first: untried ?? null,
      order: order.join(),
    });
}

/** The attempts that belong to the document at hand: those since it, or the one before, was served. */
export function attemptsSinceServed(attempts: readonly ServiceAttempt[]): readonly ServiceAttempt[] {
  const last = attempts.map(({ outcome }) => outcome).lastIndexOf('SERVED');
  return attempts.slice(last + 1);
}

/** What proves service, by the kinds of what is attached. */
const EVIDENCE: Readonly<Record<ServiceMethod, readonly string[]>> = {
  STEWARD: ['SIGNATURE', 'SCAN'],
  POST: ['COURIER_SLIP'],
  PUBLIC_NOTICE: ['PHOTO'],
};

/**
 * Whether an attempt is proven: the signed record of what was handed over, the receipt of the courier, a photo of the board.
 * That somebody refused or was not there is proven by the record itself.
 * @rule R-DUN-12 @rule R-DUN-13 @rule R-DUN-14 @rule R-DUN-15
 */
export const isProven = ({ method, outcome }: ServiceAttempt, attached: readonly string[]): boolean =>
  (method === 'STEWARD' && outcome !== 'SERVED') || EVIDENCE[method].some((kind) => attached.includes(kind));

/**
 * The day from which a claim is barred: so many years after the oldest deadline, or after the last service since then.
 * Without a service that counts it runs from the deadline.
 * @rule R-DUN-16 @rule Q-39 @rule D-09
 */
export const limitationDay = (overdueSince: string, interruptedOn: string | null, years: number): string =>
  addCalendarMonths(interruptedOn !== null && interruptedOn > overdueSince ? interruptedOn : overdueSince, years * 12);
