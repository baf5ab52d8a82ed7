import { defineEntity } from '@mikro-orm/core';
import { fence } from '../fence.js';
import { metricDelta, UNLESS_IN_CONFIDENCE } from './metric-columns.js';

/**
 * Changes of metrics that are not among the sums yet: written in the transaction of the rows that they follow from, moved
 * into the journal and the sums a moment later. A value is the sums and what is here.
 */
export const MetricFreshSchema = defineEntity({
  name: 'MetricFresh',
  tableName: 'metric_fresh',
  properties: metricDelta(),
  ...fence('metric_fresh', { estate: 'required', confidential: { unless: UNLESS_IN_CONFIDENCE } }),
});

export class MetricFresh extends MetricFreshSchema.class {}
MetricFreshSchema.setClass(MetricFresh);
