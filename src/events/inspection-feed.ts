import { sql } from 'kysely';
import { idsOf, type Principal } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { openFeed } from './open-feed.js';
import type { SubjectEvent } from './subject-event.js';
import { eventsOfTopic, type SubjectFeedArgs, type SubjectTopic } from './subject-feed.js';

/** An event of an inspection that its estate may know of, or of a round that nobody of the estates may. */
export interface InspectionEvent extends SubjectEvent {
  /** The day on site that is announced, where it is. */
  readonly onDay: string | null;
}

const INSPECTIONS: SubjectTopic = {
  subjects: ['inspection', 'inspectionRound'],
  action: 'inspection.read',
  ofCompany: true,
};

/**
 * Opens the feed of inspections: what their estates are told of them; and, where no estates are asked for, how rounds go on
 * that look at an estate where the asker holds `inspection.conduct`. Who is inspected hears of no round, not even that there is
 * one; who inspects some estates only, of none that lies elsewhere.
 * @rule D-27 @rule R-ESC-05
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openInspectionFeed(ctx: RequestContext, args: SubjectFeedArgs) {
  if (args.estateIds) await assertFeedEstates(ctx, INSPECTIONS.action, args.estateIds);
  const { alike, select, concerns } = eventsOfTopic(INSPECTIONS, args);
  return openFeed(ctx, args.after, {
    alike,
    select: (asker) =>
      select(asker)
        .select(sql<string | null>`e.facts ->> 'onDay'`.as('onDay'))
        .where(sql<boolean>`(e.subject_kind = 'inspection' or ${looksWhereConducted(asker)})`),
    concerns: (asker, event) =>
      concerns(asker, event) && (event.subjectKind === 'inspection' || asker.actions.has('inspection.conduct')),
  });
}

/** Whether a round has an inspection that the asker may carry out; read behind the fence, which shows them to few. */
function looksWhereConducted(asker: Principal) {
  const estates = idsOf(asker.actions.get('inspection.conduct') ?? new Set());
  return sql<boolean>`exists (
    select 1 from inspection i where i.company_id = e.company_id and i.round_id = e.subject_id
       and (${estates}::uuid[] is null or i.estate_id = any(${estates}::uuid[])))`;
}
