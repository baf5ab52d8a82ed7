import { p } from '@mikro-orm/core';
import { METRIC_PARTS } from '../../domain/metric/metric-part.js';
import { col } from '../columns.js';

/** One change of a metric by one item. */
export const metricDelta = () =>
  ({
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** The metric's name. No CHECK lists them: a definition that is taken back leaves its history. */
    metric: col.text(),
    part: p.enum(METRIC_PARTS),
    /** Of what is left out; empty otherwise. */
    reason: col.text(),
    /** By the metric's own dimension; empty where it has none. */
    segment: col.text(),
    /** The local day of the estate that it belongs to. */
    onDay: col.day(),
    /** The item that made it. */
    subjectId: col.ref(),
    numerator: col.big(),
    denominator: col.big(),
    /** When it became known. */
    recordedAt: col.instant(),
  }) as const;
