import { defineEntity, p } from '@mikro-orm/core';
import { ALERT_CONDITIONS, ALERT_DIRECTIONS, ALERT_INTERVALS } from '../../domain/metric-alert/alert-condition.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** When a figure of an estate calls for somebody: the company's own, set up by head office. @rule R-ESC-05 */
export const MetricAlertRuleSchema = defineEntity({
  name: 'MetricAlertRule',
  tableName: 'metric_alert_rule',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** The metric's name. No CHECK lists them: a definition that is taken back leaves its rules. */
    metric: col.text(),
    interval: p.enum(ALERT_INTERVALS),
    condition: p.enum(ALERT_CONDITIONS),
    direction: p.enum(ALERT_DIRECTIONS),
    /** Tenths of the metric's unit; null for a trend. */
    thresholdTenths: col.big().nullable(),
    periods: col.int(),
    /** The smallest denominator with which a period says anything. */
    atLeast: col.int(),
    /** Ids of the estates; null: all of the company, also those to come. */
    estateIds: p.array().nullable(),
    setUpById: col.ref(),
    setUpAt: col.instant(),
    stoppedAt: col.instant().nullable(),
    stoppedById: col.ref().nullable(),
    /** Up to which number of the log figures were looked at; null: not since it was set up or changed. */
    seenSeq: col.big().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'metric_alert_rule_threshold', expression: `(condition = 'TREND') = (threshold_tenths is null)` },
    { name: 'metric_alert_rule_periods', expression: `(condition = 'THRESHOLD') = (periods = 1)` },
    { name: 'metric_alert_rule_stopped', expression: '(stopped_at is null) = (stopped_by_id is null)' },
  ],
  ...fence('metric_alert_rule', { estate: 'none' }),
});

export class MetricAlertRule extends MetricAlertRuleSchema.class {}
MetricAlertRuleSchema.setClass(MetricAlertRule);
