import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the mutations about API keys answer; the key's record is a field of the resolver. */
@ObjectType('ApiKeyPayload', { description: 'An API key after a command.' })
export class ApiKeyPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The key itself, shown once when it is made: send it as `Authorization: Bearer …`. Null when the command is a repeat, and of a revoked key.',
  })
  key!: string | null;

  apiKeyId!: string;
}
