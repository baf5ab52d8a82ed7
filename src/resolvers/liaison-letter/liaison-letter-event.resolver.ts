import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import {
  openLiaisonLetterFeed,
  type LiaisonLetterEvent,
  type LiaisonLetterFeedArgs,
} from '../../events/liaison-letter-feed.js';
import { liaisonLetterById } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { LiaisonLetterEventType } from '../../schema/liaison-letter/liaison-letter-event.type.js';
import { LiaisonLetterType } from '../../schema/liaison-letter/liaison-letter.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What becomes of liaison letters: live, and the edges of an event. */
@Resolver(() => LiaisonLetterEventType)
export class LiaisonLetterEventResolver {
  @Subscription(() => LiaisonLetterEventType, {
    subscribe: ({ args, context }) => openLiaisonLetterFeed(context as RequestContext, args as LiaisonLetterFeedArgs),
    description:
      "What becomes of liaison letters on the viewer's estates, in commit order: what happened after `after`, then as it happens. Needs `letter.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.",
  })
  liaisonLetterEvents(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates only; NOT_FOUND for one not in reach.',
    })
    _estateIds: string[] | null,
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'The last cursor that the client has seen; absent: only what happens from now on.',
    })
    _after: string | null,
    @Root() event: LiaisonLetterEvent,
  ) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: LiaisonLetterEvent) {
    return { kind: event.actorKind, actorId: event.actorId };
  }

  @FieldResolver(() => LiaisonLetterType, {
    nullable: true,
    description:
      'The letter as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  liaisonLetter(@Root() event: LiaisonLetterEvent, @Ctx() ctx: RequestContext) {
    return liaisonLetterById(ctx).load(event.letterId);
  }
}
