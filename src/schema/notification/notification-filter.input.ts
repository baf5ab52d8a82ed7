import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../domain/notification/notification-kind.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

const MOST_KINDS = NOTIFICATION_KINDS.length;

/** Which notifications a list shows. */
@InputType('NotificationFilter', {
  description: 'Which notifications a list shows: those that meet every condition given.',
})
export class NotificationFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Unread ones only, or read ones only.' })
  unread?: boolean | null;

  @Field(() => [NotificationKindEnum], { nullable: true, description: 'Notifications of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(MOST_KINDS, { message: `must name at most ${MOST_KINDS} kinds` })
  kinds?: NotificationKind[] | null;
}
