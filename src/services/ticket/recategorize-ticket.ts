import { localDay } from '../../domain/place/local-day.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { chosenCategory } from '../category/steps/chosen-category.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

interface RecategorizeTicket extends TicketStepInput {
  readonly categoryId: string;
}

/**
 * Puts a ticket into another category, in any stage: what it was really about is often known last. Needs
 * `ticket.recategorize` on the estate. The category must be one for the ticket's kind that was offered on the day of the
 * report. The same category again changes nothing.
 * @rule R-ORG-05
 * @throws NOT_FOUND ticket or category
 * @throws CONFLICT when the client has seen another version
 * @throws INVALID_INPUT when the category does not fit, or the claimed instant lies in the future
 */
export async function recategorizeTicket(ctx: CommandContext, input: RecategorizeTicket): Promise<TicketStepResult> {
  const ticket = await ctx.load(Ticket, 'ticket', input.ticketId, input.expectedVersion);
  authorizeOn(ctx.principal, 'ticket.recategorize', ticket.estateId);
  const estate = await findRow(ctx, Estate, 'estate', ticket.estateId);
  const day = localDay(ticket.reportedAt, estate.timeZone);
  const category = await chosenCategory(ctx, input.categoryId, { kind: ticket.kind, day });
  const from = ticket.categoryId ?? null;
  const at = ctx.occurredAt(input.occurredAt);
  if (from === category.id) return { ticketId: ticket.id, version: ticket.version };
  ticket.categoryId = category.id;
  ticket.version += 1;
  recordTicketEvent(ctx, ticket, {
    type: 'RECATEGORIZED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { categoryId: category.id, from },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
