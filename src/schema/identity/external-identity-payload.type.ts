import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the mutations about external identities answer; the link is a field of the resolver. */
@ObjectType('ExternalIdentityPayload', { description: 'A link of an external subject after a command.' })
export class ExternalIdentityPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  identityId!: string;
}
