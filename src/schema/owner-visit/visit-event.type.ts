import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of a visit; actor and visit are fields of the resolver. */
@ObjectType('VisitEvent', { simpleResolvers: true, description: 'Something that became of a visit to a household.' })
export class VisitEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description:
      'What became of it: `visit.SAMPLED` (a visit is due), `.APPOINTED`, `.RECORDED`, `.SUBMITTED`, `.REVIEWED`, `.FED_BACK`, `.CHECKED`, `.DROPPED`. Residents get APPOINTED, RECORDED and FED_BACK of their own.',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: "The visit's version after it." })
  version!: number;
}
