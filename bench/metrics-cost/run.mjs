import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { rebuildMetrics } from '../../dist/src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../dist/src/metrics/verify/verify-metrics.js';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { cpuOfDatabase, postmasterOf } from './cpu-of.mjs';
import { tableOf } from './summary.mjs';
import { buildBusyCompany } from './world.mjs';
import { during, WRITERS, writersOf } from './writers.mjs';

const SIZE = { estates: WRITERS, tickets: 10_000 };
const WARM_UP_MS = 20_000;
/** At the beginning of a block nothing is counted yet. */
const LEAD_IN_MS = 1_000;
/** Where the writers are: each on an estate of its own, or all on one. */
const PLACES = { apart: (n) => n, together: () => 0 };

/**
 * What keeping metrics costs commands: two companies alike in one database, of which one has its metrics kept as the product
 * does, and the other one not at all. 32 writers work in one and then in the other, in short blocks by turns.
 */
export async function runMetricsCostBench(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      blocks: { type: 'string', default: '8' },
      seconds: { type: 'string', default: '6' },
      only: { type: 'string' },
    },
  });
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${text}`);
  const database = await openBenchDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  const pool = new pg.Pool({ connectionString: database.apiUrl, max: 4, pipeline: true });
  let product;
  try {
    await client.connect();
    const companies = {};
    for (const side of ['kept', 'not']) companies[side] = await buildBusyCompany(client, side, SIZE);
    for (const { companyId } of Object.values(companies)) await rebuildMetrics({ pool }, companyId);
    await client.query('vacuum analyze');
    say(`two companies stand, their past is figures; load of the machine ${load()}`);

    const without = new URL(`./without-keeping.mjs?company=${companies.not.companyId}`, import.meta.url);
    product = startChild(new URL('../product.mjs', import.meta.url), ['--import', without.href]);
    const { port } = await product.ask('start', { apiUrl: database.apiUrl });
    const stage = { client, product, cpu: await cpuMeter(client, product) };
    const blocks = [];
    for (const place of values.only?.split(',') ?? Object.keys(PLACES)) {
      const writers = {};
      for (const [side, company] of Object.entries(companies))
        writers[side] = await writersOf(product, port, company, PLACES[place]);
      for (let time = 1; time <= 2; time += 1) {
        for (const side of ['kept', 'not']) await block(stage, side, writers[side], WARM_UP_MS / 4);
        // What was empty when it was last counted is not: a server in service counts anew within a minute.
        if (time === 1) await client.query('vacuum analyze');
      }
      say(`${place}: warm`);
      for (let n = 0; n < Number(values.blocks); n += 1)
        for (const side of n % 2 === 0 ? ['kept', 'not'] : ['not', 'kept'])
          blocks.push({ place, side, n, ...(await block(stage, side, writers[side], Number(values.seconds) * 1_000)) });
      say(`${place}: measured; load of the machine ${load()}`);
    }
    console.log(`\n${tableOf(blocks)}\n`);

    const differences = async (side) => (await verifyMetrics(pool, companies[side].companyId)).length;
    const kept = await differences('kept');
    say(`kept: ${kept} differences between figures and rows`);
    const left = await differences('not');
    await rebuildMetrics({ pool }, companies.not.companyId);
    const rebuilt = await differences('not');
    say(`not kept: ${left} differences, ${rebuilt} behind a rebuild`);
    if (kept + rebuilt > 0 || left === 0) process.exitCode = 1;
  } finally {
    await product?.stop();
    await pool.end();
    await client.end().catch(() => undefined);
    await database.close();
  }
}

const load = () => loadavg()[0].toFixed(1);

/** What product and database have used so far, in milliseconds of CPU. */
async function cpuMeter(client, product) {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const postmaster = await postmasterOf(rows[0].pid);
  return async () => {
    const { user, system } = await product.ask('cpu');
    return { product: (user + system) / 1_000, database: await cpuOfDatabase(postmaster) };
  };
}

/**
 * Has the writers of one side work for a while, each in the middle of what it was at.
 * @returns {perSecond, latencies, productMs, databaseMs}: commands a second, sorted milliseconds of each, CPU of a command
 */
async function block({ client, cpu }, side, writers, milliseconds) {
  await settled(client);
  await keepBooks(client, side === 'kept');
  await during(writers, LEAD_IN_MS);
  const before = await cpu();
  const since = performance.now();
  const latencies = await during(writers, milliseconds);
  const seconds = (performance.now() - since) / 1_000;
  const after = await cpu();
  return {
    perSecond: latencies.length / seconds,
    latencies,
    productMs: (after.product - before.product) / latencies.length,
    databaseMs: (after.database - before.database) / latencies.length,
  };
}

/** Until all that was told stands in the sums: moving it there is the work of the block that told it. */
async function settled(client) {
  for (;;) {
    const { rows } = await client.query('select exists (select from metric_fresh) as waits');
    if (!rows[0].waits) return;
    await pause(50);
  }
}

/** Figures of money are told by triggers, which are switched off for the side that keeps nothing. */
async function keepBooks(client, keeps) {
  const { rows } = await client.query(
    `select tgrelid::regclass as table, tgname as name from pg_trigger where tgname like '%\\_metrics' and not tgisinternal`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table ${table} ${keeps ? 'enable' : 'disable'} trigger ${name}`);
}
