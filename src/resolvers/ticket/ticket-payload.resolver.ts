import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { CancelTicketInput } from '../../schema/ticket/cancel-ticket.input.js';
import { RecategorizeTicketInput } from '../../schema/ticket/recategorize-ticket.input.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { cancelTicket } from '../../services/ticket/cancel-ticket.js';
import { recategorizeTicket } from '../../services/ticket/recategorize-ticket.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** The verbs that tickets of every kind take, and the ticket behind their verdict. */
@Resolver(() => TicketPayloadType)
export class TicketPayloadResolver {
  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Calls a ticket off that nobody has accepted yet (R-RPR-01). Needs `ticket.cancel` on the estate; residents cancel their own.',
  })
  cancelTicket(
    @Arg('input', () => CancelTicketInput, { description: 'Which ticket, and why.' }) input: CancelTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, cancelTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Puts a ticket into another category, in any stage (R-ORG-05). Needs `ticket.recategorize` on the estate.',
  })
  recategorizeTicket(
    @Arg('input', () => RecategorizeTicketInput, { description: 'Which ticket, and into which category.' })
    input: RecategorizeTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, recategorizeTicket, input);
  }

  @FieldResolver(() => TicketType, {
    description: 'The ticket as it stands now. NOT_FOUND when a repeated command names one that is no longer yours.',
  })
  async ticket(@Root() { ticketId }: { readonly ticketId: string }, @Ctx() ctx: RequestContext) {
    const found = await ticketById(ctx).load(ticketId);
    if (!found) throw notFound('ticket');
    return found;
  }
}
