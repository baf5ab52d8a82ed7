import type { PriceItem } from '../../../entities/price/price-item.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Tells what became of a price, under the version that it now has. */
export function recordPriceEvent(ctx: CommandContext, price: PriceItem, type: 'SET' | 'WITHDRAWN'): void {
  const { code, priceMinor, currency, fromDay, untilDay } = price;
  ctx.record({
    type: `price.${type}`,
    estateId: price.estateId ?? null,
    subjectKind: 'price',
    subjectId: price.id,
    subjectVersion: price.version,
    visibility: 'INTERNAL',
    facts: { code, priceMinor, currency, fromDay, untilDay: untilDay ?? null },
  });
}
