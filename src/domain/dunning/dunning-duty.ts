import { addCalendarMonths, addDays } from '../calendar/calendar-day.js';
import type { PolicyValue } from '../policy/policies.js';
import type { DebtorReason } from './debtor-reason.js';
import type { DunningStage } from './dunning-stage.js';
import { isBeyond } from './time-overdue.js';

/** What is known of a case when its next step is asked for. */
export interface DutyFacts {
  readonly today: string;
  readonly stage: DunningStage;
  readonly openedOn: string;
  readonly reason: DebtorReason | null;
  /** Deadlines of what may be dunned for. */
  readonly dueDays: readonly string[];
  readonly calls: number;
  readonly visits: number;
  /** The day on which the lawyer's letter was sent; null while it was not. */
  readonly sentOn: string | null;
}

/** What is owed about a case, and by the end of which day. */
export interface DunningDuty {
  readonly kind: 'DUNNING_CALL' | 'DUNNING_VISIT' | 'LETTER_SERVICE';
  readonly dueDay: string;
}

/**
 * What the dunning team owes next; null where nothing is: dunning is stopped, or what follows is the company's to decide.
 * Who resides abroad is called, others are visited when the months have passed; a letter that was sent is served.
 * @rule R-DUN-02 @rule R-DUN-04 @rule D-09 @rule D-13
 */
export function dutyOf(facts: DutyFacts, months: number, days: PolicyValue<'D-13'>): DunningDuty | null {
  const { today, stage, openedOn, reason, dueDays, calls, visits, sentOn } = facts;
  if (stage === 'CLOSED' || dueDays.length === 0) return null;
  if (stage === 'LETTER_SENT' && sentOn !== null)
    return { kind: 'LETTER_SERVICE', dueDay: addDays(sentOn, days.serveWithin) };
  if (stage === 'LETTER_SERVED' || stage === 'LEGAL_ACTION') return null;
  if (reason === 'ABROAD')
    return calls > 0 ? null : { kind: 'DUNNING_CALL', dueDay: addDays(openedOn, days.callWithin) };
  const oldest = [...dueDays].sort()[0] ?? today;
  if (visits > 0 || !isBeyond(oldest, today, months)) return null;
  const exceededOn = addDays(addCalendarMonths(oldest, months), 1);
  const since = exceededOn > openedOn ? exceededOn : openedOn;
  return { kind: 'DUNNING_VISIT', dueDay: addDays(since, days.visitWithin) };
}
