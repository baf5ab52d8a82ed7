import { Arg, Ctx, FieldResolver, Int, Resolver, Root, Subscription } from 'type-graphql';
import { openNotificationFeed, type NotificationEvent } from '../../events/notification-feed.js';
import { notificationById, unreadCount } from '../../loaders/notification/own-notifications.js';
import { NotificationEventType } from '../../schema/notification/notification-event.type.js';
import { NotificationType } from '../../schema/notification/notification.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The viewer's own notifications, live. */
@Resolver(() => NotificationEventType)
export class NotificationEventResolver {
  @Subscription(() => NotificationEventType, {
    subscribe: ({ args, context }) =>
      openNotificationFeed(context as RequestContext, args as { readonly after?: string | null }),
    description:
      'What you are told and what you have read, in commit order: what came after `after`, then as it happens. RESYNC_REQUIRED when `after` is too old or of another epoch.',
  })
  notificationEvents(
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'The last cursor that the client has seen; absent: only what happens from now on.',
    })
    _after: string | null,
    @Root() event: NotificationEvent,
  ) {
    return event;
  }

  @FieldResolver(() => NotificationType, {
    nullable: true,
    description: 'What you were told; null when something was read.',
  })
  notification(@Root() event: NotificationEvent, @Ctx() ctx: RequestContext) {
    return event.notificationId === null ? null : notificationById(ctx).load(event.notificationId);
  }

  @FieldResolver(() => Int, { description: 'How many are unread at or after the event.' })
  unreadCount(@Ctx() ctx: RequestContext) {
    return unreadCount(ctx);
  }
}
