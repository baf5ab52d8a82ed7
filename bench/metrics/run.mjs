import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { rebuildMetrics } from '../../dist/src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../dist/src/metrics/verify/verify-metrics.js';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { buildMetricsWorld } from './world.mjs';

/** One company; `s` is for trying things out. */
const TIERS = {
  s: { estates: 5, homes: 120, ticketsAMonth: 24, samplePercent: 20 },
  m: { estates: 300, homes: 1_200, ticketsAMonth: 236, samplePercent: 3 },
};
/** How many times the mean the first estate of a skewed company has. */
const LARGEST = 10;
/** The server is one for a company of this size: what is not said is as the product sets it. */
const SETTINGS = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
};

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
    },
  });
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${text}`);
  const database = await openBenchDatabase({ keptIn: values.keep, settings: SETTINGS });
  const product = startChild(new URL('../product.mjs', import.meta.url));
  const pool = new pg.Pool({ connectionString: database.apiUrl, max: 4, pipeline: true });
  try {
    const world = database.found ? JSON.parse(await readFile(worldFile(values.keep), 'utf8')) : null;
    const stands = world ?? (await load(database, product, pool, sizeOf(values), say));
    if (!world && values.keep) await writeFile(worldFile(values.keep), JSON.stringify(stands));
    const differences = await timed(() => verifyMetrics(pool, stands.companyId), say, 'verified');
    say(`${differences.length} differences`);
    for (const each of differences.slice(0, 10)) console.log(JSON.stringify(each));
    if (differences.length > 0) process.exitCode = 1;
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
async function load(database, product, pool, size, say) {
  const world = await timed(() => buildMetricsWorld(database.superuserUrl, size, say), say, 'loaded');
  const { port } = await product.ask('start', { apiUrl: database.apiUrl });
  const token = await product.ask('token', world);
  for (const id of world.roundIds) {
    const query =
      'mutation ($id: ID!) { analyseSurvey(input: { roundId: $id, findings: "良好" }) { round { stage } } }';
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const { errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors[0]));
  }
  say(`${world.roundIds.length} rounds of the survey are analysed`);
  const { looked, told } = await timed(() => rebuildMetrics({ pool }, world.companyId), say, 'rebuilt');
  say(`${looked} items looked at, ${told} changes told`);
  return world;
}
