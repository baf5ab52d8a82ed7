import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openMetricAlertFeed } from '../../events/metric-alert-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { metricAlertById } from '../../loaders/metric-alert/metric-alert-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { MetricAlertEventType } from '../../schema/metric-alert/metric-alert-event.type.js';
import { MetricAlertType } from '../../schema/metric-alert/metric-alert.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of alerts: live, and the edges of an event. */
@Resolver(() => MetricAlertEventType)
export class MetricAlertEventResolver {
  @FeedSubscription({
    type: () => MetricAlertEventType,
    open: openMetricAlertFeed,
    description:
      "What becomes of alerts on the viewer's estates, in commit order: what happened after `after`, then as it happens. Needs `alert.read`.",
  })
  metricAlertEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it; the system raises alerts.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => MetricAlertType, {
    nullable: true,
    description:
      'The alert as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  metricAlert(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return metricAlertById(ctx).load(event.subjectId);
  }
}
