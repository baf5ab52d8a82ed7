import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openLiaisonLetterFeed } from '../../events/liaison-letter-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { liaisonLetterById } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { LiaisonLetterEventType } from '../../schema/liaison-letter/liaison-letter-event.type.js';
import { LiaisonLetterType } from '../../schema/liaison-letter/liaison-letter.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of liaison letters: live, and the edges of an event. */
@Resolver(() => LiaisonLetterEventType)
export class LiaisonLetterEventResolver {
  @FeedSubscription({
    type: () => LiaisonLetterEventType,
    open: openLiaisonLetterFeed,
    description:
      "What becomes of liaison letters on the viewer's estates, in commit order: what happened after `after`, then as it happens. Needs `letter.read`.",
  })
  liaisonLetterEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => LiaisonLetterType, {
    nullable: true,
    description:
      'The letter as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  liaisonLetter(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return liaisonLetterById(ctx).load(event.subjectId);
  }
}
