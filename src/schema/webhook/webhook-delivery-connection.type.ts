import { connectionOf } from '../connection.js';
import { WebhookDeliveryType } from './webhook-delivery.type.js';

/** A page of a list of WebhookDelivery. */
export const WebhookDeliveryConnection = connectionOf<WebhookDeliveryType>(
  'WebhookDelivery',
  () => WebhookDeliveryType,
);
