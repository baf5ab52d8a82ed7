import { defineEntity, p } from '@mikro-orm/core';
import { METRIC_GRAINS, METRIC_PARTS } from '../../domain/metric/metric-part.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';
import { UNLESS_IN_CONFIDENCE } from './metric-columns.js';

/** Sums of the journal, by day and by month. */
export const MetricSumSchema = defineEntity({
  name: 'MetricSum',
  tableName: 'metric_sum',
  properties: {
    companyId: col.companyId().primary(),
    grain: p.enum(METRIC_GRAINS).primary(),
    /** The day, or the first of the month. */
    startDay: col.day().primary(),
    metric: col.text().primary(),
    estateId: col.ref().primary(),
    part: p.enum(METRIC_PARTS).primary(),
    reason: col.text().primary(),
    segment: col.text().primary(),
    /** Pending until this day and counted from the next; the first of all days where it is the same on any. */
    ripeDay: col.day().primary(),
    numerator: col.big(),
    denominator: col.big(),
  },
  ...fence('metric_sum', { estate: 'required', confidential: { unless: UNLESS_IN_CONFIDENCE } }),
});

export class MetricSum extends MetricSumSchema.class {}
MetricSumSchema.setClass(MetricSum);
