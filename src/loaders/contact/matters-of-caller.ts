import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { isAtItsEnd, TICKET_PHASES } from '../../domain/ticket/ticket-kind.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { contactReach, contactsWithin } from './contact-by-id.js';
import { openObligationsOf } from '../obligation/open-obligations-of.js';
import { ticketReach, ticketsWithin, type TicketReach, type TicketRow } from '../ticket/ticket-by-id.js';
import type { CallerMatchRow, CallerRow } from './caller.js';
import { phoneEnds } from './phone-ends.js';

const OPEN_PHASES = TICKET_PHASES.filter((phase) => !isAtItsEnd(phase));
/** More than a household has open, and no more than a screen shows. */
const MOST_TICKETS = 100;
const MOST_CONTACTS = 10;

/**
 * The tickets that are not at their end of callers' households: of the customer and of the units held today, the latest
 * first, without complaints about the asker. @rule R-REC-24 @rule D-16
 */
export const openTicketsOfMatch = (ctx: RequestContext) =>
  ctx.moment.once(
    openTicketsOfMatch,
    () =>
      new DataLoader<CallerMatchRow, readonly TicketRow[]>(
        async (matches) => {
          const wanted = { ...ticketReach(ctx), ...idsOf(matches), notAgainst: ctx.asker.subjectId };
          const rows = await ctx.moment.read(OPEN_TICKETS(wanted));
          return matches.map((match) => {
            const { customerIds, homes } = idsOf([match]);
            return rows.filter(
              (row) =>
                (row.customerId !== null && customerIds.includes(row.customerId)) ||
                (row.unitId !== null && homes.includes(row.unitId)),
            );
          });
        },
        { maxBatchSize: 1000 },
      ),
  );

/** What is owed to a caller: about the customer, the units held today, and their open tickets. */
export async function owedToMatch(ctx: RequestContext, match: CallerMatchRow) {
  const { customerIds, homes } = idsOf([match]);
  const tickets = await openTicketsOfMatch(ctx).load(match);
  const ids = [...customerIds, ...homes, ...tickets.map(({ id }) => id)];
  const lists = await Promise.all(ids.map((id) => openObligationsOf(ctx).load(id)));
  return lists.flat().sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** The latest entries of the contact log from the telephone, also of callers who are no customers. @rule R-REC-22 */
export const contactsFrom = (ctx: RequestContext, { estateId, phone }: CallerRow) =>
  ctx.moment.read(
    contactsWithin(contactReach(ctx))
      .where('c.estate_id', '=', estateId)
      .where(phoneEnds('c.caller_phone_reversed', 'phone', phone))
      .orderBy('c.received_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(MOST_CONTACTS),
  );

function idsOf(matches: readonly CallerMatchRow[]): { readonly customerIds: string[]; readonly homes: string[] } {
  return {
    customerIds: matches.map(({ customer }) => customer.id),
    homes: [...new Set(matches.flatMap(({ occupants }) => occupants.map(({ unitId }) => unitId)))],
  };
}

type Wanted = TicketReach & {
  readonly customerIds: readonly string[];
  readonly homes: readonly string[];
  readonly notAgainst: string;
};

const OPEN_TICKETS = shaped(({ customerIds, homes, notAgainst, ...reach }: Wanted) =>
  ticketsWithin(reach)
    .where(sql<boolean>`(t.customer_id = any(${customerIds}::uuid[]) or t.unit_id = any(${homes}::uuid[]))`)
    .where(sql<boolean>`t.phase = any(${OPEN_PHASES}::text[])`)
    .where(sql<boolean>`t.against_staff_id is distinct from ${notAgainst}::uuid`)
    .orderBy('t.reported_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(MOST_TICKETS),
);
