import { Field, InputType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { WebhookEndpointStepInput } from './webhook-endpoint-step.input.js';

/** From where an endpoint receives again. */
@InputType('ReplayWebhooksInput', { description: 'From where an endpoint receives again.' })
export class ReplayWebhooksInput extends WebhookEndpointStepInput {
  @Field(() => Cursor, {
    description:
      'What came after this position of the event log is delivered again, at most 30 days back: the cursor of the last event that the receiver holds.',
  })
  after!: string;
}
