import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** That a link's holder has signed. */
@ObjectType('SignedByLinkPayload', { description: "That a link's holder has signed; the link is used up." })
export class SignedByLinkPayloadType {
  @Field(() => DateTime, { description: 'When.' })
  signedAt!: Date;
}
