import { connectionOf } from '../connection.js';
import { WebhookEndpointType } from './webhook-endpoint.type.js';

/** A page of a list of WebhookEndpoint. */
export const WebhookEndpointConnection = connectionOf<WebhookEndpointType>(
  'WebhookEndpoint',
  () => WebhookEndpointType,
);
