import { sql } from 'kysely';
import type { AlertStage } from '../../domain/metric-alert/alert-stage.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { alertsInReach } from './metric-alert-by-id.js';

/** What alerts are asked for; conditions hold together, and ids that name nothing match nothing. */
interface AlertsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly ruleId?: string | null;
  readonly metrics?: readonly MetricKey[] | null;
  readonly stages?: readonly AlertStage[] | null;
  /** Of periods that begin on this day or later. */
  readonly periodFrom?: string | null;
  /** Of periods that begin before this day. */
  readonly periodBefore?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'a.id', type: 'uuid', descending: true }];

/** A page of the alerts that the asker may read, the latest raised first. */
export function metricAlertsPage(ctx: RequestContext, wanted: AlertsWanted, args: PageArgs) {
  let alerts = alertsInReach(ctx);
  for (const condition of [
    among('a.estate_id', 'uuid', wanted.estateIds),
    among('a.rule_id', 'uuid', wanted.ruleId == null ? null : [wanted.ruleId]),
    among('a.metric', 'text', wanted.metrics),
    among('a.stage', 'text', wanted.stages),
    wanted.periodFrom == null ? null : sql<boolean>`a.period_from >= ${wanted.periodFrom}::date`,
    wanted.periodBefore == null ? null : sql<boolean>`a.period_from < ${wanted.periodBefore}::date`,
  ])
    if (condition) alerts = alerts.where(condition);
  return page(ctx.moment, alerts, KEYS, args);
}
