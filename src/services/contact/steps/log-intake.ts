import { nextContactStage } from '../../../domain/contact/contact-life.js';
import { isCustomerContact } from '../../../domain/contact/customer-contact.js';
import { notFound } from '../../../domain/errors.js';
import { Contact } from '../../../entities/contact/contact.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordContactEvent } from './record-contact-event.js';
import { writeContact, type EstateOfContact } from './write-contact.js';

/** Where a new ticket lies, and the entry that it came of. */
interface Intake {
  readonly estate: EstateOfContact;
  /** Null where nobody wrote one before. */
  readonly contactId: string | null;
}

/**
 * Has a ticket that was just written stand in the contact log: the entry that it came of is routed to it; where staff took
 * it from a customer without one, the entry writes itself. What residents and other systems report themselves is its own
 * record. Routing needs `contact.handle` on the estate.
 * @rule R-RPR-03 @rule R-REC-08 @rule R-REC-09 @rule R-REC-24
 * @throws NOT_FOUND when the entry is not seen or lies on another estate
 * @throws FORBIDDEN when an entry is named and the action is missing
 * @throws RULE_REFUSED when the entry was answered, routed or closed
 */
export async function logIntake(ctx: CommandContext, ticket: Ticket, { estate, contactId }: Intake): Promise<void> {
  if (contactId !== null) {
    await route(ctx, ticket, contactId);
    return;
  }
  const { channel, customerId = null, contactName = null, contactPhone = null } = ticket;
  const namesSomebody = customerId !== null || contactName !== null || contactPhone !== null;
  if (ctx.principal.kind !== 'STAFF' || !isCustomerContact({ channel, namesSomebody })) return;
  await ctx.em.flush();
  await writeContact(ctx, {
    estate,
    channel,
    stage: nextContactStage('route', nextContactStage('record', null)),
    receivedAt: ticket.reportedAt,
    callerName: contactName,
    callerPhone: contactPhone,
    unitId: ticket.unitId ?? null,
    room: null,
    customerId,
    intent: ticket.subject,
    content: ticket.description ?? null,
    ticketId: ticket.id,
    feedback: null,
  });
}

async function route(ctx: CommandContext, ticket: Ticket, contactId: string): Promise<void> {
  await ctx.em.flush();
  const contact = await ctx.load(Contact, 'contact', contactId);
  if (contact.estateId !== ticket.estateId) throw notFound('contact');
  authorizeOn(ctx.principal, 'contact.handle', contact.estateId);
  contact.stage = nextContactStage('route', contact.stage);
  contact.ticketId = ticket.id;
  contact.version += 1;
  recordContactEvent(ctx, contact, 'ROUTED', ctx.clock.now());
}
