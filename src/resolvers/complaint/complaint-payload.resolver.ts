import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ComplaintPayloadType } from '../../schema/complaint/complaint-payload.type.js';
import { ComplaintType } from '../../schema/complaint/complaint.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The complaint behind a command's verdict, as it stands now and under the rights that hold now. */
@Resolver(() => ComplaintPayloadType)
export class ComplaintPayloadResolver {
  @FieldResolver(() => ComplaintType, {
    description: 'The complaint as it stands now. NOT_FOUND when a repeated command names one that is no longer yours.',
  })
  async complaint(@Root() { ticketId }: { readonly ticketId: string }, @Ctx() ctx: RequestContext) {
    const found = await ticketById(ctx).load(ticketId);
    if (!found) throw notFound('ticket');
    return found;
  }
}
