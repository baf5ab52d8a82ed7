import pg from 'pg';
import { ownStatements } from './sides.mjs';

const ROUNDS = 9;
const TIMES = 20;
/** Executions after which the server has chosen between a plan for the values and a plan once for all. */
const SETTLED_AFTER = 8;
const OPEN_ROLE = 'bench_open';

/**
 * What the policies cost: the statements of a read, as the product was seen to send them, by the product's role and by
 * one that has the same rights and bypasses row-level security. Named and settled on both, in turn, in transactions under
 * the same settings; the database's own time (planning and execution, as `explain analyze` says without timing nodes).
 * @returns {fenced, open} as the median of the rounds' milliseconds, and {ratio} as the median of their ratios
 */
export async function fenceCost(database, transactions) {
  await makeOpenRole(database);
  const url = new URL(database.apiUrl);
  url.username = OPEN_ROLE;
  url.password = 'open';
  const clients = await Promise.all(
    [database.apiUrl, url.toString()].map(async (connectionString) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      return client;
    }),
  );
  const settings = transactions.flat(2).find(({ text }) => text.includes('set_config'));
  const statements = ownStatements(transactions);
  for (const client of clients)
    for (const [i, { text }] of statements.entries()) await client.query(`prepare s${i} as ${text}`);
  const spent = async (client, times) => {
    await client.query('begin isolation level repeatable read read only');
    await client.query(settings.text, settings.values);
    let milliseconds = 0;
    for (let time = 0; time < times; time += 1)
      for (const [i, { values }] of statements.entries()) {
        const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
        const { rows } = await client.query(`explain (analyze, timing off, format json) execute s${i}${given}`);
        const plan = rows[0]['QUERY PLAN'][0];
        milliseconds += plan['Planning Time'] + plan['Execution Time'];
      }
    await client.query('commit');
    return milliseconds / times;
  };
  for (const client of clients) await spent(client, SETTLED_AFTER);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = [0, 0];
    for (const i of round % 2 === 0 ? [0, 1] : [1, 0]) found[i] = await spent(clients[i], TIMES);
    rounds.push(found);
  }
  await Promise.all(clients.map((client) => client.end()));
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    fenced: median(rounds.map(([fenced]) => fenced)),
    open: median(rounds.map(([, open]) => open)),
    ratio: median(rounds.map(([fenced, open]) => fenced / open)),
  };
}

async function makeOpenRole({ superuserUrl }) {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [OPEN_ROLE]);
  if (!rowCount) await admin.query(`create role ${OPEN_ROLE} login bypassrls password 'open' in role guanjia_api`);
  await admin.end();
}

const literal = (value) => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return typeof value === 'number' ? String(value) : pg.escapeLiteral(String(value));
};
