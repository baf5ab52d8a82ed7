import { registerEnumType } from 'type-graphql';
import { WEBHOOK_ENDPOINT_STATES, type WebhookEndpointState } from '../../domain/webhook/webhook-endpoint-kind.js';

/** The GraphQL enum of WebhookEndpointState. */
export const WebhookEndpointStateEnum = Object.fromEntries(WEBHOOK_ENDPOINT_STATES.map((value) => [value, value])) as {
  [V in WebhookEndpointState]: V;
};

registerEnumType(WebhookEndpointStateEnum, {
  name: 'WebhookEndpointState',
  description: 'Whether a webhook endpoint is served.',
  valuesConfig: {
    ACTIVE: { description: 'Receives.' },
    DISABLED_BY_HAND: { description: 'Somebody has stopped it.' },
    DISABLED_FAILING: {
      description: 'It failed for five days, or answered 410: `enableWebhookEndpoint` goes on where it stopped.',
    },
  },
});
