import { Field, ID, ObjectType } from 'type-graphql';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { DateTime } from '../scalars.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

/** What the viewer was told; its ticket and estate are fields of the resolver. */
@ObjectType('Notification', { description: 'Something that the viewer, and nobody else, was told.' })
export class NotificationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: 'What it tells.' })
  kind!: NotificationKind;

  @Field(() => DateTime, { description: 'When that happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was told.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the viewer first read it; null while unread.' })
  readAt!: Date | null;
}
