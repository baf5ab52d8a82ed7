import { registerEnumType } from 'type-graphql';
import { WEBHOOK_OUTCOMES, type WebhookOutcome } from '../../domain/webhook/webhook-outcome.js';

/** The GraphQL enum of WebhookOutcome. */
export const WebhookOutcomeEnum = Object.fromEntries(WEBHOOK_OUTCOMES.map((value) => [value, value])) as {
  [V in WebhookOutcome]: V;
};

registerEnumType(WebhookOutcomeEnum, {
  name: 'WebhookOutcome',
  description: 'How an attempt to deliver ended.',
  valuesConfig: {
    DELIVERED: { description: 'Answered with 2xx.' },
    STATUS: { description: 'Answered with another status.' },
    REDIRECT: { description: 'Answered with a redirect, which is not followed.' },
    ADDRESS: { description: 'The name resolves to an address that is not on the public Internet.' },
    TIMEOUT: { description: 'No answer within 5 seconds.' },
    FAILED: { description: 'No connection, or it broke.' },
  },
});
