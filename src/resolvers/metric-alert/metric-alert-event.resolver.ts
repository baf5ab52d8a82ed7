import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import {
  openMetricAlertFeed,
  type MetricAlertEvent,
  type MetricAlertFeedArgs,
} from '../../events/metric-alert-feed.js';
import { metricAlertById } from '../../loaders/metric-alert/metric-alert-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { MetricAlertEventType } from '../../schema/metric-alert/metric-alert-event.type.js';
import { MetricAlertType } from '../../schema/metric-alert/metric-alert.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What becomes of alerts: live, and the edges of an event. */
@Resolver(() => MetricAlertEventType)
export class MetricAlertEventResolver {
  @Subscription(() => MetricAlertEventType, {
    subscribe: ({ args, context }) => openMetricAlertFeed(context as RequestContext, args as MetricAlertFeedArgs),
    description:
      "What becomes of alerts on the viewer's estates, in commit order: what happened after `after`, then as it happens. Needs `alert.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.",
  })
  metricAlertEvents(
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
    @Root() event: MetricAlertEvent,
  ) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it; the system raises alerts.' })
  actor(@Root() event: MetricAlertEvent) {
    return { kind: event.actorKind, actorId: event.actorId };
  }

  @FieldResolver(() => MetricAlertType, {
    nullable: true,
    description:
      'The alert as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  metricAlert(@Root() event: MetricAlertEvent, @Ctx() ctx: RequestContext) {
    return metricAlertById(ctx).load(event.alertId);
  }
}
