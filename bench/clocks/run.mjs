import { loadavg } from 'node:os';
import pg from 'pg';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { Dashboard } from './dashboard.mjs';
import { fireByHand } from './floor.mjs';
import { buildRunningClocks, runOut } from './world.mjs';

const RUNNING = 50_000;
const STORM = 1_000;
const LONGEST_MS = 120_000;
const PRODUCT = new URL('../product.mjs', import.meta.url);

/**
 * How late limits are told of that pass, with 50,000 clocks running: from the due instant until a dashboard of all estates
 * has it on its socket. One after the other, many at one instant, across a crash, across a jump of the clock, and with two
 * nodes; each exactly once. What is told in a storm is set against a hand-written worker.
 */
export async function runClocksBench() {
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
  const database = await openBenchDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  const nodes = new Set();
  const dashboard = new Dashboard();
  try {
    await client.connect();
    const world = await buildRunningClocks(client, RUNNING);
    await client.query('create table used (clock_id uuid primary key)');
    const { companyId } = world;
    say(`${RUNNING} clocks run; load of the machine ${loadavg()[0].toFixed(1)}`);

    const node = async () => {
      const child = startChild(PRODUCT);
      nodes.add(child);
      const { port } = await child.ask('start', { apiUrl: database.apiUrl });
      return { child, port, token: await child.ask('token', world) };
    };
    const watch = ({ port, token }) => dashboard.watch(port, token);
    const measure = async (title, due, after = 0) => {
      const told = await dashboard.toldOf([...due.keys()], LONGEST_MS);
      await exactlyOnce(client, companyId, due);
      say(`${title}: ${lagText([...due].map(([id, at]) => told.get(id).at - Math.max(at, after)))}`);
      return Math.max(...[...told.values()].map(({ at }) => at));
    };

    const first = await node();
    await watch(first);
    await measure('one every 50 ms for 30 s', await runOut(client, companyId, 600, { fromMs: 2_000, everyMs: 50 }));

    const storm = await runOut(client, companyId, STORM, { fromMs: 3_000, everyMs: 0 });
    const last = await measure(`${STORM} at one instant`, storm);
    const stormMs = last - [...storm.values()][0];

    const jumped = await runOut(client, companyId, STORM, { fromMs: -600_000, everyMs: 600 });
    const jumpedAt = Date.now();
    await measure(`${STORM} that a jump of ten minutes has passed over, from the jump`, jumped, jumpedAt);

    const across = await runOut(client, companyId, 200, { fromMs: 1_000, everyMs: 50 });
    await pause(4_000);
    await dashboard.leave();
    await first.child.kill();
    nodes.delete(first.child);
    const killedAt = Date.now();
    const second = await node();
    const readyAt = Date.now();
    await watch(second);
    await measure(
      `one every 50 ms across a crash, from the instant or from when the next process answers (${readyAt - killedAt} ms after)`,
      across,
      readyAt,
    );

    await node();
    const shared = await runOut(client, companyId, 600, { fromMs: 2_000, everyMs: 50 });
    await measure('one every 50 ms for 30 s, two nodes', shared);

    for (const each of nodes) await each.stop();
    nodes.clear();
    await runOut(client, companyId, STORM, { fromMs: -1_000, everyMs: 0 });
    const floor = await fireByHand(database.apiUrl, companyId);
    say(`by hand: ${floor.told} in ${floor.ms.toFixed(0)} ms; product ${STORM} in ${stormMs} ms on the socket`);
    say(`of the hand-written worker's clocks a second: ${(floor.ms / floor.told / (stormMs / STORM)).toFixed(2)}`);
  } finally {
    await dashboard.leave();
    for (const each of nodes) await each.stop();
    await client.end().catch(() => undefined);
    await database.close();
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @throws Error when the log has a clock's breach not at all, or more than once */
async function exactlyOnce(client, companyId, due) {
  const { rows } = await client.query(
    `select count(*)::int as events, count(distinct facts ->> 'clockId')::int as clocks from event
      where company_id = $1 and type = 'clock.BREACHED' and (facts ->> 'clockId')::uuid = any ($2::uuid[])`,
    [companyId, [...due.keys()]],
  );
  const { events, clocks } = rows[0];
  if (events !== due.size || clocks !== due.size)
    throw new Error(`${due.size} limits passed, ${events} events tell of ${clocks} of them.`);
}

function lagText(lags) {
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return `${sorted.length} told, each once; ms late: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${sorted.at(-1)}`;
}
