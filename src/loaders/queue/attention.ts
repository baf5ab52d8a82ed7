import { sql, type RawBuilder } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import type { Action } from '../../domain/identity/action.js';
import { inTurns, LONG_AFTER_DAYS, type AttentionReason } from '../../domain/queue/attention-reason.js';
import { CLOCK_MILESTONES } from '../../domain/service-clock/clock-milestone.js';
import { narrow } from '../../tenancy/authorize.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { approvalsInSight } from '../approval/approvals-in-sight.js';
import { obligationsInReach } from '../obligation/obligation-by-id.js';
import { within } from '../reach.js';
import { allOf, presently, waitsAs, type Waiting } from './waiting-row.js';

const USUAL = 20;
const MOST = 100;
const MOST_ESTATES = 1000;

/** What is asked: over which estates, and how much. */
interface Asked {
  readonly ctx: RequestContext;
  readonly estateIds: readonly string[] | null;
  readonly most: number;
}

/**
 * What burns now over the estates that the asker reads: the oldest of each reason first. The company's own obligations and
 * approvals stand among them where no estate is named.
 * @rule D-25 @rule D-26
 * @throws INVALID_INPUT for `first` below 1 or above 100, and for more than 1000 estates
 */
export async function attention(ctx: RequestContext, wanted: readonly string[] | null, first: number | null) {
  const most = first ?? USUAL;
  if (most < 1 || most > MOST) throw invalidInput('first', `must lie between 1 and ${MOST}`, { max: MOST });
  if (wanted && wanted.length > MOST_ESTATES)
    throw invalidInput('estateIds', `must have at most ${MOST_ESTATES} ids`, { max: MOST_ESTATES });
  const asked = { ctx, estateIds: wanted?.filter(isId) ?? null, most };
  const selections = [
    openTickets(asked, 'MAJOR_COMPLAINT').where(sql<boolean>`t.kind = 'COMPLAINT' and t.complaint_class = 'MAJOR'`),
    clocks(
      asked,
      'UNASSIGNED',
      'c.due_at',
      sql<boolean>`c.breached_at is not null and t.assignee_id is null and t.phase = 'OPEN'`,
    ),
    clocks(
      asked,
      'LIMIT_PASSED',
      'c.due_at',
      sql<boolean>`c.breached_at is not null and (t.assignee_id is not null or t.phase <> 'OPEN')`,
    ),
    clocks(asked, 'LIMIT_NEAR', 'c.warned_at', sql<boolean>`c.breached_at is null and c.warned_at is not null`),
    openTickets(asked, 'REOPENED').where(sql<boolean>`t.reopenings > 0`),
    openTickets(asked, 'REPAIR_LONG_OPEN').where(
      sql<boolean>`t.kind = 'REPAIR' and t.phase in ('OPEN', 'IN_PROGRESS') and t.reported_at < ${longAgo(asked, 'REPAIR_LONG_OPEN')}`,
    ),
    missedObligations(asked),
    await waitingApprovals(asked),
    silentEstates(asked),
  ];
  const rows = await ctx.moment.read(
    sqlFor.selectFrom(allOf<AttentionReason>(selections).as('w')).selectAll('w').orderBy('w.since'),
  );
  return inTurns(rows, most);
}

const longAgo = ({ ctx }: Asked, reason: keyof typeof LONG_AFTER_DAYS) =>
  sql<Date>`${presently(ctx)} - ${sql.lit(LONG_AFTER_DAYS[reason])} * interval '1 day'`;

/** The estates asked for where the asker holds the action; null is the whole company. */
const estatesOf = ({ ctx, estateIds }: Asked, action: Action): string[] | null =>
  narrow(ctx.asker.actions.get(action) ?? new Set(), estateIds);

function openTickets(asked: Asked, reason: AttentionReason) {
  const tickets = sqlFor
    .selectFrom('ticket as t')
    .select(waitsAs(reason, 'TICKET'))
    .select(['t.id', 't.estate_id as estateId', 't.reported_at as since', 't.next_reply_due_at as dueAt'])
    .where('t.company_id', '=', asked.ctx.asker.companyId)
    .where(sql<boolean>`t.closed_at is null`)
    .orderBy('t.reported_at')
    .orderBy('t.id')
    .limit(asked.most);
  const estates = estatesOf(asked, 'ticket.read');
  return estates ? tickets.where(within('t.estate_id', estates)) : tickets;
}

