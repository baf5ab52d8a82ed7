import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { WebhookOutcome } from '../../domain/webhook/webhook-outcome.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { webhookDeliveries } from '../../loaders/webhook/webhook-deliveries.js';
import { webhookEndpointsPage, type WebhookEndpointRow } from '../../loaders/webhook/webhook-endpoints.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { CreateWebhookEndpointInput } from '../../schema/webhook/create-webhook-endpoint.input.js';
import { ReplayWebhooksInput } from '../../schema/webhook/replay-webhooks.input.js';
import { UpdateWebhookEndpointInput } from '../../schema/webhook/update-webhook-endpoint.input.js';
import { WebhookDeliveryConnection } from '../../schema/webhook/webhook-delivery-connection.type.js';
import { WebhookEndpointConnection } from '../../schema/webhook/webhook-endpoint-connection.type.js';
import { WebhookEndpointPayloadType } from '../../schema/webhook/webhook-endpoint-payload.type.js';
import {
  DisableWebhookEndpointInput,
  EnableWebhookEndpointInput,
  RemoveWebhookEndpointInput,
  RotateWebhookSecretInput,
  TestWebhookEndpointInput,
} from '../../schema/webhook/webhook-endpoint-step.input.js';
import { WebhookEndpointType } from '../../schema/webhook/webhook-endpoint.type.js';
import { WebhookOutcomeEnum } from '../../schema/webhook/webhook-outcome.enum.js';
import { createWebhookEndpoint } from '../../services/webhook/create-webhook-endpoint.js';
import { removeWebhookEndpoint } from '../../services/webhook/remove-webhook-endpoint.js';
import { replayWebhooks } from '../../services/webhook/replay-webhooks.js';
import { rotateWebhookSecret } from '../../services/webhook/rotate-webhook-secret.js';
import { disableWebhookEndpoint, enableWebhookEndpoint } from '../../services/webhook/switch-webhook-endpoint.js';
import { testWebhookEndpoint } from '../../services/webhook/test-webhook-endpoint.js';
import { updateWebhookEndpoint } from '../../services/webhook/update-webhook-endpoint.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { withSecret, withoutSecret } from './endpoint-secret.js';

/** Addresses that receive signed messages, and what became of each attempt. */
@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  @Query(() => WebhookEndpointConnection, {
    description: 'The webhook endpoints that you may manage, newest first. Needs `webhook.manage`.',
  })
  webhookEndpoints(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext) {
    return webhookEndpointsPage(ctx, page);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'Its one estate; null for all of the company.' })
  estate(@Root() endpoint: WebhookEndpointRow, @Ctx() ctx: RequestContext) {
    return endpoint.estateId === null ? null : estateById(ctx).load(endpoint.estateId);
  }

  @FieldResolver(() => WebhookDeliveryConnection, { description: 'Attempts of the last 30 days, newest first.' })
  deliveries(
    @Root() endpoint: WebhookEndpointRow,
    @Arg('outcome', () => WebhookOutcomeEnum, { nullable: true, description: 'Those that ended so; all where absent.' })
    outcome: WebhookOutcome | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return webhookDeliveries(ctx, endpoint.id, outcome, page);
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Adds an address that receives what happens from now on. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async createWebhookEndpoint(
    @Arg('input', () => CreateWebhookEndpointInput, { description: 'Which.' }) input: CreateWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ) {
    ctx.house.outbound.assertAllowed(input.url, 'input.url');
    return withSecret(ctx, await command(ctx, createWebhookEndpoint, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description: 'Changes an endpoint. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async updateWebhookEndpoint(
    @Arg('input', () => UpdateWebhookEndpointInput, { description: 'Which.' }) input: UpdateWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ) {
    if (input.url != null) ctx.house.outbound.assertAllowed(input.url, 'input.url');
    return withoutSecret(await command(ctx, updateWebhookEndpoint, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Stops an endpoint; its place in the event log stays. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async disableWebhookEndpoint(
    @Arg('input', () => DisableWebhookEndpointInput, { description: 'Which.' }) input: DisableWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withoutSecret(await command(ctx, disableWebhookEndpoint, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Starts an endpoint again where it stopped. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async enableWebhookEndpoint(
    @Arg('input', () => EnableWebhookEndpointInput, { description: 'Which.' }) input: EnableWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withoutSecret(await command(ctx, enableWebhookEndpoint, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Delivers again what came after a cursor, in order, with the same ids. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async replayWebhooks(
    @Arg('input', () => ReplayWebhooksInput, { description: 'Which.' }) input: ReplayWebhooksInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withoutSecret(await command(ctx, replayWebhooks, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Has a message of type `webhook.TEST` sent once; `deliveries` tell what became of it. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async testWebhookEndpoint(
    @Arg('input', () => TestWebhookEndpointInput, { description: 'Which.' }) input: TestWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withoutSecret(await command(ctx, testWebhookEndpoint, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Removes an endpoint and the history of its deliveries. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async removeWebhookEndpoint(
    @Arg('input', () => RemoveWebhookEndpointInput, { description: 'Which.' }) input: RemoveWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withoutSecret(await command(ctx, removeWebhookEndpoint, input));
  }

  @Mutation(() => WebhookEndpointPayloadType, {
    nullable: true,
    description:
      'Makes a new secret; for a day messages carry both signatures. Needs `webhook.manage` on its estate, or on all for the company’s own.',
  })
  async rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput, { description: 'Which.' }) input: RotateWebhookSecretInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSecret(ctx, await command(ctx, rotateWebhookSecret, input));
  }
}
