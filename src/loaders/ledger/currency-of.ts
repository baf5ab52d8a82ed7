import type { Currency } from '../../domain/money/money.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { askedPlace } from '../place/asked-place.js';
import { policyBookOf } from '../policy/policy-book-of.js';

/** The currency that the accounts of an estate are kept in now. @rule D-21 */
export async function currencyOf(ctx: RequestContext, estateId: string): Promise<Currency> {
  const [{ today }, book] = await Promise.all([askedPlace(ctx, 'fee.read', estateId), policyBookOf(ctx, estateId)]);
  return book.at('D-21', { day: today, estateId }).value.currency;
}
