import { defineEntity, p } from '@mikro-orm/core';
import { ALERT_CONDITIONS, ALERT_DIRECTIONS, ALERT_INTERVALS } from '../../domain/metric-alert/alert-condition.js';
import { ALERT_STAGES } from '../../domain/metric-alert/alert-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A figure of an estate broke a rule in a period: with the terms and the figure of when it was raised. @rule R-ESC-05 */
export const MetricAlertSchema = defineEntity({
  name: 'MetricAlert',
  tableName: 'metric_alert',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    ruleId: col.ref(),
    metric: col.text(),
    interval: p.enum(ALERT_INTERVALS),
    condition: p.enum(ALERT_CONDITIONS),
    direction: p.enum(ALERT_DIRECTIONS),
    thresholdTenths: col.big().nullable(),
    periods: col.int(),
    atLeast: col.int(),
    periodFrom: col.day(),
    /** The day after the last. */
    periodTo: col.day(),
    numerator: col.big(),
    /** 0 where nothing is divided. */
    denominator: col.big(),
    stage: p.enum(ALERT_STAGES),
    raisedAt: col.instant(),
    acknowledgedAt: col.instant().nullable(),
    acknowledgedById: col.ref().nullable(),
    closedAt: col.instant().nullable(),
    closedById: col.ref().nullable(),
    /** What came of it, in the words of staff. */
    closeNote: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'metric_alert_acknowledged',
      expression: `(acknowledged_at is null) = (acknowledged_by_id is null) and (stage <> 'ACKNOWLEDGED' or acknowledged_at is not null)`,
    },
    {
      name: 'metric_alert_closed',
      expression: `(stage = 'CLOSED') = (closed_at is not null and closed_by_id is not null and close_note is not null)`,
    },
  ],
  uniques: [{ name: 'metric_alert_company_period_key', properties: ['companyId', 'ruleId', 'estateId', 'periodFrom'] }],
  indexes: [
    { name: 'metric_alert_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'metric_alert_company_stage_idx', properties: ['companyId', 'stage', 'id'] },
  ],
  ...fence('metric_alert', { estate: 'required' }),
});

export class MetricAlert extends MetricAlertSchema.class {}
MetricAlertSchema.setClass(MetricAlert);
