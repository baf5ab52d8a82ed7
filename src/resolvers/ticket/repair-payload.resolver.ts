import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { RepairOrderType } from '../../schema/ticket/repair-order.type.js';
import { RepairPayloadType } from '../../schema/ticket/repair-payload.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The repair behind a command's verdict, as it stands now and under the rights that hold now. */
@Resolver(() => RepairPayloadType)
export class RepairPayloadResolver {
  @FieldResolver(() => RepairOrderType, {
    description: 'The repair as it stands now. NOT_FOUND when a repeated command names one that is no longer yours.',
  })
  async repair(@Root() { ticketId }: { readonly ticketId: string }, @Ctx() ctx: RequestContext) {
    const found = await ticketById(ctx).load(ticketId);
    if (!found) throw notFound('ticket');
    return found;
  }
}
