import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const ALERTS = sqlFor
  .selectFrom('metric_alert as a')
  .select(
    columns(
      'a',
      'id',
      'estate_id',
      'rule_id',
      'metric',
      'interval',
      'condition',
      'direction',
      'threshold_tenths',
      'periods',
      'at_least',
      'period_from',
      'period_to',
      'numerator',
      'denominator',
      'stage',
      'raised_at',
      'acknowledged_at',
      'acknowledged_by_id',
      'closed_at',
      'closed_by_id',
      'close_note',
      'version',
    ),
  );

/** The alerts that the asker may read: on the estates where `alert.read` reaches. */
export function alertsInReach(ctx: RequestContext) {
  const alerts = ALERTS.where('a.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'alert.read', 'a.estate_id');
  return reach ? alerts.where(reach) : alerts;
}

/** Alerts by id; null where the asker may not read them. */
export const metricAlertById = (ctx: RequestContext) =>
  ctx.moment.once(metricAlertById, () =>
    byId((ids) => ctx.moment.read(alertsInReach(ctx).where(sql<boolean>`a.id = any(${ids}::uuid[])`))),
  );

export type MetricAlertRow = NonNullable<Awaited<ReturnType<ReturnType<typeof metricAlertById>['load']>>>;
