import type { MetricDefinition } from '../../domain/metric/metric-definition.js';
import { metricValue, type MetricSums } from '../../domain/metric/metric-value.js';
import { moneyOf } from '../../domain/money/money.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What a sum is of. */
interface SumOf {
  readonly metric: MetricDefinition;
  /** Null: of several. */
  readonly estateId: string | null;
}

/** A sum as clients see it: a count as it is; an amount in yuan, for whoever may see amounts of what it is of. @rule R-ORG-70 */
export function sumShown(ctx: RequestContext, { metric, estateId }: SumOf, sum: number): string | null {
  if (!metric.ofMoney) return String(sum);
  const sees =
    estateId === null ? ctx.asker.actions.get('fee.amount') === 'ALL' : may(ctx.principal, 'fee.amount', estateId);
  return sees ? moneyOf(sum, 'CNY').amount : null;
}

/** A value as clients see it: an amount for whoever may see amounts of what it is of, a share or a count for everybody. @rule R-ORG-70 */
export const valueShown = (ctx: RequestContext, of: SumOf, sums: MetricSums): string | null =>
  of.metric.unit === 'YUAN' ? sumShown(ctx, of, sums.numerator) : metricValue(of.metric, sums);
