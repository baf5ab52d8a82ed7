import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { openVisitFeed, type VisitFeedArgs } from '../../events/visit-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { VisitEventType } from '../../schema/owner-visit/visit-event.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What becomes of visits: live, and the edges of an event. */
@Resolver(() => VisitEventType)
export class VisitEventResolver {
  @Subscription(() => VisitEventType, {
    subscribe: ({ args, context }) => openVisitFeed(context as RequestContext, args as VisitFeedArgs),
    description:
      "What becomes of visits to households on the viewer's estates, of a resident the own ones, in commit order: what happened after `after`, then as it happens. Needs `visit.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.",
  })
  visitEvents(
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
    @Root() event: SubjectEvent,
  ) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return { kind: event.actorKind, actorId: event.actorId };
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
