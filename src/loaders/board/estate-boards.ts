import { sql, type RawBuilder } from 'kysely';
import { BOARD_PHASES, type EstateBoard } from '../../domain/board/estate-board.js';
import { TICKET_KINDS, type TicketKind, type TicketPhase } from '../../domain/ticket/ticket-kind.js';
import { encodeCursor } from '../../events/cursor.js';
import { idsOf } from '../../tenancy/principal.js';
import { authorize, narrow } from '../../tenancy/authorize.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { within } from '../reach.js';
import { wantedEstates } from '../wanted.js';
import { withBoards, type CountRow } from './board-counts.js';

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
  return rows.map(boardOf);
}

/** The boards that events with these numbers may have changed, each under that number. */
export async function boardsByEvent(ctx: RequestContext, seqs: readonly number[]): Promise<PlacedBoard[]> {
  const estateIds = idsOf(authorize(ctx.asker, 'board.read'));
  const rows = await ctx.moment.read(BY_EVENT({ ...boardsOf(ctx, estateIds), seqs }));
  return rows.map(boardOf);
}

const boardsOf = ({ asker, house }: RequestContext, estateIds: readonly string[] | null): BoardsWanted => ({
  companyId: asker.companyId,
  estateIds,
  now: house.clock?.now() ?? null,
});

const boardOf = ({ phases, kinds, ...row }: CountRow & { readonly seq: number }): PlacedBoard => ({
  ...row,
  phases: BOARD_PHASES.map((phase: TicketPhase) => ({ phase, count: phases[phase] ?? 0 })),
  kinds: TICKET_KINDS.map((kind: TicketKind) => ({ kind, count: kinds[kind] ?? 0 })),
});

/** Estates by their codes. */
const BOARDS = shaped(({ companyId, estateIds, now }: BoardsWanted) =>
  withBoards(
    sql`(select e.id, row_number() over (order by e.code, e.id) as seq from estate e
          where e.company_id = ${companyId}::uuid ${among('e.id', estateIds)})`,
    companyId,
    now,
  ),
);

/**
 * Estates by the last event that may have changed their board, behind a number: looked up from the end of each estate's
 * log, which rises with the recorded instants as well, and no farther back than the instant of that number.
 */
const CHANGED = shaped(
  ({ companyId, estateIds, now, behind, limit }: BoardsWanted & { readonly behind: number; readonly limit: number }) =>
    withBoards(
      sql`(select e.id, l.seq from estate e cross join lateral (
             select v.seq from event v
              where v.company_id = ${companyId}::uuid and v.estate_id = e.id and v.seq > ${behind}::bigint
                and v.recorded_at >= coalesce((select p.recorded_at from event p
                      where p.company_id = ${companyId}::uuid and p.seq = ${behind}::bigint), '-infinity')
                and (v.subject_kind in ('ticket', 'estate')
                     or v.subject_kind = 'obligation' and v.facts ->> 'kind' = 'CALLBACK')
              order by v.recorded_at desc, v.seq desc limit 1) l
            where e.company_id = ${companyId}::uuid ${among('e.id', estateIds)}
            order by l.seq limit ${limit}::bigint)`,
      companyId,
      now,
    ),
);

const BY_EVENT = shaped(({ companyId, estateIds, now, seqs }: BoardsWanted & { readonly seqs: readonly number[] }) =>
  withBoards(
    sql`(select v.estate_id as id, v.seq from event v
          where v.company_id = ${companyId}::uuid and v.seq = any(${seqs}::bigint[]) ${among('v.estate_id', estateIds)})`,
    companyId,
    now,
  ),
);

function among(column: 'e.id' | 'v.estate_id', estateIds: readonly string[] | null): RawBuilder<unknown> {
  return estateIds ? sql`and ${within(column, estateIds)}` : sql``;
}
