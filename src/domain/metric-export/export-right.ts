import type { Action } from '../identity/action.js';

/** A right that a file was written under: the action, and on which estates; null: on all of the company. */
export interface ExportRight {
  readonly action: Action;
  readonly estateIds: readonly string[] | null;
}

/** The sums of a metric over all that a file holds, as whoever asked for it sees them. */
export interface ExportedSum {
  readonly metric: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly pending: number;
}
