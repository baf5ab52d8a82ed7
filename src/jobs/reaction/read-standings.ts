import { sql } from 'kysely';
import type { House } from '../../tenancy/house.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import type { Reaction } from './reaction.js';
import { SIGHT } from './sight.js';

/** Where a reaction stands in a company, and whether anything lies before it. */
interface Standing {
  readonly name: string;
  /** Number of the last event that it is done with; null when it has no place yet. */
  readonly seq: number | null;
  /** The next event that it wants; null when there is none up to `seen`. */
  readonly next: number | null;
  /** Up to which event it was looked for: the head, or as far as one look goes. Null when it has no place yet. */
  readonly seen: number | null;
  /** Whether it failed a moment ago and is not to be tried yet. */
  readonly waits: boolean;
}

/** Where all reactions of a company stand in one snapshot. */
export interface Standings {
  /** The last event of the snapshot. */
  readonly head: number;
  readonly standings: readonly Standing[];
}

/**
 * Reads where the reactions stand, without writing anything: most events concern few of them.
 * @param looked up to which event this node knows that a reaction wants nothing
 */
export async function readStandings(
  house: House,
  companyId: string,
  reactions: readonly Reaction[],
  looked: (name: string) => number,
): Promise<Standings> {
  const wanted = JSON.stringify(reactions.map(({ name, types }) => ({ name, types, looked: looked(name) })));
  const now = house.clock?.now() ?? null;
  const query = sql<Standing>`
select r.name, p.seq, e.next, least(b.seq + ${SIGHT}::bigint, h.seq) as seen,
       coalesce(p.retry_at > coalesce(${now}::timestamptz, clock_timestamp()), false) as waits
  from jsonb_to_recordset(${wanted}::jsonb) as r(name text, types jsonb, looked bigint)
  join company_head h on h.company_id = ${companyId}
  left join reaction_place p on p.company_id = ${companyId} and p.name = r.name
 cross join lateral (select case when p.seq is not null then greatest(p.seq, r.looked) end as seq) b
 cross join lateral (
   select min(e.seq) as next from event e
    where e.company_id = ${companyId} and e.seq > b.seq and e.seq <= b.seq + ${SIGHT}::bigint and not e.silent
      and (r.types is null or jsonb_typeof(r.types) = 'null' or r.types @> to_jsonb(e.type))) e`;
  const moment = new ReadMoment(house.pool, houseVariables(companyId), companyId);
  const [standings, head] = await Promise.all([moment.read(query.compile(sqlFor)), moment.head(), moment.finish()]);
  return { head: head?.seq ?? 0, standings };
}
