import { sql } from 'kysely';
import type { DecidingPower } from '../../domain/approval/deciding-power.js';
import type { Action } from '../../domain/identity/action.js';
import { QUEUE_REASONS, type QueueReason } from '../../domain/queue/queue-reason.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { waitsFor } from '../approval/approvals-in-sight.js';
import { powersOfAsker } from '../approval/powers-of-asker.js';
import { wantedObligations } from '../obligation/wanted-obligations.js';
import { reachOf, within } from '../reach.js';
import { allOf, waitsAs, type Waiting } from './waiting-row.js';

/** What of each reason is shown and counted at most, the longest waiting first. */
const MOST_OF_A_REASON = 500;

const KEYS: readonly SortKey[] = [
  { column: 'q.at', type: 'timestamptz' },
  { column: 'q.reason', type: 'text' },
  { column: 'q.id', type: 'uuid' },
];

/** A page of what waits for the asker: by when it is or was due, and what is due at no instant by when it came. */
export async function ownQueue(ctx: RequestContext, reasons: readonly QueueReason[] | null, args: PageArgs) {
  const waiting = await waitingFor(ctx, reasons);
  const rows = sqlFor
    .selectFrom(waiting.as('w'))
    .selectAll('w')
    .select(sql<Date>`coalesce(w."dueAt", w.since)`.as('at'));
  return page(ctx.moment, sqlFor.selectFrom(rows.as('q')).selectAll('q'), KEYS, args);
}

/** How many things wait for the asker, by reason; exact up to 500, which means "500 or more". */
export async function ownQueueCounts(ctx: RequestContext, reasons: readonly QueueReason[] | null) {
  const waiting = await waitingFor(ctx, reasons);
  const rows = await ctx.moment.read(
    sqlFor
      .selectFrom(waiting.as('w'))
      .select(['w.reason', sql<number>`count(*)`.as('count')])
      .groupBy('w.reason'),
  );
  const counts = new Map(rows.map((row) => [row.reason, row.count]));
  return (reasons ?? QUEUE_REASONS).map((reason) => ({ reason, count: counts.get(reason) ?? 0 }));
}

async function waitingFor(ctx: RequestContext, reasons: readonly QueueReason[] | null) {
  const wanted = QUEUE_REASONS.filter((reason) => !reasons || reasons.includes(reason));
  const powers = wanted.includes('APPROVAL') ? await powersOfAsker(ctx) : [];
  const selections = wanted.map((reason) => SELECTION[reason](ctx, powers));
  return allOf<QueueReason>(selections.length > 0 ? selections : [nothing(ctx)]);
}

/** Tickets that are not at their end, of the estates where the asker holds the action; none where nowhere. */
function openTickets(ctx: RequestContext, reason: QueueReason, action: Action) {
  const tickets = sqlFor
    .selectFrom('ticket as t')
    .select(waitsAs(reason, 'TICKET'))
    .select(['t.id', 't.estate_id as estateId', 't.reported_at as since'])
    .select(
      sql<Date | null>`(select min(c.due_at) from service_clock c
        where c.company_id = t.company_id and c.ticket_id = t.id and c.ended_at is null)`.as('dueAt'),
    )
    .where('t.company_id', '=', ctx.asker.companyId)
    .where(sql<boolean>`t.closed_at is null`)
    .orderBy('t.reported_at')
    .limit(sql.lit(MOST_OF_A_REASON));
  const reach = reachOf(ctx, action);
  return reach ? tickets.where(within('t.estate_id', reach)) : tickets;
}

const nothing = (ctx: RequestContext) => openTickets(ctx, 'IN_CHARGE', 'ticket.read').where(sql<boolean>`false`);

/** Whose hands they wait for: nobody is in charge. */
const unassigned = (ctx: RequestContext, reason: QueueReason, action: Action) =>
  openTickets(ctx, reason, action).where(sql<boolean>`t.assignee_id is null and t.phase = 'OPEN'`);

const SELECTION: Readonly<Record<QueueReason, (ctx: RequestContext, powers: readonly DecidingPower[]) => Waiting>> = {
  IN_CHARGE: (ctx) => openTickets(ctx, 'IN_CHARGE', 'ticket.read').where('t.assignee_id', '=', ctx.asker.subjectId),
  IN_CREW: (ctx) =>
    openTickets(ctx, 'IN_CREW', 'ticket.read').where(
      sql<boolean>`t.phase in ('OPEN', 'IN_PROGRESS') and t.assignee_id is distinct from ${ctx.asker.subjectId}::uuid
        and t.id = any(array(select w.ticket_id from repair_worker w join ticket r on r.company_id = w.company_id and r.id = w.ticket_id
             where w.company_id = ${ctx.asker.companyId}::uuid and w.staff_id = ${ctx.asker.subjectId}::uuid and w.visit_number >= r.visits))`,
    ),
  TO_ACCEPT: (ctx) => unassigned(ctx, 'TO_ACCEPT', 'repair.accept').where('t.stage', '=', 'FORWARDED'),
  TO_ASSIGN: (ctx) =>
    unassigned(ctx, 'TO_ASSIGN', 'ticket.assign').where(
      sql<boolean>`t.stage <> 'FORWARDED' and (t.department_id is null or t.department_id = (
        select s.department_id from staff s where s.company_id = ${ctx.asker.companyId}::uuid and s.id = ${ctx.asker.subjectId}::uuid))`,
    ),
  CONTACT: (ctx) => {
    const contacts = sqlFor
      .selectFrom('contact as c')
      .select(waitsAs('CONTACT', 'CONTACT'))
      .select(['c.id', 'c.estate_id as estateId'])
      .select([
        sql<Date>`coalesce(c.escalated_at, c.received_at)`.as('since'),
        sql<Date | null>`null::timestamptz`.as('dueAt'),
      ])
      .where('c.company_id', '=', ctx.asker.companyId)
      .where('c.stage', '=', 'ESCALATED')
      .where('c.escalated_to_id', '=', ctx.asker.subjectId)
      .orderBy('c.received_at')
      .limit(sql.lit(MOST_OF_A_REASON));
    const reach = reachOf(ctx, 'contact.read');
    return reach ? contacts.where(within('c.estate_id', reach)) : contacts;
  },
  APPROVAL: (ctx, powers) =>
    sqlFor
      .selectFrom('approval as a')
      .select(waitsAs('APPROVAL', 'APPROVAL'))
      .select([
        'a.id',
        'a.estate_id as estateId',
        'a.prepared_at as since',
        sql<Date | null>`null::timestamptz`.as('dueAt'),
      ])
      .where('a.company_id', '=', ctx.asker.companyId)
      .where(waitsFor(ctx, powers))
      .orderBy('a.prepared_at')
      .limit(sql.lit(MOST_OF_A_REASON)),
  OBLIGATION: (ctx) =>
    wantedObligations(ctx, { mine: true, states: ['OPEN', 'MISSED'] })
      .clearSelect()
      .select(waitsAs('OBLIGATION', 'OBLIGATION'))
      .select(['o.id', 'o.estate_id as estateId', 'o.owed_since as since', 'o.due_at as dueAt'])
      .orderBy('o.due_at')
      .limit(sql.lit(MOST_OF_A_REASON)),
};
