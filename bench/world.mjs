import pg from 'pg';
import { FIGURES_EDITION } from '../dist/src/metrics/figures-edition.js';

/** What stands in the world: the company that is measured, and a second one that must not get in its way. */
export const SIZE = { estates: 20, tickets: 100_000 };
/** The second company has so much less. */
const OTHER = 4;
const HOMES_AN_ESTATE = 500;
/** The latest tickets, whose events the log has. */
const WITH_EVENTS = 200_000;

/**
 * Builds the world by statements over sets: companies, estates, homes with their customers, two years of repairs with
 * their events, and one member of staff who holds every action that the bench needs on all estates.
 * @returns ids for requests: {companyId, accountId, staffId, estateId, unitId, customerId, ticketId}
 */
export async function buildWorld(superuserUrl, { estates, tickets } = SIZE) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    const indexes = await dropIndexes(client, 'ticket');
    const wanted = await buildCompany(client, 'bench', estates, tickets);
    await buildCompany(client, 'other', estates / OTHER, tickets / OTHER);
    await client.query(`set maintenance_work_mem = '512MB'`);
    for (const index of indexes) await client.query(index);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    return wanted;
  } finally {
    await client.end();
  }
}

/** Takes the indexes of a table away that no constraint needs. @returns the statements that make them again */
export async function dropIndexes(client, table) {
  const { rows } = await client.query(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = $1::regclass and not i.indisunique`,
    [table],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/**
 * Statements that make a company with its estates, and in each so many homes with a customer each, who stand in the temporary
 * table `home` until the transaction ends; the first estate has so many times more.
 */
const placesOf = (company, code, { estates, homes, largest = 1 }) => [
  [
    `insert into company (id, code, name, time_zone, figures, created_at) values ($1, $2, $2, 'Asia/Shanghai', $3, now() - interval '3 years')`,
    company,
    code,
    FIGURES_EDITION,
  ],
  [`insert into company_directory (code, company_id) values ($2, $1)`, company, code],
  [
    `insert into company_head (company_id, epoch, seq, last_recorded_at) values ($1, 1, 0, now() - interval '3 years')`,
    company,
  ],
  [
    `insert into estate (company_id, id, code, name, time_zone, created_at, version)
     select $1, uuidv7(), 'E' || lpad(n::text, 3, '0'), 'Estate ' || n, 'Asia/Shanghai', now() - interval '3 years', 1
       from generate_series(1, $2::int) as n`,
    company,
    estates,
  ],
  [
    `insert into building (company_id, id, estate_id, code, name)
     select $1, uuidv7(), e.id, 'B' || n, 'Tower ' || n from estate e, generate_series(1, 5) as n where e.company_id = $1`,
    company,
  ],
  [
    `create temp table home on commit drop as
     select row_number() over (order by e.code, b.code, n) as n, e.id as estate_id, b.id as building_id,
            lpad(n::text, 4, '0') as code, uuidv7() as unit_id, uuidv7() as customer_id, uuidv7() as occupancy_id
       from estate e join building b on b.company_id = e.company_id and b.estate_id = e.id,
            generate_series(1, $2::int / 5 * case when e.code = 'E001' then $3::int else 1 end) as n
      where e.company_id = $1`,
    company,
    homes,
    largest,
  ],
  [
    `insert into unit (company_id, id, estate_id, building_id, code, use, charge_area_milli)
     select $1, unit_id, estate_id, building_id, code, 'RESIDENTIAL', 60000 + n % 90000 from home`,
    company,
  ],
  [
    `insert into unit_state (company_id, unit_id, from_day, estate_id, state)
     select $1, unit_id, day, estate_id, state
       from home, (values (date '2022-01-01', 'VACANT'), (date '2023-06-01', 'OWNER_OCCUPIED')) as s (day, state)`,
    company,
  ],
  [
    `insert into customer (company_id, id, estate_id, kind, name, phone, created_at, version)
     select $1, customer_id, estate_id, 'PERSON', '张' || n, '138' || lpad(n::text, 8, '0'), now() - interval '3 years', 1
       from home`,
    company,
  ],
  [
    `insert into occupancy (company_id, id, estate_id, unit_id, customer_id, capacity, from_day, until_day)
     select $1, occupancy_id, estate_id, unit_id, customer_id, 'OWNER', date '2023-06-01', null from home`,
    company,
  ],
];

/** One company with its estates, homes and tickets, in a transaction of its own. */
export async function buildCompany(client, code, estates, tickets) {
  const { rows } = await client.query('select uuidv7() as id');
  const company = rows[0].id;
  await client.query('begin');
  for (const [text, ...values] of [
    ...placesOf(company, code, { estates, homes: HOMES_AN_ESTATE }),
    [
      `create temp table repair on commit drop as
       select g as n, h.estate_id, h.unit_id, h.customer_id, h.occupancy_id, t.at, t.open, uuidv7(t.at - now()) as id
         from generate_series(1, $1::int) as g
         cross join lateral (select now() - ($1::int - g) * interval '730 days' / $1::int as at, g > $1::int * 0.97 as open) as t
         join home h on h.n = 1 + (hashint8(g)::bigint & 2147483647) % (select count(*) from home)`,
      tickets,
    ],
    [
      `insert into ticket (company_id, id, estate_id, number, kind, phase, stage, urgency, version, unit_id, customer_id,
                           occupancy_id, channel, subject, description, visits, reported_at, forwarded_at, accepted_at,
                           started_at, completed_at, closed_at)
       select $1, id, estate_id, 'B' || n, 'REPAIR', case when open then 'OPEN' else 'CLOSED' end,
              case when open then 'REPORTED' else 'CLOSED' end, case when n % 20 = 0 then 'EMERGENCY' else 'ORDINARY' end,
              case when open then 1 else 4 end, unit_id, customer_id, occupancy_id, 'PHONE',
              (array['厨房水管漏水', '卫生间漏水', '客厅天花板漏水', '楼道灯不亮', '门禁刷卡无反应', '电梯异响', '下水道堵塞', '空调不制冷',
                     '窗户关不上', '插座没电'])[1 + n % 10] || case when n % 5000 = 7 then '，窗外有马蜂窝' else '' end,
              '请尽快安排师傅上门查看，家里有老人和小孩，周末白天都在，来之前打个电话。', case when open then 0 else 1 end, at,
              case when not open then at + interval '5 minutes' end, case when not open then at + interval '9 minutes' end,
              case when not open then at + interval '40 minutes' end, case when not open then at + interval '2 hours' end,
              case when not open then at + interval '1 day' end
         from repair`,
      company,
    ],
    [
      `insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id,
                          visibility, actor_kind, actor_id, occurred_at, recorded_at, facts)
       select $1, row_number() over (order by r.at + s.late, r.id), r.estate_id, 'ticket.' || s.type, 'ticket', r.id, s.version,
              r.occupancy_id, 'CUSTOMER', 'SYSTEM', null, r.at + s.late, r.at + s.late,
              jsonb_build_object('kind', 'REPAIR', 'stage', s.stage)
         from repair r
         join (values ('REPAIR_REPORTED', 'REPORTED', 1, interval '0'), ('REPAIR_FORWARDED', 'FORWARDED', 2, interval '5 minutes'),
                      ('REPAIR_ACCEPTED', 'ACCEPTED', 3, interval '9 minutes')) as s (type, stage, version, late)
           on s.version = 1 or not r.open
        where r.n > $2::int`,
      company,
      tickets - WITH_EVENTS,
    ],
    [
      `insert into service_clock (company_id, id, estate_id, ticket_id, occupancy_id, milestone, rule, round, policy, limit_ms,
                                  calendar, state, started_at, due_at, warn_at, warned_at, breached_at, ended_at, stopped_at, paused_seconds)
       select $1, uuidv7(), estate_id, id, occupancy_id, 'ACCEPTED', 'R-RPR-05', 1, 'R-RPR-05', 180000, 'AROUND_THE_CLOCK',
              case when not open then 'MET' when n % 3 = 0 then 'RUNNING' else 'BREACHED' end, s.at, s.at + interval '3 minutes',
              s.at + interval '144 seconds', case when open and n % 3 > 0 then s.at + interval '144 seconds' end,
              case when open and n % 3 > 0 then s.at + interval '3 minutes' end, case when not open then s.at + interval '2 minutes' end,
              case when not open then s.at + interval '2 minutes' end, 0
         from repair
         cross join lateral (select case when open and n % 3 = 0 then now() else at end as at) s`,
      company,
    ],
    [
      `update company_head set (seq, last_recorded_at) = (select max(seq), now() from event where company_id = $1)
        where company_id = $1`,
      company,
    ],
  ])
    await run(client, text, values);
  const found = await client.query(
    `select r.id as "ticketId", r.estate_id as "estateId", r.unit_id as "unitId", r.customer_id as "customerId"
       from repair r where not r.open order by r.n desc limit 1`,
  );
  const staff = await hire(client, company);
  await client.query('commit');
  return { companyId: company, ...staff, ...found.rows[0] };
}

/**
 * A company without tickets, in a transaction of its own: so many estates with so many homes each, the first of them with so
 * many times more.
 * @returns {companyId, accountId, staffId} of somebody with the roles of administrator and front desk
 */
export async function buildPlaces(client, code, size) {
  const { rows } = await client.query('select uuidv7() as id');
  const companyId = rows[0].id;
  await client.query('begin');
  for (const [text, ...values] of placesOf(companyId, code, size)) await run(client, text, values);
  const staff = await hire(client, companyId);
  await client.query('commit');
  return { companyId, ...staff };
}

/** Somebody with the roles of administrator and front desk on all estates. */
async function hire(client, company) {
  const { rows } = await client.query('select uuidv7() as "staffId", uuidv7() as "accountId"');
  const { staffId, accountId } = rows[0];
  await client.query(
    `insert into staff (company_id, id, display_name, created_at, version) values ($1, $2, 'Bench', now(), 1)`,
    [company, staffId],
  );
  await client.query(
    `insert into role_assignment (company_id, id, staff_id, role, created_at)
     select $1, uuidv7(), $2, role, now() from unnest('{COMPANY_ADMIN,FRONT_DESK}'::text[]) as role`,
    [company, staffId],
  );
  await client.query(
    `insert into account (company_id, id, login, kind, staff_id, password_hash, created_at)
     values ($1, $2, 'bench', 'STAFF', $3, 'none', now())`,
    [company, accountId, staffId],
  );
  return { accountId, staffId };
}

const run = (client, text, values) => client.query(text, values.slice(0, highestParameter(text)));

const highestParameter = (text) => Math.max(0, ...[...text.matchAll(/\$(\d)/g)].map((match) => Number(match[1])));
