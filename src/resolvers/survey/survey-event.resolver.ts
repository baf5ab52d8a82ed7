import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SubjectEvent } from '../../events/subject-event.js';
import { openSurveyFeed } from '../../events/survey-feed.js';
import { surveyEstateById } from '../../loaders/survey/estates-of-round.js';
import { SurveyEstateType } from '../../schema/survey/survey-estate.type.js';
import { SurveyEventType } from '../../schema/survey/survey-event.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of surveys: live, and the edge of an event. */
@Resolver(() => SurveyEventType)
export class SurveyEventResolver {
  @FeedSubscription({
    type: () => SurveyEventType,
    open: openSurveyFeed,
    description:
      "What becomes of rounds of the survey on the viewer's estates, in commit order: what happened after `after`, then as it happens; counts, never who (D-29). Needs `survey.read`; nothing for residents.",
  })
  surveyEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => SurveyEstateType, {
    nullable: true,
    description:
      'The round on the estate as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  surveyEstate(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return surveyEstateById(ctx).load(event.subjectId);
  }
}
