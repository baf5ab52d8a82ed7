import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isOpenTo, isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';
import type { SubjectEvent } from './subject-event.js';

/** Which events of charges, payments, bill runs, notices, dunning and withholding a subscriber wants. */
export interface FeeFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

const SUBJECTS = [
  'charge',
  'payment',
  'billRun',
  'paymentNotice',
  'paymentNoticeRun',
  'dunningCase',
  'withholdingBatch',
] as const;

/** An event of a charge, a payment, a bill run, a notice, a dunning case or a withholding batch as it is shown. */
export interface FeeEvent extends SubjectEvent {
  readonly subjectKind: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id', 'subject_kind'))
  .select(['e.subject_version as version', 'e.subject_id as subjectId'])
  .where(sql<boolean>`e.subject_kind = any(${[...SUBJECTS]}::text[])`);

/**
 * Opens the feed of what becomes of charges, payments, bill runs, payment notices, dunning cases and withholding batches on
 * the estates where the asker holds `fee.read`; of a resident, what concerns the own account.
 * @rule R-ORG-70 @rule D-30
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openFeeFeed(ctx: RequestContext, args: FeeFeedArgs) {
  const wanted = args.estateIds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'fee.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['fees', wanted]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'fee.read'), wanted);
      let events = EVENTS.where('e.company_id', '=', asker.companyId);
      if (asker.kind === 'RESIDENT')
        events = events
          .where('e.visibility', '=', 'CUSTOMER')
          .where(sql<boolean>`e.occupancy_id = any(${[...asker.occupancyIds]}::uuid[])`);
      return estates ? events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`) : events;
    },
    concerns: (asker, event) =>
      SUBJECTS.some((subject) => subject === event.subjectKind) &&
      isWithin(authorize(asker, 'fee.read'), wanted, event.estateId) &&
      isOpenTo(asker, event),
  });
}
