import { Field, ID, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the mutations about webhook endpoints answer; the endpoint is a field of the resolver. */
@ObjectType('WebhookEndpointPayload', { description: 'A webhook endpoint after a command.' })
export class WebhookEndpointPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  @Field(() => ID, { description: 'Which endpoint; also of one that is removed.' })
  endpointId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The secret that was just made, `whsec_…`: keep it, no query shows it. Null of other commands.',
  })
  secret!: string | null;
}
