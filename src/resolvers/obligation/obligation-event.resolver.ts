import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openObligationFeed } from '../../events/obligation-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { obligationById } from '../../loaders/obligation/obligation-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { ObligationEventType } from '../../schema/obligation/obligation-event.type.js';
import { ObligationKindEnum } from '../../schema/obligation/obligation-kind.enum.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of obligations: live, and the edges of an event. */
@Resolver(() => ObligationEventType)
export class ObligationEventResolver {
  @FeedSubscription({
    type: () => ObligationEventType,
    open: openObligationFeed,
    description:
      "What becomes of obligations on the viewer's estates and of the company's own, in commit order: what happened after `after`, then as it happens. Needs `obligation.read`.",
    more: {
      kinds: { of: () => ObligationKindEnum, description: 'Of obligations of these kinds only.' },
    },
  })
  obligationEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => ObligationType, {
    nullable: true,
    description:
      'The obligation as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  obligation(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return obligationById(ctx).load(event.subjectId);
  }
}
