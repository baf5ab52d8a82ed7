import { sql } from 'kysely';
import type { Action } from '../domain/identity/action.js';
import type { EventPointer } from '../tenancy/event-log.js';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { Principal } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isOpenTo, isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';
import { eventReach, subjectEventsWithin } from './subject-event.js';

/** Which events a subscriber wants. */
export interface SubjectFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** By the kind that events name among their facts. */
  readonly kinds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/** What a feed of events of subjects is of. */
export interface SubjectTopic {
  /** The kinds of subjects, as events name them. */
  readonly subjects: readonly string[];
  /** What one must be allowed, estate by estate. */
  readonly action: Action;
  /** Whether what belongs to the company and to no estate is told too, where no estates are asked for. */
  readonly ofCompany?: boolean;
}

/**
 * A feed of what becomes of subjects on the estates where the asker holds the topic's action, asked again at every read; of a
 * resident, what is open to customers of the own occupancies. What it opens throws
 * NOT_FOUND when an estate is unknown, foreign or out of reach,
 * INVALID_INPUT when `after` is not a cursor of the company,
 * RESYNC_REQUIRED when `after` cannot be continued from.
 * @rule D-30
 */
export const subjectFeed =
  (topic: SubjectTopic) =>
  async (ctx: RequestContext, { estateIds, kinds, after }: SubjectFeedArgs) => {
    if (estateIds) await assertFeedEstates(ctx, topic.action, estateIds);
    return openFeed(ctx, after, eventsOfTopic(topic, { estateIds, kinds }));
  };

/** What a feed of a topic selects, and what concerns it. */
export function eventsOfTopic(topic: SubjectTopic, args: Omit<SubjectFeedArgs, 'after'>) {
  const { subjects, action, ofCompany = false } = topic;
  const wanted = args.estateIds ?? null;
  const kinds = args.kinds ?? null;
  const companyToo = ofCompany && wanted === null;
  return {
    alike: JSON.stringify([subjects, action, wanted, kinds]),
    select: (asker: Principal) => {
      const estates = narrow(authorize(asker, action), wanted);
      let events = subjectEventsWithin(subjects, eventReach(asker));
      if (estates)
        events = events.where(
          companyToo
            ? sql<boolean>`(e.estate_id is null or e.estate_id = any(${estates}::uuid[]))`
            : sql<boolean>`e.estate_id = any(${estates}::uuid[])`,
        );
      if (kinds) events = events.where(sql<boolean>`e.facts ->> 'kind' = any(${[...kinds]}::text[])`);
      return events;
    },
    concerns: (asker: Principal, event: EventPointer): boolean =>
      subjects.includes(event.subjectKind) &&
      (event.estateId === null ? companyToo : isWithin(authorize(asker, action), wanted, event.estateId)) &&
      (kinds === null || kinds.some((kind) => kind === event.kind)) &&
      isOpenTo(asker, event),
  };
}
