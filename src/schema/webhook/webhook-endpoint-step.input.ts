import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which endpoint a command is about. */
@InputType('WebhookEndpointStepInput', { description: 'Which webhook endpoint a command is about.' })
export class WebhookEndpointStepInput extends CommandFields {
  @Field(() => ID, { description: 'The endpoint.' })
  endpointId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}
