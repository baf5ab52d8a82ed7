import { invalidInput } from '../../domain/errors.js';
import { PriceItem } from '../../entities/price/price-item.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordPriceEvent } from './steps/record-price-event.js';

interface WithdrawPrice extends CommandInput {
  readonly priceId: string;
  readonly expectedVersion?: number | null;
  /** The first day on which it holds no longer; today where nothing is said. */
  readonly until?: string | null;
}

/**
 * Takes a price off the list from a day on. Needs `price.manage` on its estate, or on all for the company's own.
 * @rule R-DSP-13
 * @throws NOT_FOUND price
 * @throws CONFLICT when the client has seen another version
 * @throws INVALID_INPUT for a day in the past, before it holds, or after it has ended
 */
export async function withdrawPrice(ctx: CommandContext, input: WithdrawPrice): Promise<{ priceId: string }> {
  const price = await ctx.load(PriceItem, 'price', input.priceId, input.expectedVersion);
  const { estateId = null } = price;
  authorizeOn(ctx.principal, 'price.manage', estateId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const until = input.until ?? today;
  if (until < today || until < price.fromDay)
    throw invalidInput('input.until', 'must lie neither in the past nor before it holds', { from: price.fromDay });
  if (price.untilDay != null && until > price.untilDay)
    throw invalidInput('input.until', 'lies after its end', { until: price.untilDay });
  price.untilDay = until;
  price.version += 1;
  recordPriceEvent(ctx, price, 'WITHDRAWN');
  return { priceId: price.id };
}
