import { Field, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** That the viewer was told or has read something; the notification is a field of the resolver. */
@ObjectType('NotificationEvent', {
  simpleResolvers: true,
  description: 'That the viewer was told something, or has read something on whichever device.',
})
export class NotificationEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, { description: 'What happened: `notification.TOLD` or `notification.READ`.' })
  type!: string;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;
}
