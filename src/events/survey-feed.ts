import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isOpenTo, isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';
import { eventReach, subjectEventsWithin } from './subject-event.js';

/** Which events of surveys a subscriber wants. */
export interface SurveyFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/**
 * Opens the feed of what becomes of rounds of the survey on the estates where the asker holds `survey.read`: counts, never
 * who. Residents hear nothing.
 * @rule D-29
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openSurveyFeed(ctx: RequestContext, args: SurveyFeedArgs) {
  const wanted = args.estateIds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'survey.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['surveys', wanted]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'survey.read'), wanted);
      const events = subjectEventsWithin('surveyEstate', eventReach(asker));
      return estates ? events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`) : events;
    },
    concerns: (asker, event) =>
      event.subjectKind === 'surveyEstate' &&
      isWithin(authorize(asker, 'survey.read'), wanted, event.estateId) &&
      isOpenTo(asker, event),
  });
}
