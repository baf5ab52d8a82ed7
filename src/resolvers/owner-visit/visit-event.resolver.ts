import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openVisitFeed } from '../../events/visit-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { VisitEventType } from '../../schema/owner-visit/visit-event.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of visits: live, and the edges of an event. */
@Resolver(() => VisitEventType)
export class VisitEventResolver {
  @FeedSubscription({
    type: () => VisitEventType,
    open: openVisitFeed,
    description:
      "What becomes of visits to households on the viewer's estates, of a resident the own ones, in commit order: what happened after `after`, then as it happens. Needs `visit.read`.",
  })
  visitEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => OwnerVisitType, {
    nullable: true,
    description:
      'The visit as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  visit(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return visitById(ctx).load(event.subjectId);
  }
}
