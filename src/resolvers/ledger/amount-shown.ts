import { moneyOf, type Currency, type Money } from '../../domain/money/money.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** An amount of an account for whoever may see it; null for others. @rule R-ORG-70 */
export const amountShown = (
  ctx: RequestContext,
  { estateId, currency }: { readonly estateId: string; readonly currency: Currency },
  minor: number,
): Money | null => (may(ctx.principal, 'fee.amount', estateId) ? moneyOf(minor, currency) : null);
