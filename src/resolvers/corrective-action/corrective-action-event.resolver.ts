import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import {
  openCorrectiveActionFeed,
  type CorrectiveActionEvent,
  type CorrectiveActionFeedArgs,
} from '../../events/corrective-action-feed.js';
import { correctiveActionById } from '../../loaders/corrective-action/corrective-action-by-id.js';
import { CorrectiveActionEventType } from '../../schema/corrective-action/corrective-action-event.type.js';
import { CorrectiveActionType } from '../../schema/corrective-action/corrective-action.type.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What becomes of corrective actions: live, and the edges of an event. */
@Resolver(() => CorrectiveActionEventType)
export class CorrectiveActionEventResolver {
  @Subscription(() => CorrectiveActionEventType, {
    subscribe: ({ args, context }) =>
      openCorrectiveActionFeed(context as RequestContext, args as CorrectiveActionFeedArgs),
    description:
      "What becomes of corrective actions on the viewer's estates and of the company's own, in commit order: what happened after `after`, then as it happens. Needs `correction.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.",
  })
  correctiveActionEvents(
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
    @Root() event: CorrectiveActionEvent,
  ) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: CorrectiveActionEvent) {
    return { kind: event.actorKind, actorId: event.actorId };
  }

  @FieldResolver(() => CorrectiveActionType, {
    nullable: true,
    description:
      'The action as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  correctiveAction(@Root() event: CorrectiveActionEvent, @Ctx() ctx: RequestContext) {
    return correctiveActionById(ctx).load(event.actionId);
  }
}
