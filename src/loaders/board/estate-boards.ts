import { sql } from 'kysely';
import { BOARD_PHASES, type EstateBoard } from '../../domain/board/estate-board.js';
import { TICKET_KINDS, type TicketKind, type TicketPhase } from '../../domain/ticket/ticket-kind.js';
import { encodeCursor } from '../../events/cursor.js';
import { idsOf } from '../../tenancy/principal.js';
import { authorize, narrow } from '../../tenancy/authorize.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { within } from '../reach.js';
import { wantedEstates } from '../wanted.js';

/** Estates whose boards are wanted, and the present instant where the house has a clock of its own. */
interface BoardsWanted {
  readonly companyId: string;
  /** Null: all of the company. */
  readonly estateIds: readonly string[] | null;
  readonly now: Date | null;
}

/** A board with the number in the log that it is shown for. */
export type PlacedBoard = EstateBoard & { readonly seq: number };

/**
 * The boards of estates where the asker holds `board.read`, by the estates' codes, from one statement; of those asked for,
 * or of all. What is foreign, unknown or out of reach is left out.
 */
export async function estateBoards(ctx: RequestContext, wanted: readonly string[] | null) {
  const boards = BOARDS(boardsOf(ctx, wantedEstates(ctx, 'board.read', wanted)));
  const [rows, head] = await Promise.all([ctx.moment.read(boards), ctx.moment.head()]);
  const cursor = encodeCursor(ctx.asker.companyId, head ?? { epoch: 0, seq: 0 });
  return rows.map((row) => ({ ...boardOf(row), cursor }));
}

/** The same for a feed, which shows them where it begins. */
export async function standingBoards(
  ctx: RequestContext,
  wanted: readonly string[] | null,
  seq: number,
): Promise<PlacedBoard[]> {
  const estateIds = narrow(authorize(ctx.asker, 'board.read'), wanted);
  const rows = await ctx.moment.read(BOARDS(boardsOf(ctx, estateIds)));
  return rows.map((row) => ({ ...boardOf(row), seq }));
}

/** Boards that events behind a number may have changed, each under the number of the last such event, in that order. */
export async function changedBoards(
  ctx: RequestContext,
  wanted: readonly string[] | null,
  behind: number,
  limit: number,
): Promise<PlacedBoard[]> {
  const estateIds = narrow(authorize(ctx.asker, 'board.read'), wanted);
  const rows = await ctx.moment.read(CHANGED({ ...boardsOf(ctx, estateIds), behind, limit }));
  return rows.map((row) => ({ ...boardOf(row), seq: row.seq }));
}

/** The boards that events with these numbers may have changed, each under that number. */
export async function boardsByEvent(ctx: RequestContext, seqs: readonly number[]): Promise<PlacedBoard[]> {
  const estateIds = idsOf(authorize(ctx.asker, 'board.read'));
  const rows = await ctx.moment.read(BY_EVENT({ ...boardsOf(ctx, estateIds), seqs }));
  return rows.map((row) => ({ ...boardOf(row), seq: row.seq }));
}

const boardsOf = ({ asker, house }: RequestContext, estateIds: readonly string[] | null): BoardsWanted => ({
  companyId: asker.companyId,
  estateIds,
  now: house.clock?.now() ?? null,
});

interface CountRow {
  readonly estateId: string;
  readonly at: Date;
  readonly total: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly unassigned: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly reopened: number;
  readonly callbacksDue: number;
}

const boardOf = ({ phases, kinds, ...row }: CountRow): EstateBoard => ({
  ...row,
  phases: BOARD_PHASES.map((phase: TicketPhase) => ({ phase, count: phases[phase] ?? 0 })),
  kinds: TICKET_KINDS.map((kind: TicketKind) => ({ kind, count: kinds[kind] ?? 0 })),
});

const PHASES = sql.join(BOARD_PHASES.map((phase) => sql.lit(phase)));
const countsBy = (column: 'kind' | 'phase', words: readonly string[]) =>
  sql`json_build_object(${sql.join(
    words.flatMap((word) => [
      sql.lit(word),
      sql`count(*) filter (where ${sql.ref(`t.${column}`)} = ${sql.lit(word)})::int`,
    ]),
  )})`;

