/* global clearInterval, setInterval -- of Node */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { hireMore } from '../people.mjs';
import { buildWorld } from '../world.mjs';
import { exactlyOnce, progressOf, setTariffs, TARIFFS } from './world.mjs';

const PRODUCT = new URL('../product.mjs', import.meta.url);
const HOMES_AN_ESTATE = 500;
const LINES = 500_000;
const AT_ONCE = 50;
/** The world puts a company with so much less beside. */
const BESIDE = 4;
const LOOK_MS = 500;

/**
 * The month's billing of a company: every estate is previewed, then confirmed, over the API, until every home is charged by
 * every tariff. In the middle of charging the process is killed with SIGKILL and another one goes on. Time, the most memory
 * that the process held, and whether every line was written once.
 */
export async function runBillsBench(options) {
  const { values } = parseArgs({ args: options, options: { lines: { type: 'string' } } });
  const wanted = Number(values.lines ?? LINES);
  const estates = BESIDE * Math.ceil(wanted / TARIFFS.length / HOMES_AN_ESTATE / BESIDE);
  const lines = estates * HOMES_AN_ESTATE * TARIFFS.length;
  const database = await openBenchDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${text}`);
  let node;
  try {
    await client.connect();
    const world = await buildWorld(database.superuserUrl, { estates, tickets: 1_000 });
    const [accountId] = await hireMore(client, world.companyId, 1, ['ESTATE_MANAGER', 'ACCOUNTANT']);
    await setTariffs(client, world.companyId);
    say(
      `${estates} estates of ${HOMES_AN_ESTATE} homes, ${TARIFFS.length} tariffs; load of the machine ${loadavg()[0].toFixed(1)}`,
    );
    node = await Node.start(database.apiUrl, { ...world, accountId });

    const month = `${new Date().toISOString().slice(0, 7)}-01`;
    const { rows: places } = await client.query('select id from estate where company_id = $1 order by id', [
      world.companyId,
    ]);
    const until = async (stage) => {
      for (;;) {
        const progress = await progressOf(client, world.companyId);
        if (progress.stages[stage] === estates) return progress;
        await pause(LOOK_MS);
      }
    };
    const previewed = await timed(async () => {
      await node.sendAll(places.map(({ id }) => `startBillRun(input: { estateId: "${id}", fromMonth: "${month}" })`));
      return until('PREVIEWED');
    });
    say(`previewed: ${figures(previewed, node)}`);

    const { rows: runs } = await client.query('select id from bill_run where company_id = $1 order by id', [
      world.companyId,
    ]);
    const charged = await timed(async () => {
      await node.sendAll(runs.map(({ id }) => `confirmBillRun(input: { runId: "${id}" })`));
      let half;
      for (;;) {
        half = await progressOf(client, world.companyId);
        if (half.charges >= lines / 2) break;
        await pause(LOOK_MS);
      }
      await node.kill();
      const left = await progressOf(client, world.companyId);
      say(`killed with ${left.charges} charges written; most memory ${mib(node.most)} MiB`);
      const down = performance.now();
      node = await Node.start(database.apiUrl, { ...world, accountId });
      say(`another process answers after ${seconds(performance.now() - down)} s`);
      return until('DONE');
    });
    say(`charged, across the crash: ${figures(charged, node)}`);
    const { doubles, missing, difference } = await exactlyOnce(client, world.companyId);
    say(`charged twice: ${doubles}; left out: ${missing}; runs and charges differ by ${difference} minor units`);
    if (doubles + missing + difference !== 0) process.exitCode = 1;
  } finally {
    await node?.stop();
    await client.end().catch(() => undefined);
    await database.close();
  }
}

/** The product in a process of its own, watched for the memory that it holds. */
class Node {
  most = 0;

  constructor(child, port, token) {
    this.child = child;
    this.url = `http://127.0.0.1:${port}/graphql`;
    this.headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    this.watch = setInterval(() => void this.#look(), LOOK_MS);
  }

  static async start(apiUrl, world) {
    const child = startChild(PRODUCT);
    const { port } = await child.ask('start', { apiUrl });
    return new Node(child, port, await child.ask('token', world));
  }

  async #look() {
    const { rss } = await this.child.ask('resident').catch(() => ({ rss: 0 }));
    this.most = Math.max(this.most, rss);
  }

  async sendAll(mutations) {
    for (let at = 0; at < mutations.length; at += AT_ONCE) {
      const fields = mutations.slice(at, at + AT_ONCE).map((text, i) => `m${i}: ${text} { run { id } }`);
      const body = JSON.stringify({ query: `mutation { ${fields.join('\n')} }` });
      const { errors } = await (await fetch(this.url, { method: 'POST', headers: this.headers, body })).json();
      if (errors) throw new Error(JSON.stringify(errors[0]));
    }
  }

  kill() {
    clearInterval(this.watch);
    return this.child.kill();
  }

  stop() {
    clearInterval(this.watch);
    return this.child.stop();
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (ms) => (ms / 1_000).toFixed(1);
const mib = (bytes) => Math.round(bytes / (1 << 20));

async function timed(work) {
  const since = performance.now();
  const progress = await work();
  return { ...progress, ms: performance.now() - since };
}

const figures = ({ lines, ms }, node) =>
  `${lines} lines in ${seconds(ms)} s, ${Math.round(lines / (ms / 1_000))} a second; most memory ${mib(node.most)} MiB`;
