import { sql } from 'kysely';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';

/** What rules are asked for; conditions hold together. */
interface RulesWanted {
  readonly metrics?: readonly MetricKey[] | null;
  /** True: those that raise; false: those that were stopped. */
  readonly active?: boolean | null;
}

const RULES = sqlFor
  .selectFrom('metric_alert_rule as r')
  .select(
    columns(
      'r',
      'id',
      'metric',
      'interval',
      'condition',
      'direction',
      'threshold_tenths',
      'periods',
      'at_least',
      'estate_ids',
      'set_up_by_id',
      'set_up_at',
      'stopped_at',
      'stopped_by_id',
      'version',
    ),
  );

/** The rules of the company, for whoever holds `alert.read` anywhere. */
const rulesInReach = (ctx: RequestContext) =>
  RULES.where('r.company_id', '=', ctx.asker.companyId).where(
    sql<boolean>`${ctx.asker.actions.has('alert.read')}::boolean`,
  );

/** Rules by id; null where the asker may not read them. */
export const metricAlertRuleById = (ctx: RequestContext) =>
  ctx.moment.once(metricAlertRuleById, () =>
    byId((ids) => ctx.moment.read(rulesInReach(ctx).where(sql<boolean>`r.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [{ column: 'r.id', type: 'uuid', descending: true }];

/** A page of the company's rules, the latest set up first. */
export function metricAlertRulesPage(ctx: RequestContext, wanted: RulesWanted, args: PageArgs) {
  let rules = rulesInReach(ctx);
  const metrics = among('r.metric', 'text', wanted.metrics);
  if (metrics) rules = rules.where(metrics);
  if (wanted.active != null) rules = rules.where('r.stopped_at', wanted.active ? 'is' : 'is not', null);
  return page(ctx.moment, rules, KEYS, args);
}

export type MetricAlertRuleRow = NonNullable<Awaited<ReturnType<ReturnType<typeof metricAlertRuleById>['load']>>>;
