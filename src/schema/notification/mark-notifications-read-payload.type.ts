import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What `markNotificationsRead` answers; the count of unread ones is a field of the resolver. */
@ObjectType('MarkNotificationsReadPayload', { description: 'What was marked as read.' })
export class MarkNotificationsReadPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  @Field(() => Int, { description: 'How many were unread before and are read now.' })
  marked!: number;

  @Field(() => Int, { description: 'How many are unread now; exact up to 10,000, which means "10,000 or more".' })
  unreadCount!: number;
}
