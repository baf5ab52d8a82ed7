import type { ListedPrice } from '../../../domain/price/price.js';
import { PriceItem } from '../../../entities/price/price-item.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** The prices of some codes as they hold for an estate on a local day: the estate's own before the company's. */
export async function listedPrices(
  ctx: CommandContext,
  { estateId, day, codes }: { readonly estateId: string; readonly day: string; readonly codes: readonly string[] },
): Promise<ReadonlyMap<string, ListedPrice>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.em.find(PriceItem, {
    companyId: ctx.companyId,
    code: { $in: [...codes] },
    fromDay: { $lte: day },
    $and: [{ $or: [{ estateId }, { estateId: null }] }, { $or: [{ untilDay: null }, { untilDay: { $gt: day } }] }],
  });
  const companyFirst = rows.sort((a, b) => Number(a.estateId != null) - Number(b.estateId != null));
  return new Map(companyFirst.map((row) => [row.code, row]));
}
