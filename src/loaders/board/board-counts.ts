import { sql, type RawBuilder } from 'kysely';
import { BOARD_PHASES } from '../../domain/board/estate-board.js';
import { TICKET_KINDS } from '../../domain/ticket/ticket-kind.js';
import { sqlFor } from '../../tenancy/read/tables.js';

interface LateRow {
  readonly overdue: number;
  readonly dueSoon: number;
}

/** What is counted of an estate. */
export interface CountRow extends LateRow {
  readonly estateId: string;
  readonly at: Date;
  readonly total: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly unassigned: number;
  readonly reopened: number;
  readonly callbacksDue: number;
}

const PHASES = sql.join(BOARD_PHASES.map((phase) => sql.lit(phase)));
const countsBy = (column: 'kind' | 'phase', words: readonly string[]) =>
  sql`json_build_object(${sql.join(
    words.flatMap((word) => [
      sql.lit(word),
      sql`count(*) filter (where ${sql.ref(`t.${column}`)} = ${sql.lit(word)})::int`,
    ]),
  )})`;

/** Counts of one estate `e` after the other, each from the few of its tickets that are not at their end. */
const countsOf = (companyId: string) => sql<Omit<CountRow, 'estateId' | 'at' | 'callbacksDue' | keyof LateRow>>`(
  select count(*)::int as total, ${countsBy('phase', BOARD_PHASES)} as phases, ${countsBy('kind', TICKET_KINDS)} as kinds,
         (count(*) filter (where t.assignee_id is null and t.phase = 'OPEN'))::int as unassigned,
         (count(*) filter (where t.reopenings > 0))::int as reopened
    from ticket t where t.company_id = ${companyId}::uuid and t.estate_id = e.id and t.phase in (${PHASES}))`;

/** Tickets by their clocks that have not ended; the end of a ticket ends all of its clocks. */
const lateOf = (companyId: string) => sql<LateRow>`(
  select (count(*) filter (where k.overdue))::int as overdue,
         (count(*) filter (where k.near and not k.overdue))::int as "dueSoon"
    from (select bool_or(c.breached_at is not null) as overdue, bool_or(c.warned_at is not null) as near
            from service_clock c
           where c.company_id = ${companyId}::uuid and c.estate_id = e.id and c.ended_at is null
           group by c.ticket_id) k)`;

const owedOf = (companyId: string) => sql<{ callbacksDue: number }>`(
  select count(*)::int as "callbacksDue" from obligation o
   where o.company_id = ${companyId}::uuid and o.estate_id = e.id and o.state in ('OPEN', 'MISSED')
     and o.kind = 'CALLBACK' and o.subject_kind = 'TICKET')`;

/** An estate, and the number under which its board is shown. */
interface Numbered {
  readonly id: string;
  readonly seq: number;
}

/** The boards of a selection of estates, each read as one look into indexes by estate, in the order of their numbers. */
export const withBoards = (estates: RawBuilder<Numbered>, companyId: string, now: Date | null) =>
  sqlFor
    .selectFrom(estates.as('e'))
    .innerJoinLateral(countsOf(companyId).as('b'), (join) => join.onTrue())
    .innerJoinLateral(lateOf(companyId).as('k'), (join) => join.onTrue())
    .innerJoinLateral(owedOf(companyId).as('o'), (join) => join.onTrue())
    .select(['e.id as estateId', 'e.seq'])
    .select(sql<Date>`coalesce(${now}::timestamptz, now())`.as('at'))
    .select([
      'b.total',
      'b.phases',
      'b.kinds',
      'b.unassigned',
      'b.reopened',
      'k.overdue',
      'k.dueSoon',
      'o.callbacksDue',
    ])
    .orderBy('e.seq');
