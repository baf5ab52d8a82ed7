import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of an alert; actor and alert are fields of the resolver. */
@ObjectType('MetricAlertEvent', { simpleResolvers: true, description: 'Something that became of an alert.' })
export class MetricAlertEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description: 'What became of it: `metricAlert.RAISED`, `.ACKNOWLEDGED`, `.CLOSED`.',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: "The alert's version after it." })
  version!: number;
}
