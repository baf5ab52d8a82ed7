import { shareOf, type Share } from './share.js';
import type { SurveyMode } from './survey-mode.js';

/** What a round counts on an estate: how many, never who. @rule D-29 */
export interface SurveyCounts {
  readonly households: number;
  readonly issued: number;
  readonly undeliverable: number;
  readonly byLink: number;
  readonly byApp: number;
  readonly byPaper: number;
  readonly byTelephone: number;
  readonly byImport: number;
  readonly blank: number;
  readonly replaced: number;
}

/** Where a form that came back is counted. */
export type SurveyBucket = 'byLink' | 'byApp' | 'byPaper' | 'byTelephone' | 'byImport' | 'blank';

const BUCKETS: Readonly<Record<SurveyMode, SurveyBucket>> = {
  LINK: 'byLink',
  APP: 'byApp',
  PAPER: 'byPaper',
  TELEPHONE: 'byTelephone',
  IMPORT: 'byImport',
};

/** Where a form is counted: by how it came back, or among those that say nothing. */
export const bucketOf = (mode: SurveyMode, valid: boolean): SurveyBucket => (valid ? BUCKETS[mode] : 'blank');

/** Sums and shares over the estates of a round. */
export interface SurveyTally extends SurveyCounts {
  /** Valid forms that came back; interviews on the telephone stand beside them. @rule R-SAT-06 */
  readonly returned: number;
  /** Of the forms that reached a household those that came back valid. */
  readonly responseRate: Share;
  /** Of the forms that came back valid, interviews too, those that staff have entered. @rule D-29 */
  readonly enteredByStaff: Share;
}

const NONE: SurveyCounts = {
  households: 0,
  issued: 0,
  undeliverable: 0,
  byLink: 0,
  byApp: 0,
  byPaper: 0,
  byTelephone: 0,
  byImport: 0,
  blank: 0,
  replaced: 0,
};

/** The counts of several estates together: ratios of sums. @rule R-MET-08 @rule R-SAT-02 */
export function tallyOf(estates: readonly SurveyCounts[]): SurveyTally {
  const keys = Object.keys(NONE) as (keyof SurveyCounts)[];
  const sums = Object.fromEntries(
    keys.map((key) => [key, estates.reduce((sum, counts) => sum + counts[key], 0)]),
  ) as unknown as SurveyCounts;
  const returned = sums.byLink + sums.byApp + sums.byPaper + sums.byImport;
  return {
    ...sums,
    returned,
    responseRate: shareOf(returned, sums.issued - sums.undeliverable),
    enteredByStaff: shareOf(sums.byPaper + sums.byTelephone + sums.byImport, returned + sums.byTelephone),
  };
}
