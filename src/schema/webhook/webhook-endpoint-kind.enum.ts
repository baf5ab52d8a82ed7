import { registerEnumType } from 'type-graphql';
import { WEBHOOK_ENDPOINT_KINDS, type WebhookEndpointKind } from '../../domain/webhook/webhook-endpoint-kind.js';

/** The GraphQL enum of WebhookEndpointKind. */
export const WebhookEndpointKindEnum = Object.fromEntries(WEBHOOK_ENDPOINT_KINDS.map((value) => [value, value])) as {
  [V in WebhookEndpointKind]: V;
};

registerEnumType(WebhookEndpointKindEnum, {
  name: 'WebhookEndpointKind',
  description: 'What a webhook endpoint receives.',
  valuesConfig: {
    MESSAGES: {
      description: 'Messages to persons, with the telephone of each: for a company’s SMS or WeChat service.',
    },
    EVENTS: { description: 'Events of the log: ids, codes, numbers and instants, nobody by name.' },
  },
});
