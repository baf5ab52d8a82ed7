import { ruleRefused } from '../errors.js';
import type { PolicyValue } from '../policy/policies.js';
import type { DebtorReason } from './debtor-reason.js';
import { isBeyond } from './time-overdue.js';

/** What speaks for a lawyer's letter to a debtor. */
export interface LetterFacts {
  readonly today: string;
  /** Deadlines of what may be dunned for: overdue, and stopped by nothing. */
  readonly dueDays: readonly string[];
  /** Visits after which the debtor still refused. */
  readonly refusals: number;
  readonly reason: DebtorReason | null;
  /** Calls that took place. */
  readonly calls: number;
}

/** By which policies it is judged. */
export interface LetterTerms {
  /** calendar months. */
  readonly months: PolicyValue<'Q-12'>;
  /** */
  readonly visits: PolicyValue<'Q-13'>;
  readonly needs: PolicyValue<'P-22'>;
  readonly afterYear: PolicyValue<'P-21'>;
}

/** What entitles to a lawyer's letter. TIME: more than two months and within a year. VISITS: two and still refused. */
export const LETTER_GROUNDS = ['TIME', 'VISITS', 'COMPANY_DECISION'] as const;
export type LetterGround = (typeof LETTER_GROUNDS)[number];

const YEAR = 12;

/**
 * Why a debtor may be sent a lawyer's letter; null where nothing entitles to it. After more than a year the policy says
 * whether refused visits are needed, or the company decides.
 * @rule R-DUN-07 @rule R-DUN-08 @rule P-21 @rule P-22
 */
export function letterGround(facts: LetterFacts, terms: LetterTerms): LetterGround | null {
  const { today, dueDays, refusals } = facts;
  const { months, visits, needs, afterYear } = terms;
  if (dueDays.length === 0) return null;
  const refused = refusals >= visits;
  const late = dueDays.filter((day) => isBeyond(day, today, months));
  const inBand = late.some((day) => !isBeyond(day, today, YEAR));
  const enough = (time: boolean): boolean => (needs === 'BOTH' ? time && refused : time || refused);
  if (late.length === 0 || inBand) return enough(inBand) ? (inBand ? 'TIME' : 'VISITS') : null;
  if (refused) return 'VISITS';
  if (afterYear === 'AFTER_REFUSED_VISITS' || needs === 'BOTH') return null;
  return afterYear === 'ALWAYS' ? 'TIME' : 'COMPANY_DECISION';
}

/**
 * Lets a letter be proposed to whom it may be sent. Whoever resides abroad is telephoned before.
 * @rule R-DUN-02 @rule R-DUN-07
 * @throws RULE_REFUSED R-DUN-07 without a ground, D-13 when dunning is stopped, R-DUN-02 when nobody called abroad
 */
export function assertLetter(caseId: string, facts: LetterFacts, terms: LetterTerms): LetterGround {
  const { dueDays, refusals, reason, calls } = facts;
  if (dueDays.length === 0) throw ruleRefused('D-13', 'Dunning is stopped.', { caseId });
  const ground = letterGround(facts, terms);
  if (ground === null)
    throw ruleRefused('R-DUN-07', 'Neither long enough overdue nor refused often enough.', {
      ...{ caseId, refusals, overdueSince: [...dueDays].sort()[0] ?? null },
      ...{ months: terms.months, visits: terms.visits },
    });
  if (reason === 'ABROAD' && calls === 0)
    throw ruleRefused('R-DUN-02', 'Who resides abroad is telephoned first.', { caseId });
  return ground;
}
