import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { ObligationKind } from '../../domain/obligation/obligation-kind.js';
import { openObligationFeed, type ObligationFeedArgs } from '../../events/obligation-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { obligationById } from '../../loaders/obligation/obligation-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { ObligationEventType } from '../../schema/obligation/obligation-event.type.js';
import { ObligationKindEnum } from '../../schema/obligation/obligation-kind.enum.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What becomes of obligations: live, and the edges of an event. */
@Resolver(() => ObligationEventType)
export class ObligationEventResolver {
  @Subscription(() => ObligationEventType, {
    subscribe: ({ args, context }) => openObligationFeed(context as RequestContext, args as ObligationFeedArgs),
    description:
      "What becomes of obligations on the viewer's estates and of the company's own, in commit order: what happened after `after`, then as it happens. Needs `obligation.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.",
  })
  obligationEvents(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates only; NOT_FOUND for one not in reach.',
    })
    _estateIds: string[] | null,
    @Arg('kinds', () => [ObligationKindEnum], { nullable: true, description: 'Of obligations of these kinds only.' })
    _kinds: ObligationKind[] | null,
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'The last cursor that the client has seen; absent: only what happens from now on.',
    })
    _after: string | null,
    @Root() event: SubjectEvent,
  ) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return { kind: event.actorKind, actorId: event.actorId };
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
