import { touchesQuietHours } from '../callback/quiet-hours.js';
import { dayNumber, weekdayOf } from '../calendar/calendar-day.js';
import { localInstant } from '../calendar/local-instant.js';
import { ruleRefused } from '../errors.js';
import { localDay } from '../place/local-day.js';
import type { PolicyValue } from '../policy/policies.js';

/** By which rules a dunning visit is judged. */
export interface VisitTerms {
  readonly timeZone: string;
  /** P-02. */
  readonly quiet: PolicyValue<'P-02'>;
  /** */
  readonly eveningFrom: PolicyValue<'Q-42'>;
  /** P-31. */
  readonly teamAtLeast: number;
}

/** What is wrong with a visit to a debtor; it is recorded all the same, flagged and counted. @rule R-DUN-05 @rule R-DUN-06 @rule R-DUN-18 */
export interface VisitFlaws {
  /** Fewer than the team has to be. */
  readonly tooFew: boolean;
  /** Neither in the evening nor at a weekend. */
  readonly offHours: boolean;
  readonly inQuietHours: boolean;
}

const MINUTE = 60_000;
const isWeekend = (day: string): boolean => ['SAT', 'SUN'].includes(weekdayOf(dayNumber(day)));

/**
 * What is wrong with a visit at an instant by so many people. The evening begins by policy and ends with the quiet hours;
 * a weekend is Saturday and Sunday of the estate.
 * @rule R-DUN-05 @rule R-DUN-06 @rule R-DUN-18 @rule Q-42
 */
export function visitFlaws(at: Date, team: number, terms: VisitTerms): VisitFlaws {
  const { timeZone, quiet, eveningFrom, teamAtLeast } = terms;
  const day = localDay(at, timeZone);
  const inQuietHours = touchesQuietHours(at, new Date(at.getTime() + MINUTE), 'HOME_VISIT', timeZone, quiet);
  const inEvening = at >= localInstant(day, eveningFrom, timeZone) && !inQuietHours;
  return { tooFew: team < teamAtLeast, offHours: !inEvening && !isWeekend(day), inQuietHours };
}

/**
 * Lets a visit be planned that keeps the rules.
 * @throws RULE_REFUSED R-DUN-06 for too few, R-DUN-18 in quiet hours, R-DUN-05 neither in the evening nor at a weekend
 */
export function assertVisitHours(at: Date, team: number, terms: VisitTerms): void {
  const { tooFew, offHours, inQuietHours } = visitFlaws(at, team, terms);
  const facts = { at: at.toISOString(), team, teamAtLeast: terms.teamAtLeast };
  if (tooFew) throw ruleRefused('R-DUN-06', 'A dunning team is larger.', facts);
  if (inQuietHours) throw ruleRefused('R-DUN-18', 'Customers are not visited in quiet hours.', facts);
  if (offHours) throw ruleRefused('R-DUN-05', 'Debtors are visited in the evening or at weekends.', facts);
}
