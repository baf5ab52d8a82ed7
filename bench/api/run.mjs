import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { buildWorld, SIZE } from '../world.mjs';
import { fenceCost } from './fence.mjs';
import { operationsOf } from './operations.mjs';
import { optionsOf } from './options.mjs';
import {
  floorSide,
  hasPeers,
  ownStatements,
  postgraphileSide,
  productSide,
  recordingOf,
  ask,
  sameContent,
  settingsOf,
  teach,
} from './sides.mjs';
import { summaryOf, tablesOf } from './summary.mjs';

/** A side is warm when it has answered so many requests, since engines compile by count and not by the clock. */
const WARM_UP_REQUESTS = 4_000;
const WARM_UP_MS = 1_000;
/** Where it answers slowly, this long is enough. */
const MOST_WARM_UP_MS = 20_000;
/** Statements that a read may send beyond begin, settings, head and commit. */
const MOST_STATEMENTS = 6;
/** Reads whose statements show what the fence costs. */
const FENCED = ['page', 'estates'];
const RESULTS = new URL('../results/', import.meta.url);

/** Measures the product beside its floor and its peer: same database, same data, sides in turn, medians over rounds. */
export async function runApiBench(args) {
  const started = performance.now();
  const options = optionsOf(args, Object.keys(operationsOf({})));
  const database = await openBenchDatabase();
  const children = [];
  const child = (path, execArgv) => {
    const made = startChild(new URL(path, import.meta.url), execArgv);
    children.push(made);
    return made;
  };
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
  try {
    const world = await buildWorld(database.superuserUrl);
    say(`world of ${SIZE.tickets} tickets built; load of the machine ${loadText()}`);
    const operations = operationsOf(world);
    const profiled = options.profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
    const product = await productSide(child('../product.mjs', profiled), database, world);
    const sides = [product];
    const recorded = async (name) => {
      const recording = await recordingOf(product, name, operations[name]);
      say(statementsOf(name, operations[name], recording.transactions));
      return recording;
    };

    const fence = {};
    for (const name of options.fence ? FENCED : []) {
      fence[name] = await fenceCost(database, (await recorded(name)).transactions);
      const { fenced, open, ratio } = fence[name];
      say(`fence of ${name}: ${fenced.toFixed(3)} ms with policies, ${open.toFixed(3)} without: ${ratio.toFixed(3)}`);
    }

    if (!options.without.includes('floor')) sides.push(await floorSide(child('./floor.mjs'), database));
    if (!options.without.includes('postgraphile')) {
      if (hasPeers()) {
        const { transactions } = await recordingOf(product, 'page', operations.page);
        const peer = child('../peers/postgraphile.mjs');
        sides.push(await postgraphileSide(peer, database, settingsOf(transactions)));
      } else say('PostGraphile is left out: install it with `npm ci --prefix bench/peers`');
    }

    const load = child('./load.mjs');
    const measured = [];
    const results = await resultsFile();
    for (const name of options.operations) {
      const operation = operations[name];
      const asked = sides.filter((side) => side.bodyOf(operation) !== undefined);
      const recording = await recorded(name);
      for (const side of asked)
        if (side.name === 'floor') await teach(side, name, operation, recording);
        else if (side.name !== 'product') sameContent(name, recording.answer, await ask(side, name, operation));
      for (const side of asked) await warmUp(load, side, name, operation);
      for (const connections of options.connections.filter((n) => n <= (operation.mostConnections ?? n))) {
        for (let round = 1; round <= options.rounds; round += 1)
          for (const side of round % 2 === 1 ? asked : asked.toReversed())
            measured.push(await measure(load, side, name, operation, connections, options.roundMs));
        say(`${name} at ${connections} connection(s) measured; load of the machine ${loadText()}`);
      }
      const summary = summaryOf(measured);
      await keep(results, { machine: machine(), options, size: SIZE, fence, summary, measured });
    }
    console.log(`\n${tablesOf(summaryOf(measured), operations)}`);
    console.log(`\nKept in ${decodeURI(results.pathname)}`);
  } finally {
    for (const one of children) await one.stop();
    await database.close();
  }
}

/** How an operation's statements fly; a read that sends too many fails the run. */
function statementsOf(name, operation, transactions) {
  const own = ownStatements(transactions).length;
  if (!operation.writes && own > MOST_STATEMENTS)
    throw new Error(`${name} sends ${own} statements; a read may send ${MOST_STATEMENTS}.`);
  const waves = transactions.map((one) => one.map((wave) => wave.length).join('+')).join(' | ');
  return `${name}: ${own} statements beyond begin, settings, head and commit; in all ${waves} (waves joined by +, transactions by |)`;
}

async function warmUp(load, side, name, operation) {
  const until = performance.now() + MOST_WARM_UP_MS;
  let requests = 0;
  while (requests < WARM_UP_REQUESTS && performance.now() < until)
    requests += (await measure(load, side, name, operation, 32, WARM_UP_MS)).requests;
}

async function measure(load, side, name, operation, connections, milliseconds) {
  const before = await side.child.ask('cpu');
  const found = await load.ask('run', {
    port: side.port,
    path: side.pathOf(name),
    headers: side.headers,
    body: side.bodyOf(operation),
    connections,
    milliseconds,
  });
  const after = await side.child.ask('cpu');
  if (found.requests === 0) throw new Error(`${side.name} refused all of ${name}: ${found.refusal}`);
  if (found.refused > 0)
    console.log(`      ${side.name} refused ${found.refused} of ${name}: ${found.refusal.slice(-300)}`);
  const cpuMicroseconds = after.user + after.system - before.user - before.system;
  return {
    operation: name,
    side: side.name,
    connections,
    requests: found.requests,
    perSecond: found.requests / found.seconds,
    p50: found.p50,
    p99: found.p99,
    cpuMs: cpuMicroseconds / 1_000 / found.requests,
    refused: found.refused,
  };
}

/** Where this run's results go. */
async function resultsFile() {
  await mkdir(RESULTS, { recursive: true });
  return new URL(`api-${new Date().toISOString().replaceAll(':', '-')}.json`, RESULTS);
}

/** Written after each operation, so that what breaks a run off takes nothing that was measured before. */
const keep = (file, results) => writeFile(file, `${JSON.stringify(results, null, 2)}\n`);

const loadText = () => loadavg()[0].toFixed(1);
const machine = () => ({
  cores: cpus().length,
  model: cpus()[0]?.model.trim(),
  node: process.version,
  load: loadavg(),
});
