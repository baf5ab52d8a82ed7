import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { rebuildMetrics } from '../../dist/src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../dist/src/metrics/verify/verify-metrics.js';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { lateText, measureLive } from './live.mjs';
import { INDEXES, questionsOf } from './questions.mjs';
import { askedOfPeer, openPeer } from './peer.mjs';
import { AIM_MS, at, clientOf, measure } from './sides.mjs';
import { moveTickets } from './skew.mjs';
import { buildMetricsWorld, MONTHS } from './world.mjs';

/** One company; `s` is for trying things out. */
const TIERS = {
  s: { estates: 5, homes: 120, ticketsAMonth: 24, samplePercent: 20 },
  m: { estates: 300, homes: 1_200, ticketsAMonth: 236, samplePercent: 3 },
};
/** How many times the mean the first estate of a skewed company has. */
const LARGEST = 10;
/** How long a rebuild says nothing. */
const PATIENCE_MS = 60_000;
/** The server is one for a company of this size: what is not said is as the product sets it. */
const SETTINGS = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
};

/** By name, as `--only` takes them. */
const PARTS = { verify, questions, live };

/**
 * Head office's questions to one large company: loaded by sets, its roll-ups built by the product's rebuild and compared by its
 * verify; then each question over HTTP to the product, as one statement over the rows, and where it can express it to PostGraphile.
 */
