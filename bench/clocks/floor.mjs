import pg from 'pg';
import { houseVariables } from '../../dist/src/tenancy/session-variables.js';

const BATCH = 500;

/**
 * What a hand-written worker would do for limits that have passed and for nothing else: claims timers in batches, and with
 * one statement a batch marks the clocks, adds to their ledgers, writes an event each and draws their numbers. It reads no
 * ledger, no policy and no calendar.
 * @returns how many it told of, and in how many milliseconds
 */
export async function fireByHand(apiUrl, companyId) {
  const client = new pg.Client({ connectionString: apiUrl });
  await client.connect();
  const variables = Object.entries(houseVariables(companyId));
  const settings = `select ${variables.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`).join(', ')}`;
  const started = performance.now();
  let told = 0;
  try {
    for (;;) {
      await client.query('begin');
      await client.query({ name: 'settings', text: settings, values: variables.flat() });
      const { rows } = await client.query({ name: 'fire', text: FIRE, values: [companyId, BATCH] });
      await client.query('commit');
      told += Number(rows[0].told);
      if (rows[0].told === '0') return { told, ms: performance.now() - started };
    }
  } finally {
    await client.end();
  }
}

const FIRE = `
with due as materialized (
  select id, subject_id, set_for from timer where company_id = $1 and due_at <= now() and kind = 'CLOCK_DUE'
   order by due_at limit $2 for update skip locked
), passed as (
  update service_clock c set state = 'BREACHED', breached_at = due_at from due
   where c.company_id = $1 and c.id = due.subject_id
  returning c.id, c.ticket_id, c.estate_id, c.occupancy_id, c.due_at
), entered as (
  insert into clock_entry (company_id, id, estate_id, clock_id, occupancy_id, kind, occurred_at, recorded_at, late, actor_kind)
  select $1, uuidv7(), estate_id, id, occupancy_id, 'BREACH', due_at, now(), false, 'SYSTEM' from passed
), gone as (
  delete from timer t using due where t.company_id = $1 and t.id = due.id
), head as (
  update company_head set seq = seq + (select count(*) from passed), last_recorded_at = now()
   where company_id = $1 returning seq
), written as (
  insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id, visibility,
                     actor_kind, occurred_at, recorded_at, facts)
  select $1, head.seq - (select count(*) from passed) + row_number() over (order by p.due_at, p.id), p.estate_id, 'clock.BREACHED',
         'ticket', p.ticket_id, 3, p.occupancy_id, 'INTERNAL', 'SYSTEM', p.due_at, now(),
         jsonb_build_object('clockId', p.id, 'milestone', 'ON_SITE', 'rule', 'R-RPR-07')
    from passed p, head
  returning 1
)
select count(*) as told from written`;
