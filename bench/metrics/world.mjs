import pg from 'pg';
import { hireMore } from '../people.mjs';
import { questionsOf } from '../../dist/src/domain/survey/questionnaire.js';
import { answerRound } from '../survey/world.mjs';
import { buildPlaces, dropIndexes } from '../world.mjs';
import { fillMonthOfBooks } from './books.mjs';
import { fillTickets } from './tickets.mjs';

export const MONTHS = 24;
/** Months of the window in which a round of the survey is held. */
const ROUNDS = [2, 3, 4, 5];
/** Members of staff whose roles reach every question. */
const ROLES = ['COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER', 'ESTATE_MANAGER', 'FRONT_DESK', 'ACCOUNTANT'];
const TICKET_TABLES = [
  'ticket',
  'complaint',
  'service_clock',
  'clock_entry',
  'callback',
  'signature',
  'contact',
  'event',
];
const BOOK_TABLES = ['charge', 'payment', 'ledger_entry'];
const SURVEY_TABLES = ['survey_form', 'survey_response', 'survey_answer', 'survey_comment'];
const MEMORY = `set maintenance_work_mem = '1GB'`;

/**
 * Builds the company that is measured, by statements over sets on two connections: places first, then side by side the tickets
 * with what hangs on them, and the books with the surveys; indexes that no constraint needs are made behind the rows.
 * @param size {estates, homes, ticketsAMonth, largest, samplePercent}: homes of an estate, tickets of an estate and month, how many times
 *   larger the first estate is, households of a hundred that a round asks
 * @param say told of each part
 * @returns {companyId, accountId, staffId, roundIds}
 */
export async function buildMetricsWorld(superuserUrl, size, say) {
  const one = await connect(superuserUrl);
  const two = await connect(superuserUrl);
  try {
    const world = await buildPlaces(one, 'bench', size);
    for (const client of [one, two]) await client.query(UNCHECKED);
    const [accountId] = await hireMore(one, world.companyId, 1, ROLES);
    await one.query('vacuum analyze');
    say(`${size.estates} estates stand`);
    const window = await monthsOf(one);
    const roundIds = [];
    await Promise.all([
      filled(one, TICKET_TABLES, world.companyId, say, async () => {
        for (const month of window)
          await fillTickets(one, {
            ...world,
            month,
            perEstate: size.ticketsAMonth,
            largest: size.largest,
            months: MONTHS,
          });
      }),
      filled(two, [...BOOK_TABLES, ...SURVEY_TABLES], world.companyId, say, async () => {
        for (const month of window) await fillMonthOfBooks(two, { ...world, month });
        roundIds.push(...(await answerRounds(two, world, size.samplePercent)));
      }),
    ]);
    await one.query('vacuum (analyze, freeze)');
    await one.query('checkpoint');
    return { ...world, accountId, roundIds };
  } finally {
    await one.end();
    await two.end();
  }
}

/** Tickets and books are written without triggers and checks of their keys; places with them, since the households of each day are told by one. */
const UNCHECKED = 'set session_replication_role = replica';

async function connect(superuserUrl) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; ${MEMORY}`);
  return client;
}

/** Fills tables without the indexes that no constraint needs, and makes those behind. */
async function filled(client, tables, companyId, say, fill) {
  const indexes = [];
  for (const table of tables) indexes.push(...(await dropIndexes(client, table)));
  await client.query(PLACES, [companyId]);
  await client.query(HOMES, [companyId]);
  await client.query('create index on home (estate_id, n)');
  await client.query('analyze home');
  await fill();
  say(`${tables[0]} and what belongs to it is written`);
  for (const index of indexes) await client.query(index);
  say(`${tables[0]} and what belongs to it is indexed`);
}

const PLACES = `
create temp table place as
select e.id as estate_id, row_number() over (order by e.code) as n, (select count(*) from occupancy o where o.company_id = $1 and o.estate_id = e.id) as homes
  from estate e where e.company_id = $1`;
const HOMES = `
create temp table home as
select o.estate_id, o.unit_id, o.customer_id, o.id as occupancy_id, row_number() over (partition by o.estate_id order by o.id) as n,
       row_number() over (order by p.n, o.id) as serial
  from occupancy o join place p on p.estate_id = o.estate_id where o.company_id = $1`;

/** The calendar months of the window, the present one last. */
async function monthsOf(client) {
  const { rows } = await client.query(
    `select (date_trunc('month', now() at time zone 'Asia/Shanghai') - make_interval(months => $1::int - 1 - g))::date::text as first, g as index
       from generate_series(0, $1::int - 1) g order by g`,
    [MONTHS],
  );
  return rows;
}

/** Rounds of the survey that a share of the households has answered: closed, and not yet analysed. */
async function answerRounds(client, { companyId, staffId }, percent) {
  const { rows } = await client.query(
    `insert into questionnaire (company_id, id, code, number, title, questions, created_at, created_by_id)
     select $1, uuidv7(), 'STANDARD', 1, '业户意见调查表', $2, now(), $3 returning id`,
    [companyId, JSON.stringify(questionsOf([])), staffId],
  );
  const ids = [];
  for (const n of ROUNDS)
    ids.push(await answerRound(client, { companyId, questionnaireId: rows[0].id, n, estateId: null, percent }));
  return ids;
}
