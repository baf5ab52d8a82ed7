import { Field, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** A one-time code, shown once. */
@ObjectType('OneTimeCodePayload', {
  description: 'A one-time code. It is shown once: give it to the person it is for.',
})
export class OneTimeCodePayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code, in groups; good for five tries. Null when the command is a repeat.',
  })
  code!: string | null;

  @Field(() => DateTime, { description: 'When it is over.' })
  expiresAt!: Date;
}
