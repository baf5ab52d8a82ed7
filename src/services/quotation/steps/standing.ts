import { LockMode } from '@mikro-orm/core';
import type { Charge } from '../../../domain/quotation/consent.js';
import { Quotation } from '../../../entities/quotation/quotation.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** The quotation that stands on an order, locked until the transaction ends; null where none does. */
export const standingQuotation = (ctx: CommandContext, ticketId: string): Promise<Quotation | null> =>
  ctx.em.findOne(
    Quotation,
    { companyId: ctx.companyId, ticketId, state: { $ne: 'SUPERSEDED' } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );

/** Whether the customer pays for an order, and has agreed to. @rule R-DSP-13 */
export async function chargeOf(
  ctx: CommandContext,
  ticket: Ticket,
): Promise<Charge & { readonly standing: Quotation | null }> {
  const standing = await standingQuotation(ctx, ticket.id);
  return { responsibility: ticket.responsibility ?? null, quotation: standing?.state ?? null, standing };
}
