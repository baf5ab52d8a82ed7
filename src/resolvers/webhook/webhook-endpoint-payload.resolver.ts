import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { webhookEndpointById } from '../../loaders/webhook/webhook-endpoints.js';
import { WebhookEndpointPayloadType } from '../../schema/webhook/webhook-endpoint-payload.type.js';
import { WebhookEndpointType } from '../../schema/webhook/webhook-endpoint.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The endpoint that a command was about. */
@Resolver(() => WebhookEndpointPayloadType)
export class WebhookEndpointPayloadResolver {
  @FieldResolver(() => WebhookEndpointType, {
    nullable: true,
    description: 'The endpoint as it stands now; null when it is removed.',
  })
  endpoint(@Root() done: WebhookEndpointPayloadType, @Ctx() ctx: RequestContext) {
    return webhookEndpointById(ctx).load(done.endpointId);
  }
}
