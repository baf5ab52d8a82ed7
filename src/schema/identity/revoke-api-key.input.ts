import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Which key is revoked. */
@InputType('RevokeApiKeyInput', { description: 'Which key is revoked.' })
export class RevokeApiKeyInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The `ApiKey`.' })
  apiKeyId!: string;
}
