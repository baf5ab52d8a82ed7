import { sql } from 'kysely';
import type { EventPointer } from '../tenancy/event-log.js';
import type { Principal } from '../tenancy/principal.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { openFeed } from './open-feed.js';

/** That the asker was told something, or has read something, perhaps on another device. */
export interface NotificationEvent {
  readonly cursor: string;
  readonly type: string;
  readonly recordedAt: Date;
  /** What the asker was told; null when something was read. */
  readonly notificationId: string | null;
}

/**
 * Opens the feed of the asker's own notifications: those told and those read, in commit order.
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export const openNotificationFeed = (ctx: RequestContext, args: { readonly after?: string | null }) =>
  openFeed(ctx, args.after, { select: selectOwn, concerns: tells });

/** Whether an event is a telling of the asker, or of the asker's own reading. */
const tells = (asker: Principal, event: EventPointer): boolean =>
  event.subjectKind === 'telling'
    ? event.recipients.includes(asker.subjectId)
    : event.subjectKind === 'reader' && event.subjectId === asker.subjectId;

/** What tells the asker: events of tellings that the asker has a row of, and of the asker's own reading. */
function selectOwn(asker: Principal) {
  const events = sqlFor
    .selectFrom('event as e')
    .leftJoin('notification as n', (join) =>
      join
        .onRef('n.company_id', '=', 'e.company_id')
        .onRef('n.telling_id', '=', 'e.subject_id')
        .on('n.recipient_id', '=', asker.subjectId),
    )
    .select(columns('e', 'seq', 'type', 'recorded_at'))
    .select('n.id as notificationId')
    .where('e.company_id', '=', asker.companyId)
    .where(
      sql<boolean>`(e.subject_kind = 'telling' and n.id is not null or e.subject_kind = 'reader' and e.subject_id = ${asker.subjectId}::uuid)`,
    );
  if (asker.kind !== 'RESIDENT') return events;
  return events.where(sql<boolean>`e.occupancy_id = any(${[...asker.occupancyIds]}::uuid[])`);
}
