import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the mutations about identity providers answer; the provider is a field of the resolver. */
@ObjectType('IdentityProviderPayload', { description: 'An identity provider after a command.' })
export class IdentityProviderPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  providerId!: string;
}
