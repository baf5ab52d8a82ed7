import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which key is revoked. */
@InputType('RevokeApiKeyInput', { description: 'Which key is revoked.' })
export class RevokeApiKeyInput extends CommandFields {
  @Field(() => ID, { description: 'The `ApiKey`.' })
  apiKeyId!: string;
}
