import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The ticket behind a command's verdict, as it stands now and under the rights that hold now. */
@Resolver(() => TicketPayloadType)
export class TicketPayloadResolver {
  @FieldResolver(() => TicketType, {
    description: 'The ticket as it stands now. NOT_FOUND when a repeated command names one that is no longer yours.',
  })
  async ticket(@Root() { ticketId }: { readonly ticketId: string }, @Ctx() ctx: RequestContext) {
    const found = await ticketById(ctx).load(ticketId);
    if (!found) throw notFound('ticket');
    return found;
  }
}
