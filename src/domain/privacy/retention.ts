import type { PolicyValue } from '../policy/policies.js';
import type { TicketKind } from '../ticket/ticket-kind.js';

/** Kinds of tickets whose words and contacts are cleared when their time is over. */
export const RETAINED_KINDS = ['REPAIR', 'COMPLAINT', 'ENQUIRY', 'SERVICE_REQUEST', 'HELP_CALL'] as const;
export type RetainedKind = (typeof RETAINED_KINDS)[number];

/** Records that are cleared by themselves: tickets by kind, what of the contact log no ticket came of, visits to households. */
export const RETAINED_RECORDS = [...RETAINED_KINDS, 'CONTACT', 'OWNER_VISIT'] as const;
export type RetainedRecord = (typeof RETAINED_RECORDS)[number];

/**
 * For how many years after its end a ticket keeps words and contacts, an entry of the contact log after its receipt,
 * and a visit after it took place.
 * Complaints have their own term, everything else that was asked of the centre goes with repairs. Suggestions are archived without term (R-ARC-17).
 * @rule Q-24
 */
export const yearsToKeep = (
  kind: TicketKind | 'CONTACT' | 'OWNER_VISIT',
  terms: PolicyValue<'Q-24'>,
): number | null => {
  if (kind === 'SUGGESTION') return null;
  return kind === 'COMPLAINT' ? terms.complaints : terms.repairs;
};

/** The instant so many calendar years before; what ended before it is past its time. 29 February counts as 1 March. */
export function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now.getTime());
  then.setUTCFullYear(now.getUTCFullYear() - years);
  return then;
}
