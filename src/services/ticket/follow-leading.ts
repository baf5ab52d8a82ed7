import { LockMode } from '@mikro-orm/core';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { follow } from './steps/follow.js';

/**
 * Brings the tickets that have joined one to where it stands now; those that are there already, or on their own by now,
 * are left alone, so that a late or repeated call does nothing.
 * @rule R-DSP-03 @rule R-CBK-01
 */
export async function followLeading(ctx: CommandContext, leadingId: string, at: Date): Promise<void> {
  const { companyId } = ctx;
  const open = { $in: ['OPEN', 'IN_PROGRESS', 'RESOLVED'] as const };
  const joined = await ctx.em.find(
    Ticket,
    { companyId, mergedIntoId: leadingId, phase: open },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (joined.length === 0) return;
  const leading = await ctx.em.findOneOrFail(Ticket, { companyId, id: leadingId }, { refresh: true });
  for (const ticket of joined) await follow(ctx, ticket, leading, at);
}
