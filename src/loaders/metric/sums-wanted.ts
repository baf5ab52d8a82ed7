import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import type { ExclusionReason } from '../../domain/metric/exclusion-reason.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';

/** Which sums are wanted. */
export interface SumsWanted {
  /** Names as they stand among the sums. */
  readonly metrics: readonly string[];
  readonly period: MetricPeriod;
  /** Null: all of the company. */
  readonly estateIds: readonly string[] | null;
  readonly asKnownOn: LocalDate | null;
  /** The present day in the company's zone. */
  readonly today: LocalDate;
}

/** What sums are told apart by beside the metric. */
export interface Split {
  readonly estate?: boolean;
  readonly segment?: boolean;
  /** By day, where it stands `DAY`; else by month, with single days at the ends of the period. */
  readonly day?: 'DAY' | 'MONTH';
  /** The first days of the periods of a series; of one figure the first day of its period. */
  readonly starts?: readonly LocalDate[];
  /** Whether what was left out stands apart, by its reasons; where it is false, beside the sums as one number. */
  readonly reasons?: boolean;
}

/** Sums of one part of a metric, or what was left out of it for one reason. */
export interface SumRow {
  readonly metric: string;
  readonly estateId: string | null;
  /** The day, or the first of the month. */
  readonly day: LocalDate | null;
  readonly segment: string | null;
  /** Why it was left out; empty for sums. */
  readonly reason: ExclusionReason | '';
  readonly numerator: number;
  readonly denominator: number;
  /** Items that are inside their time. */
  readonly pending: number;
  /** Items that were left out. */
  readonly excluded: number;
}