/** Instants of a clock that its ticket may burn by; each has an index in its order. */
type BurningSince = 'c.due_at' | 'c.warned_at';

/**
 * Tickets by their clocks that wait still, the earliest of the instants named first. The earliest clocks are taken before
 * they are one ticket each: a ticket has one that waits a milestone, so that so many more are enough.
 */
function clocks(asked: Asked, reason: AttentionReason, since: BurningSince, burns: RawBuilder<boolean>) {
  let running = sqlFor
    .selectFrom('service_clock as c')
    .innerJoin('ticket as t', (join) =>
      join.onRef('t.company_id', '=', 'c.company_id').onRef('t.id', '=', 'c.ticket_id'),
    )
    .select(['t.id', 't.estate_id as estateId', 'c.due_at as dueAt'])
    .select(sql<Date>`${sql.ref(since)}`.as('since'))
    .where('c.company_id', '=', asked.ctx.asker.companyId)
    .where(sql<boolean>`c.ended_at is null`)
    .where(burns)
    .orderBy(since)
    .limit(asked.most * CLOCK_MILESTONES.length);
  const estates = estatesOf(asked, 'ticket.read');
  if (estates) running = running.where(within('c.estate_id', estates));
  return sqlFor
    .selectFrom(running.as('r'))
    .select(waitsAs(reason, 'TICKET'))
    .select(['r.id', 'r.estateId', sql<Date>`min(r.since)`.as('since'), sql<Date | null>`min(r."dueAt")`.as('dueAt')])
    .groupBy(['r.id', 'r.estateId'])
    .orderBy('since')
    .limit(asked.most);
}

function missedObligations(asked: Asked): Waiting {
  const missed = obligationsInReach(asked.ctx)
    .clearSelect()
    .select(waitsAs('OBLIGATION_MISSED', 'OBLIGATION'))
    .select(['o.id', 'o.estate_id as estateId', 'o.due_at as since', sql<Date | null>`o.due_at`.as('dueAt')])
    .where('o.state', '=', 'MISSED')
    .orderBy('o.due_at')
    .limit(asked.most);
  return asked.estateIds ? missed.where(within('o.estate_id', asked.estateIds)) : missed;
}

async function waitingApprovals(asked: Asked): Promise<Waiting> {
  const waiting = (await approvalsInSight(asked.ctx))
    .clearSelect()
    .select(waitsAs('APPROVAL_WAITING', 'APPROVAL'))
    .select([
      'a.id',
      'a.estate_id as estateId',
      'a.prepared_at as since',
      sql<Date | null>`null::timestamptz`.as('dueAt'),
    ])
    .where(sql<boolean>`a.awaited_action is not null and a.prepared_at < ${longAgo(asked, 'APPROVAL_WAITING')}`)
    .orderBy('a.prepared_at')
    .limit(asked.most);
  return asked.estateIds ? waiting.where(within('a.estate_id', asked.estateIds)) : waiting;
}

/** Estates by their last entry: of the contact log, or a ticket. */
function silentEstates(asked: Asked): Waiting {
  const last = sql<Date>`greatest(e.created_at,
    (select max(c.received_at) from contact c where c.company_id = e.company_id and c.estate_id = e.id),
    (select max(t.reported_at) from ticket t where t.company_id = e.company_id and t.estate_id = e.id))`;
  const estates = estatesOf(asked, 'ticket.read');
  let silent = sqlFor.selectFrom('estate as e').where('e.company_id', '=', asked.ctx.asker.companyId);
  if (estates) silent = silent.where(within('e.id', estates));
  const heard = silent.select(['e.id', sql<Date>`${last}`.as('since')]);
  return sqlFor
    .selectFrom(heard.as('h'))
    .select(waitsAs('SILENT_ESTATE', 'ESTATE'))
    .select(['h.id', 'h.id as estateId', 'h.since', sql<Date | null>`null::timestamptz`.as('dueAt')])
    .where(sql<boolean>`h.since < ${longAgo(asked, 'SILENT_ESTATE')}`)
    .orderBy('h.since')
    .limit(asked.most);
}
