import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of an obligation; actor and obligation are fields of the resolver. */
@ObjectType('ObligationEvent', { simpleResolvers: true, description: 'Something that became of an obligation.' })
export class ObligationEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description: 'What became of it: `obligation.OWED`, `.RESCHEDULED`, `.MISSED`, `.FULFILLED`, `.WAIVED`, `.LAPSED`.',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened; of MISSED the due instant.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: "The obligation's version after it." })
  version!: number;
}
