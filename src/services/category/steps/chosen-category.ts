import { assertChoosable } from '../../../domain/category/choose-category.js';
import type { TicketKind } from '../../../domain/ticket/ticket-kind.js';
import { TicketCategory } from '../../../entities/category/ticket-category.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/**
 * The category that an input names for a ticket of a kind, reported on a local day.
 * @throws NOT_FOUND when the company has no such category
 * @throws INVALID_INPUT when it is not for this kind, or not offered on that day
 */
export async function chosenCategory(
  ctx: CommandContext,
  categoryId: string,
  of: { readonly kind: TicketKind; readonly day: string },
): Promise<TicketCategory> {
  const category = await findRow(ctx, TicketCategory, 'category', categoryId);
  assertChoosable(category, of.kind, of.day);
  return category;
}
