import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { visitOfTicket } from '../../loaders/owner-visit/items-of-visit.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Where tickets show the visit that they came of. */
@Resolver(() => TicketType)
export class TicketVisitResolver {
  @FieldResolver(() => OwnerVisitType, {
    nullable: true,
    description: 'The visit on which it was said (R-VIS-18); null where it came otherwise.',
  })
  saidOnVisit(@Root() { id }: TicketRow, @Ctx() ctx: RequestContext) {
    return visitOfTicket(ctx, id);
  }
}
