import { InputType } from 'type-graphql';
import { TextField, TextListField } from '../text-field.js';
import { WebhookEndpointStepInput } from './webhook-endpoint-step.input.js';

const MOST_TYPES = 100;

/** What changes about an endpoint. */
@InputType('UpdateWebhookEndpointInput', {
  description: 'What changes about a webhook endpoint; what is absent stays.',
})
export class UpdateWebhookEndpointInput extends WebhookEndpointStepInput {
  @TextField({ description: 'Name for colleagues.', max: 100, nullable: true })
  name?: string | null;

  @TextField({
    description: 'Where messages are posted: https, on the public Internet, without redirects.',
    max: 2000,
    nullable: true,
  })
  url?: string | null;

  @TextListField({
    nullable: true,
    most: MOST_TYPES,
    max: 100,
    description: 'Event types: `*`, families such as `ticket.*`, or single ones.',
  })
  eventTypes?: string[] | null;
}
