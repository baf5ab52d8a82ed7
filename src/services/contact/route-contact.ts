import type { CommandContext } from '../command/command-context.js';
import { countOnTicket } from './steps/count-on-ticket.js';
import { recordContactEvent } from './steps/record-contact-event.js';
import { takeContactStep, type ContactResult, type ContactStepInput } from './steps/take-contact-step.js';
import { ticketOnEstate } from './steps/ticket-on-estate.js';

interface RouteContact extends ContactStepInput {
  readonly ticketId: string;
}

/**
 * Routes an entry to a ticket of the estate that is there already: the customer has asked again, which counts on a
 * complaint. A new ticket is made with `contactId`, which routes by itself. Needs `contact.handle` on the estate.
 * @rule R-REC-08 @rule R-REC-24 @rule R-CMP-14 @rule D-02
 * @throws NOT_FOUND when the ticket is not seen or lies on another estate
 * @throws RULE_REFUSED unless it is LOGGED or ESCALATED, and when the ticket is at its end
 */
export async function routeContact(ctx: CommandContext, input: RouteContact): Promise<ContactResult> {
  const { contact, at } = await takeContactStep(ctx, input, 'route');
  const ticket = await ticketOnEstate(ctx, input.ticketId, contact.estateId);
  await countOnTicket(ctx, contact, ticket, at);
  recordContactEvent(ctx, contact, 'ROUTED', at);
  return { contactId: contact.id, version: contact.version };
}
