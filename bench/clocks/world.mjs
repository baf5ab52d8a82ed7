import { buildCompany, SIZE } from '../world.mjs';

const MINUTE_MS = 60_000;
const LIMIT_MS = 15 * MINUTE_MS;
/** Clocks that are not measured are due within a day, the first of them after any run has ended. */
const FIRST_DUE_MS = 2 * 60 * MINUTE_MS;
const LAST_DUE_MS = 24 * 60 * MINUTE_MS;

/**
 * A company with so many accepted repairs, each waiting for somebody on site by a running clock with its ledger and its
 * timer, and with somebody to tell on every estate.
 */
export async function buildRunningClocks(client, clocks) {
  await client.query('set synchronous_commit = off');
  const world = await buildCompany(client, 'bench', SIZE.estates, 1_000);
  const { companyId } = world;
  for (const [text, ...values] of [
    [
      `create table clocked as
       select g as n, uuidv7() as ticket_id, uuidv7() as clock_id, h.estate_id, h.unit_id, h.customer_id, h.id as occupancy_id,
              now() + make_interval(secs => ($2::float8 + ($3::float8 - $2) * g / $4) / 1000) as due_at
         from generate_series(1, $4::int) as g
         join (select o.*, row_number() over (order by o.id) as n, count(*) over () as homes from occupancy o where o.company_id = $1) h
           on h.n = 1 + g % h.homes`,
      ...[companyId, FIRST_DUE_MS, LAST_DUE_MS, clocks],
    ],
    [
      `insert into ticket (company_id, id, estate_id, number, kind, phase, stage, urgency, version, unit_id, customer_id,
                           occupancy_id, channel, subject, visits, reported_at, forwarded_at, accepted_at)
       select $1, ticket_id, estate_id, 'C' || n, 'REPAIR', 'IN_PROGRESS', 'ACCEPTED', 'ORDINARY', 3, unit_id, customer_id,
              occupancy_id, 'PHONE', '厨房水管漏水', 0, s.at, s.at, s.at
         from clocked cross join lateral (select due_at - make_interval(secs => $2::float8 / 1000) as at) s`,
      ...[companyId, LIMIT_MS],
    ],
    [
      `insert into service_clock (company_id, id, estate_id, ticket_id, occupancy_id, milestone, rule, round, policy, limit_ms,
                                  calendar, state, started_at, due_at, warn_at, paused_seconds)
       select $1, clock_id, estate_id, ticket_id, occupancy_id, 'ON_SITE', 'R-RPR-07', 1, 'R-RPR-07', $2::float8, 'AROUND_THE_CLOCK',
              'RUNNING', due_at - make_interval(secs => $2::float8 / 1000), due_at, due_at - make_interval(secs => $2::float8 / 5000), 0
         from clocked`,
      ...[companyId, LIMIT_MS],
    ],
    [
      `insert into clock_entry (company_id, id, estate_id, clock_id, occupancy_id, kind, occurred_at, recorded_at, late, actor_kind)
       select $1, uuidv7(), estate_id, clock_id, occupancy_id, 'START', s.at, s.at, false, 'SYSTEM'
         from clocked cross join lateral (select due_at - make_interval(secs => $2::float8 / 1000) as at) s`,
      ...[companyId, LIMIT_MS],
    ],
    [
      `insert into timer (company_id, id, kind, subject_id, due_at, set_for, failures)
       select $1, uuidv7(), 'CLOCK_DUE', clock_id, s.at, s.at, 0
         from clocked cross join lateral (select due_at - make_interval(secs => $2::float8 / 5000) as at) s`,
      ...[companyId, LIMIT_MS],
    ],
  ])
    await client.query(text, values);
  await postsToTell(client, companyId);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  return world;
}

/** A service manager and a head of Engineering on every estate: they are told of every limit that passes. */
async function postsToTell(client, companyId) {
  await client.query(
    `with post as (
       select e.id as estate_id, uuidv7() as staff_id, role from estate e, unnest('{SERVICE_MANAGER,ENGINEERING_HEAD}'::text[]) as role
        where e.company_id = $1
     ), people as (
       insert into staff (company_id, id, estate_id, display_name, created_at, version)
       select $1, staff_id, estate_id, role, now(), 1 from post
     )
     insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at)
     select $1, uuidv7(), staff_id, role, estate_id, now() from post`,
    [companyId],
  );
}

/**
 * Has so many further clocks run out one after the other, warned of already: as if they had begun earlier.
 * @param fromMs when the first one is due, from now
 * @param everyMs how long after it the next one is; 0: all at one instant
 * @returns due instants in milliseconds by clock
 */
export async function runOut(client, companyId, count, { fromMs, everyMs }) {
  await client.query('begin');
  const { rows } = await client.query(
    `with wanted as (
       select c.clock_id, clock_timestamp() + make_interval(secs => ($1::float8 + $2::float8 * (row_number() over (order by c.n) - 1)) / 1000) as due_at
         from (select * from clocked where clock_id not in (select clock_id from used) order by n limit $3) c
     ), noted as (insert into used select clock_id from wanted)
     select clock_id as id, date_trunc('milliseconds', due_at) as due_at from wanted`,
    [fromMs, everyMs, count],
  );
  const moved = JSON.stringify(rows);
  const from = `from jsonb_to_recordset($1::jsonb) as w(id uuid, due_at timestamptz)`;
  const began = `w.due_at - make_interval(secs => ${LIMIT_MS / 1_000})`;
  const warned = `w.due_at - make_interval(secs => ${LIMIT_MS / 5_000})`;
  await client.query(
    `update service_clock c set due_at = w.due_at, started_at = ${began}, warn_at = ${warned}, warned_at = ${warned} ${from}
      where c.company_id = $2 and c.id = w.id`,
    [moved, companyId],
  );
  await client.query(
    `update clock_entry e set occurred_at = ${began} ${from} where e.company_id = $2 and e.clock_id = w.id and e.kind = 'START'`,
    [moved, companyId],
  );
  await client.query(
    `insert into clock_entry (company_id, id, estate_id, clock_id, occupancy_id, kind, occurred_at, recorded_at, late, actor_kind)
     select $2, uuidv7(), c.estate_id, c.clock_id, c.occupancy_id, 'WARN', ${warned}, ${warned}, false, 'SYSTEM'
       ${from} join clocked c on c.clock_id = w.id`,
    [moved, companyId],
  );
  await client.query(
    `update timer t set due_at = w.due_at + interval '1 millisecond', set_for = w.due_at + interval '1 millisecond' ${from}
      where t.company_id = $2 and t.subject_id = w.id`,
    [moved, companyId],
  );
  await client.query('commit');
  return new Map(rows.map(({ id, due_at: dueAt }) => [id, dueAt.getTime()]));
}
