import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which endpoint a command is about. */
@InputType({ description: 'Which webhook endpoint a command is about.' })
export abstract class WebhookEndpointStepInput extends CommandFields {
  @Field(() => ID, { description: 'The endpoint.' })
  endpointId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** Which webhook endpoint is stopped. */
@InputType('DisableWebhookEndpointInput', { description: 'Which webhook endpoint is stopped.' })
export class DisableWebhookEndpointInput extends WebhookEndpointStepInput {}

/** Which webhook endpoint is started again. */
@InputType('EnableWebhookEndpointInput', { description: 'Which webhook endpoint is started again.' })
export class EnableWebhookEndpointInput extends WebhookEndpointStepInput {}

/** Which webhook endpoint gets a new secret. */
@InputType('RotateWebhookSecretInput', { description: 'Which webhook endpoint gets a new secret.' })
export class RotateWebhookSecretInput extends WebhookEndpointStepInput {}

/** Which webhook endpoint is sent a test. */
@InputType('TestWebhookEndpointInput', { description: 'Which webhook endpoint is sent a test.' })
export class TestWebhookEndpointInput extends WebhookEndpointStepInput {}

/** Which webhook endpoint is removed. */
@InputType('RemoveWebhookEndpointInput', { description: 'Which webhook endpoint is removed.' })
export class RemoveWebhookEndpointInput extends WebhookEndpointStepInput {}
