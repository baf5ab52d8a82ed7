/** What an endpoint receives: events of the log, which name nobody, or messages to persons, which do. */
export const WEBHOOK_ENDPOINT_KINDS = ['EVENTS', 'MESSAGES'] as const;
export type WebhookEndpointKind = (typeof WEBHOOK_ENDPOINT_KINDS)[number];

/** Whether an endpoint is served. */
export const WEBHOOK_ENDPOINT_STATES = ['ACTIVE', 'DISABLED_BY_HAND', 'DISABLED_FAILING'] as const;
export type WebhookEndpointState = (typeof WEBHOOK_ENDPOINT_STATES)[number];
