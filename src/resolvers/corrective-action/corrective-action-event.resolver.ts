import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openCorrectiveActionFeed } from '../../events/corrective-action-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { correctiveActionById } from '../../loaders/corrective-action/corrective-action-by-id.js';
import { CorrectiveActionEventType } from '../../schema/corrective-action/corrective-action-event.type.js';
import { CorrectiveActionType } from '../../schema/corrective-action/corrective-action.type.js';
import { ActorType } from '../../schema/event/actor.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of corrective actions: live, and the edges of an event. */
@Resolver(() => CorrectiveActionEventType)
export class CorrectiveActionEventResolver {
  @FeedSubscription({
    type: () => CorrectiveActionEventType,
    open: openCorrectiveActionFeed,
    description:
      "What becomes of corrective actions on the viewer's estates and of the company's own, in commit order: what happened after `after`, then as it happens. Needs `correction.read`.",
  })
  correctiveActionEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => CorrectiveActionType, {
    nullable: true,
    description:
      'The action as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  correctiveAction(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return correctiveActionById(ctx).load(event.subjectId);
  }
}
