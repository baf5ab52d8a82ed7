import pg from 'pg';
import { dropIndexes } from '../world.mjs';

/** Of so many subjects each event is one, besides the tickets that stand. */
const EVENTS_A_SUBJECT = 5;
/** Of so many events one belongs to the quiet estate, which is the last. */
export const QUIET = 100_000;
/** Of so many events one belongs to a ticket that stands. */
const STANDING = 50;
/** Twenty million events are two years of a large company: a shorter log is a younger one. */
const EVENTS_A_DAY = 20_000_000 / 730;
const AT_ONCE = 1_000_000;

/**
 * Replaces the log of a company by one of so many events up to now, without the triggers of the table,
 * whose other indexes are made again at the end.
 * @returns where its head stands
 */
export async function fillLog(superuserUrl, { companyId, estateIds, tickets, events }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'");
    await client.query("set maintenance_work_mem = '1GB'");
    const indexes = await dropIndexes(client, 'event');
    await client.query('delete from event where company_id = $1', [companyId]);
    for (let from = 1; from <= events; from += AT_ONCE)
      await client.query(FILL, [
        companyId,
        from,
        Math.min(events, from + AT_ONCE - 1),
        events,
        estateIds,
        tickets.map(({ id }) => id),
        tickets.map(({ estateId }) => estateId),
      ]);
    await client.query('update company_head set seq = $2, last_recorded_at = now() where company_id = $1', [
      companyId,
      events,
    ]);
    await client.query('update reaction_place set seq = $2 where company_id = $1', [companyId, events]);
    for (const index of indexes) await client.query(index);
    await client.query('vacuum analyze event');
    await client.query('checkpoint');
    return events;
  } finally {
    await client.end();
  }
}

const FILL = `
insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id, visibility,
                   actor_kind, actor_id, occurred_at, recorded_at, facts, silent)
select $1, n,
       case when n % ${STANDING} = 0 then ($7::uuid[])[1 + n / ${STANDING} % cardinality($7)]
            when n % ${QUIET} = 1 then ($5::uuid[])[cardinality($5)]
            else ($5::uuid[])[1 + n % (cardinality($5) - 1)] end,
       'ticket.REPAIR_FORWARDED', 'ticket',
       case when n % ${STANDING} = 0 then ($6::uuid[])[1 + n / ${STANDING} % cardinality($6)]
            else overlay(md5((n / ${EVENTS_A_SUBJECT})::text) placing '7' from 13)::uuid end,
       1 + n % ${EVENTS_A_SUBJECT}, null, 'CUSTOMER', 'SYSTEM', null, at.instant, at.instant,
       '{"kind": "REPAIR", "stage": "FORWARDED"}', true
  from generate_series($2::bigint, $3::bigint) as n
 cross join lateral (select now() - ($4::bigint - n) * (interval '1 day' / ${EVENTS_A_DAY}) as instant) as at`;