export async function runMetricsBench(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      tier: { type: 'string', default: 's' },
      estates: { type: 'string' },
      depth: { type: 'string', default: '1' },
      skewed: { type: 'boolean', default: false },
      keep: { type: 'string' },
      only: { type: 'string' },
      questions: { type: 'string' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${text}`);
  const database = await openBenchDatabase({ keptIn: values.keep, settings: SETTINGS });
  const product = startChild(new URL('../product.mjs', import.meta.url));
  const pool = new pg.Pool({ connectionString: database.apiUrl, max: 4, pipeline: true });
  try {
    const world = database.found ? JSON.parse(await readFile(worldFile(values.keep), 'utf8')) : null;
    const { port } = await product.ask('start', { apiUrl: database.apiUrl });
    const ask = async (bearer) => clientOf(port, await product.ask('token', bearer));
    const stands = world ?? (await load(database, ask, pool, sizeOf(values), say));
    if (!world && values.keep) await writeFile(worldFile(values.keep), JSON.stringify(stands));
    const parts = values.only?.split(',') ?? Object.keys(PARTS);
    for (const name of parts)
      await PARTS[name]({
        database,
        product,
        port,
        pool,
        world: stands,
        ask: await ask(stands),
        rounds: Number(values.rounds),
        named: values.questions?.split(','),
        say,
      });
  } finally {
    await pool.end();
    await product.stop();
    await database.close();
  }
}

const worldFile = (directory) => join(directory, 'world.json');

function sizeOf({ tier, estates, depth, skewed }) {
  const { homes, ticketsAMonth, ...size } = TIERS[tier];
  return {
    ...{ ...size, estates: Number(estates ?? size.estates), largest: skewed ? LARGEST : 1 },
    ...{ homes: Math.round(homes * Number(depth)), ticketsAMonth: Math.round(ticketsAMonth * Number(depth)) },
  };
}

async function timed(work, say, what) {
  const since = performance.now();
  const result = await work();
  say(
    `${what} in ${((performance.now() - since) / 1_000).toFixed(1)} s; load of the machine ${loadavg()[0].toFixed(1)}`,
  );
  return result;
}

/** Loads the company, has the product analyse its surveys, and builds the roll-ups by the product's rebuild. */
async function load(database, clientFor, pool, size, say) {
  const world = await timed(() => buildMetricsWorld(database.superuserUrl, size, say), say, 'loaded');
  const ask = await clientFor(world);
  for (const id of world.roundIds)
    await ask('mutation ($id: ID!) { analyseSurvey(input: { roundId: $id, findings: "良好" }) { round { stage } } }', {
      id,
    });
  say(`${world.roundIds.length} rounds of the survey are analysed`);
  await rebuild(pool, world.companyId, say);
  if (size.largest > 1) {
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    say(`${await moveTickets(client, world.companyId)} tickets are moved to another estate`);
    await client.end();
    await rebuild(pool, world.companyId, say);
  }
  return world;
}

async function rebuild(pool, companyId, say) {
  const rebuilt = () => rebuildMetrics({ pool }, companyId, nowAndThen(say));
  const { looked, told } = await timed(rebuilt, say, 'rebuilt');
  say(`${looked} items looked at, ${told} changes told`);
}

/** Compares all sums with the rows. */
async function verify({ pool, world, say }) {
  const differences = await timed(() => verifyMetrics(pool, world.companyId), say, 'verified');
  say(`${differences.length} differences`);
  for (const each of differences.slice(0, 10)) console.log(JSON.stringify(each));
  if (differences.length > 0) process.exitCode = 1;
}

/** Asks each question on all sides, and prints how long they took. */
async function questions({ database, product, world, ask, rounds, say, named }) {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  const peer = await openPeer(database, product, ask, world);
  try {
    for (const index of INDEXES) await client.query(`create index if not exists ${nameOf(index)} on ${index}`);
    await client.query('vacuum analyze');
    say(`statements over the rows have their indexes${peer ? '' : '; PostGraphile is not installed'}`);
    const days = await daysOf(client);
    const asked = askedOfPeer(world, days);
    console.log(`\n${HEADER}`);
    for (const question of questionsOf(world, days).filter(({ name }) => !named || named.includes(name))) {
      const theirs = peer ? asked[question.name] : undefined;
      const sides = {
        product: () => ask(question.query),
        rows: async () => (await client.query(question.text, question.values)).rows,
        ...(theirs ? { postgraphile: () => peer.ask(theirs.query) } : {}),
      };
      console.log(rowOf(question.title, await measure({ ...question, ofPeer: theirs?.read }, sides, rounds)));
    }
  } finally {
    await peer?.stop();
    await client.end();
  }
}

const HEADER =
  '| question | product p50 | p95 | rows p50 | × rows | PostGraphile p50 | × PostGraphile |\n| --- | --- | --- | --- | --- | --- | --- |';

/** A line of the table: milliseconds, and how many times longer the others took. */
function rowOf(title, { product, rows, postgraphile }) {
  const [ours, late] = [at(product, 50), at(product, 95)];
  const beside = (times) =>
    times.length === 0 ? ['', ''] : [at(times, 50).toFixed(0), `${(at(times, 50) / ours).toFixed(1)}`];
  const aim = late <= AIM_MS ? `**${late.toFixed(0)}**` : late.toFixed(0);
  return `| ${[title, ours.toFixed(0), aim, ...beside(rows), ...beside(postgraphile)].join(' | ')} |`;
}

/** Changes what a live scorecard of the present month shows, and waits for it each time. */
async function live({ product, port, pool, world, ask, say }) {
  const token = await product.ask('token', world);
  const { rows } = await pool.query(
    `select to_char(m, 'YYYY-MM-DD') as from, to_char(m + interval '1 month', 'YYYY-MM-DD') as to from date_trunc('month', now() at time zone 'Asia/Shanghai') m`,
  );
  const { estates } = await ask('{ estates(first: 1) { nodes { id } } }');
  const times = await measureLive({ port, token, ask, estateId: estates.nodes[0].id, month: rows[0] });
  say(lateText(times));
}

/** The month before the present one, the first of the window, and a day on which less was known. */
async function daysOf(client) {
  const { rows } = await client.query(
    `select (m - interval '1 month')::date::text as month, m::date::text as next, (m - make_interval(months => $1::int - 1))::date::text as first,
            (m + interval '9 days')::date::text as known,
            (now() at time zone 'Asia/Shanghai')::date::text as today
       from date_trunc('month', now() at time zone 'Asia/Shanghai') m`,
    [MONTHS],
  );
  return rows[0];
}

const nameOf = (index) => `bench_${index.replaceAll(/[^a-z_]+/g, '_').slice(0, 50)}`;

/** Tells how far a rebuild is, once in a while. */
function nowAndThen(say) {
  let next = performance.now() + PATIENCE_MS;
  return ({ looked, told }) => {
    if (performance.now() < next) return;
    next = performance.now() + PATIENCE_MS;
    say(`${looked} items looked at, ${told} changes told so far`);
  };
}
