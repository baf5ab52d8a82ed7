import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { SubjectEvent } from '../../events/subject-event.js';
import { openSurveyFeed, type SurveyFeedArgs } from '../../events/survey-feed.js';
import { surveyEstateById } from '../../loaders/survey/estates-of-round.js';
import { Cursor } from '../../schema/scalars.js';
import { SurveyEstateType } from '../../schema/survey/survey-estate.type.js';
import { SurveyEventType } from '../../schema/survey/survey-event.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What becomes of surveys: live, and the edge of an event. */
@Resolver(() => SurveyEventType)
export class SurveyEventResolver {
  @Subscription(() => SurveyEventType, {
    subscribe: ({ args, context }) => openSurveyFeed(context as RequestContext, args as SurveyFeedArgs),
    description:
      "What becomes of rounds of the survey on the viewer's estates, in commit order: what happened after `after`, then as it happens; counts, never who (D-29). Needs `survey.read`; nothing for residents. RESYNC_REQUIRED when `after` is too old or of another epoch.",
  })
  surveyEvents(
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

  @FieldResolver(() => SurveyEstateType, {
    nullable: true,
    description:
      'The round on the estate as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  surveyEstate(@Root() event: SubjectEvent, @Ctx() ctx: RequestContext) {
    return surveyEstateById(ctx).load(event.subjectId);
  }
}
