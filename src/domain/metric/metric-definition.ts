import type { ObligationKind } from '../obligation/obligation-kind.js';
import type { TicketKind } from '../ticket/ticket-kind.js';
import type { AgeScale } from './age-bucket.js';
import type { ExclusionReason } from './exclusion-reason.js';
import type { MetricDimension } from './metric-dimension.js';
import { isOfHundred, type MetricUnit } from './metric-unit.js';

/**
 * Where the items of metrics come from: clocks of tickets and what was entered about them, tickets, callbacks, signatures, spot-checks, days of
 * repairs, complaints by household, the contact log, what is owed, corrective actions, visits to households, their cycles and the months that they are owed in, rounds of the survey on an estate and their
 * figures, what was done about debtors, lawyer's letters, documents that were served, letters to head office, deposits, payment
 * notices, refunds of payments, receipts, the books of an estate.
 */
export const METRIC_SOURCES = [
  'TICKET_CLOCK',
  'CLOCK_ENTRY',
  'TICKET',
  'CALLBACK',
  'SIGNATURE',
  'REPAIR_CHECK',
  'REPAIR_DAY',
  'HOUSEHOLD_COMPLAINT',
  'CONTACT',
  'OBLIGATION',
  'CORRECTIVE_ACTION',
  'OWNER_VISIT',
  'VISIT_MONTH',
  'VISIT_CYCLE',
  'SURVEY_ESTATE',
  'SURVEY_FIGURE',
  'DUNNING_STEP',
  'LAWYER_LETTER',
  'DOCUMENT_SERVICE',
  'LIAISON_LETTER',
  'DEPOSIT',
  'PAYMENT_NOTICE',
  'PAYMENT_REFUND',
  'RECEIPT',
  'BOOKS',
  'BOOKS_MOVED',
] as const;
export type MetricSource = (typeof METRIC_SOURCES)[number];

/**
 * Which items a metric is made of and what each contributes, in expressions over the facts that the source names. An item
 * is left out, or is not due yet, or counts; never two of them.
 */
export interface MetricItems {
  readonly source: MetricSource;
  /** Of tickets and of what is owed: which kinds concern it, so that a change to another one asks nothing; every kind where nothing is said. */
  readonly kinds?: readonly (TicketKind | ObligationKind)[];
  /** Which items of the source, and of those kinds, concern it. */
  readonly counts: string;
  /** The instant whose local day the item belongs to. @rule R-MET-02 @rule R-MET-03 */
  readonly at: string;
  /** When it became known, for items that were brought along; the instant that it belongs to where nothing is said. */
  readonly known?: string;
  /** Why an item is left out; the first that holds. @rule R-MET-06 */
  readonly excluded?: readonly { readonly reason: ExclusionReason; readonly when: string }[];
  /** Which items are still inside their time. @rule R-MET-04 */
  readonly pending?: string;
  readonly numerator: string;
  /** Null where nothing is divided. */
  readonly denominator: string | null;
  /** What it is rolled up by as well: a word of a closed list, never what somebody wrote. */
  readonly segment?: { readonly dimension: MetricDimension | null; readonly of: string };
  /**
   * The last day on which an item is still inside its time, where that is known beforehand: until then it is pending, and
   * counts from the day after, with nothing told again.
   */
  readonly ripe?: string;
  /** How many items a row of the source stands for; one where nothing is said. */
  readonly weight?: string;
  /** The local day on which a row of the source became known, where many rows make one sum: of each day it is told apart. */
  readonly apart?: string;
  /** Which items only those may read who may read what customers said in confidence. @rule D-29 */
  readonly inConfidence?: string;
}

/** What is measured: words for people, and the one formula that everything else follows from. */
export interface MetricDefinition {
  /** Its name in the API. */
  readonly key: string;
  /** Its name in the catalogue: `M-RPR-01`. A small letter behind it marks a further figure of the same entry. */
  readonly catalogueId: string;
  readonly title: string;
  readonly titleZh: string;
  readonly numerator: string;
  readonly denominator: string | null;
  /** Which instant says what period an item belongs to. */
  readonly attribution: string;
  readonly unit: MetricUnit;
  /** What it should be, in the unit; null: nothing is stated. */
  readonly target: number | null;
  /** Whether more is better; null: neither. */
  readonly better: 'MORE' | 'LESS' | null;
  readonly rules: readonly string[];
  /** Raised with every change of the formula. */
  readonly version: number;
  /** It tells what stands open: of an earlier day with `asKnownOn`, and by age, which is counted so. */
  readonly standing?: AgeScale;
  /** It is divided by the households that are occupied on the first day of the period, and not by a sum of its items. @rule D-28 */
  readonly perHousehold?: true;
  /**
   * It is of what was due before the period: above the line what is told above it on the days of the period; below it what is told
   * below on all days until its end, less what is told above on the days before it. `ripe` is the day on which it was due.
   * @rule M-FEE-04
   */
  readonly ofPriorDebt?: true;
  /** Its sums are amounts in fen of yuan, for whoever may see amounts. @rule R-ORG-70 */
  readonly ofMoney?: true;
  readonly items: MetricItems;
  /** Items of another source that are added to the same sums, such as what was owed beside what was done. */
  readonly beside?: MetricItems;
}

/** The items that a metric is made of, by their sources. */
export const itemsOf = ({ items, beside }: MetricDefinition): readonly MetricItems[] =>
  beside ? [items, beside] : [items];

/** How the value follows from the sums, in words. @rule R-MET-08 */
export const formulaOf = ({ unit, numerator, denominator }: MetricDefinition): string =>
  denominator === null ? numerator : `${numerator} ÷ ${denominator}${isOfHundred(unit) ? ' × 100' : ''}`;

/** Why items may be left out of a metric. */
export const exclusionsOf = (metric: MetricDefinition): ExclusionReason[] => [
  ...new Set(itemsOf(metric).flatMap(({ excluded = [] }) => excluded.map(({ reason }) => reason))),
];
