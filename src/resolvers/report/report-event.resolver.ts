import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openReportFeed } from '../../events/report-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { reportById } from '../../loaders/report/reports.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { ReportEventType } from '../../schema/report/report-event.type.js';
import { ReportKindEnum } from '../../schema/report/report.enums.js';
import { ReportType } from '../../schema/report/report.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of reports: live, and the edges of an event. */
@Resolver(() => ReportEventType)
export class ReportEventResolver {
  @FeedSubscription({
    type: () => ReportEventType,
    open: openReportFeed,
    description:
      "What becomes of reports on the viewer's estates, in commit order: what happened after `after`, then as it happens. Needs `report.read`.",
    more: {
      kinds: { of: () => ReportKindEnum, description: 'Of reports of these kinds only.' },
    },
  })
  reportEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it; the system drafts what is owed.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => ReportType, {
    nullable: true,
    description:
      'The report as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  report(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return reportById(ctx).load(event.subjectId);
  }
}
