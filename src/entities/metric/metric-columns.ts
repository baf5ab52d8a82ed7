import { p } from '@mikro-orm/core';
import { IN_CONFIDENCE, METRIC_PARTS } from '../../domain/metric/metric-part.js';
import { col } from '../columns.js';

/** What opens a row to all who may read figures of its estate: figures of few answers are kept from them. @rule D-29 */
export const UNLESS_IN_CONFIDENCE = `reason <> '${IN_CONFIDENCE}'`;

/** One change of a metric by one item. */
export const metricDelta = () =>
  ({
    companyId: col.companyId().primary(),
    /** The item that made it; the estate, of its books. */
    subjectId: col.ref().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** The metric's name. No CHECK lists them: a definition that is taken back leaves its history. */
    metric: col.text(),
    part: p.enum(METRIC_PARTS),
    /** Why it is left out; or that it is counted and read by few; empty otherwise. */
    reason: col.text(),
    /** By the metric's own dimension; empty where it has none. */
    segment: col.text(),
    /** The local day of the estate that it belongs to. */
    onDay: col.day(),
    /** Pending until this day and counted from the next; the first of all days where it is the same on any. */
    ripeDay: col.day(),
    numerator: col.big(),
    denominator: col.big(),
    /** When it became known. */
    recordedAt: col.instant(),
    /** The UTC day of that: what became known since a day is found by it. */
    recordedDay: col.day().generated(`((recorded_at at time zone 'UTC')::date) stored`),
  }) as const;
