import { LockMode } from '@mikro-orm/core';
import { nextContactStage } from '../../../domain/contact/contact-life.js';
import { Contact } from '../../../entities/contact/contact.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordContactEvent } from './record-contact-event.js';

/** Closes the entries that were routed to a ticket which has ended, for its end was fed back. @rule R-DSP-04 @rule R-REC-24 */
export async function closeRouted(ctx: CommandContext, ticketId: string, at: Date): Promise<void> {
  const routed = await ctx.em.find(
    Contact,
    { companyId: ctx.companyId, ticketId, stage: 'ROUTED' },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const contact of routed) {
    contact.stage = nextContactStage('close', contact.stage);
    contact.settledAt = at < contact.receivedAt ? contact.receivedAt : at;
    contact.version += 1;
    recordContactEvent(ctx, contact, 'CLOSED', contact.settledAt);
  }
}