/** Counts of one estate `e` after the other, each from the few of its tickets that are not at their end. */
const countsOf = (companyId: string) => sql<Omit<CountRow, 'estateId' | 'at'>>`(
  select count(*)::int as total, ${countsBy('phase', BOARD_PHASES)} as phases, ${countsBy('kind', TICKET_KINDS)} as kinds,
         (count(*) filter (where t.assignee_id is null and t.phase = 'OPEN'))::int as unassigned,
         (count(*) filter (where c.overdue))::int as overdue,
         (count(*) filter (where c.near and not c.overdue))::int as "dueSoon",
         (count(*) filter (where t.reopenings > 0))::int as reopened
    from ticket t
    left join (select c.ticket_id, bool_or(c.breached_at is not null) as overdue, bool_or(c.warned_at is not null) as near
                 from service_clock c
                where c.company_id = ${companyId}::uuid and c.estate_id = e.id and c.ended_at is null
                group by c.ticket_id) c on c.ticket_id = t.id
   where t.company_id = ${companyId}::uuid and t.estate_id = e.id and t.phase in (${PHASES}))`;

const owedOf = (companyId: string) => sql<{ callbacksDue: number }>`(
  select count(*)::int as "callbacksDue" from obligation o
   where o.company_id = ${companyId}::uuid and o.estate_id = e.id and o.state in ('OPEN', 'MISSED')
     and o.kind = 'CALLBACK' and o.subject_kind = 'TICKET')`;

function counted({ companyId, estateIds, now }: BoardsWanted) {
  const estates = sqlFor
    .selectFrom('estate as e')
    .innerJoinLateral(countsOf(companyId).as('b'), (join) => join.onTrue())
    .innerJoinLateral(owedOf(companyId).as('o'), (join) => join.onTrue())
    .select('e.id as estateId')
    .select(sql<Date>`coalesce(${now}::timestamptz, now())`.as('at'))
    .select([
      'b.total',
      'b.phases',
      'b.kinds',
      'b.unassigned',
      'b.overdue',
      'b.dueSoon',
      'b.reopened',
      'o.callbacksDue',
    ])
    .where('e.company_id', '=', companyId);
  return estateIds ? estates.where(within('e.id', estateIds)) : estates;
}

const BOARDS = shaped((wanted: BoardsWanted) => counted(wanted).orderBy('e.code').orderBy('e.id'));

const TOUCHES = sql`(v.subject_kind in ('ticket', 'estate') or v.subject_kind = 'obligation' and v.facts ->> 'kind' = 'CALLBACK')`;

/**
 * Looks up each estate's last such event from the end of its log, which rises with the recorded instants as well, and no
 * farther back than the instant of the number.
 */
const CHANGED = shaped((wanted: BoardsWanted & { readonly behind: number; readonly limit: number }) =>
  counted(wanted)
    .innerJoinLateral(
      sql<{ seq: number }>`(
        select v.seq from event v
         where v.company_id = ${wanted.companyId}::uuid and v.estate_id = e.id and v.seq > ${wanted.behind}::bigint
           and v.recorded_at >= coalesce((select p.recorded_at from event p
                 where p.company_id = ${wanted.companyId}::uuid and p.seq = ${wanted.behind}::bigint), '-infinity')
           and ${TOUCHES}
         order by v.recorded_at desc, v.seq desc limit 1)`.as('l'),
      (join) => join.onTrue(),
    )
    .select('l.seq')
    .orderBy('l.seq')
    .limit(sql<number>`${wanted.limit}::bigint`),
);

const BY_EVENT = shaped((wanted: BoardsWanted & { readonly seqs: readonly number[] }) =>
  counted(wanted)
    .innerJoin('event as v', (join) =>
      join
        .on('v.company_id', '=', wanted.companyId)
        .on(sql<boolean>`v.estate_id = e.id`)
        .on(sql<boolean>`v.seq = any(${wanted.seqs}::bigint[])`),
    )
    .select('v.seq')
    .orderBy('v.seq'),
);
