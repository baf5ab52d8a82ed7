import { sql } from 'kysely';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { reachOf, within } from '../reach.js';

/** Entries of the contact log by id, with the caller unmasked: the resolver masks. Null where the asker may not read them. */
export const contactById = (ctx: RequestContext) =>
  ctx.moment.once(contactById, () => byId((ids) => ctx.moment.read(FIND({ ...contactReach(ctx), ids }))));

/** The entries that point to tickets, earliest first. */
export const contactsOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(contactsOfTicket, () =>
    listBy(
      (ids) => ctx.moment.read(OF_TICKETS({ ...contactReach(ctx), ids })),
      (row) => row.ticketId ?? '',
    ),
  );

const CONTACTS = sqlFor
  .selectFrom('contact as c')
  .leftJoin('ticket as t', (join) => join.onRef('t.company_id', '=', 'c.company_id').onRef('t.id', '=', 'c.ticket_id'))
  .select(
    columns(
      'c',
      'id',
      'estate_id',
      'number',
      'channel',
      'stage',
      'version',
      'received_at',
      'received_by_id',
      'caller_name',
      'caller_phone',
      'unit_id',
      'room',
      'customer_id',
      'intent',
      'content',
      'ticket_id',
      'department_id',
      'escalated_to_id',
      'escalated_at',
      'feedback',
      'settled_at',
      'redacted_at',
    ),
  );

/** How far the asker reads the contact log. */
export interface ContactReach {
  readonly companyId: string;
  readonly reach: readonly string[] | null;
  /** Nobody reads who came to complain about him or her. @rule D-16 */
  readonly notAgainst: string;
}

/** How far the asker reads the contact log: on the estates in reach. */
export const contactReach = (ctx: RequestContext): ContactReach => ({
  companyId: ctx.asker.companyId,
  reach: reachOf(ctx, 'contact.read'),
  notAgainst: ctx.asker.subjectId,
});

/** The entries so far. */
export function contactsWithin({ companyId, reach, notAgainst }: ContactReach) {
  const contacts = CONTACTS.where('c.company_id', '=', companyId).where(
    sql<boolean>`(t.against_staff_id is null or t.against_staff_id <> ${notAgainst}::uuid)`,
  );
  return reach ? contacts.where(within('c.estate_id', reach)) : contacts;
}

type Wanted = ContactReach & { readonly ids: readonly string[] };

const FIND = shaped(({ ids, ...reach }: Wanted) =>
  contactsWithin(reach).where(sql<boolean>`c.id = any(${ids}::uuid[])`),
);

const OF_TICKETS = shaped(({ ids, ...reach }: Wanted) =>
  contactsWithin(reach)
    .where(sql<boolean>`c.ticket_id = any(${ids}::uuid[])`)
    .orderBy('c.received_at')
    .orderBy('c.id'),
);

export type ContactRow = NonNullable<Awaited<ReturnType<ReturnType<typeof contactById>['load']>>>;
