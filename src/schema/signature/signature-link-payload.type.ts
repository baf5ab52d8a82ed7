import { Field, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** A signature link, shown once. */
@ObjectType('SignatureLinkPayload', {
  description: 'The token of a signature link. It is shown once: put it into the address that the customer gets.',
})
export class SignatureLinkPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  @Field(() => String, { nullable: true, description: 'The token, `gj_sl_…`. Null when the command is a repeat.' })
  token!: string | null;

  @Field(() => DateTime, { description: 'When it is over.' })
  expiresAt!: Date;
}
