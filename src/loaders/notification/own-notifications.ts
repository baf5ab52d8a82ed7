import { sql } from 'kysely';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { COUNT_LIMIT, page, type PageArgs } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';

/** Which of the asker's notifications a list shows; what is absent does not narrow. */
interface NotificationFilter {
  readonly unread?: boolean | null;
  readonly kinds?: readonly NotificationKind[] | null;
}

const KEYS = [{ column: 'n.id', type: 'uuid', descending: true }] as const;

const NOTIFICATIONS = sqlFor
  .selectFrom('notification as n')
  .select(
    columns('n', 'id', 'kind', 'subject_kind', 'subject_id', 'estate_id', 'occurred_at', 'created_at', 'read_at'),
  );

const ownOf = (ctx: RequestContext) =>
  NOTIFICATIONS.where('n.company_id', '=', ctx.asker.companyId).where('n.recipient_id', '=', ctx.asker.subjectId);

/** The asker's own notifications by id. */
export const notificationById = (ctx: RequestContext) =>
  ctx.moment.once(notificationById, () =>
    byId((ids) => ctx.moment.read(ownOf(ctx).where(sql<boolean>`n.id = any(${ids}::uuid[])`))),
  );

/** A page of the asker's own notifications, newest first. */
export function ownNotifications(ctx: RequestContext, filter: NotificationFilter | null, args: PageArgs) {
  let found = ownOf(ctx);
  if (filter?.unread != null) found = found.where('n.read_at', filter.unread ? 'is' : 'is not', null);
  if (filter?.kinds) found = found.where(sql<boolean>`n.kind = any(${[...filter.kinds]}::text[])`);
  return page(ctx.moment, found, KEYS, args);
}

/** How many of the asker's notifications are unread; exact up to 10,000, which means "10,000 or more". */
export async function unreadCount(ctx: RequestContext): Promise<number> {
  const bounded = sqlFor
    .selectFrom('notification as n')
    .select(sql`1`.as('one'))
    .where('n.company_id', '=', ctx.asker.companyId)
    .where('n.recipient_id', '=', ctx.asker.subjectId)
    .where('n.read_at', 'is', null)
    .limit(COUNT_LIMIT);
  const [row] = await ctx.moment.read(
    sqlFor.selectFrom(bounded.as('bounded')).select(sql<number>`count(*)`.as('count')),
  );
  return row?.count ?? 0;
}

export type NotificationRow = NonNullable<Awaited<ReturnType<ReturnType<typeof notificationById>['load']>>>;
