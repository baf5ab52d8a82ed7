import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { buildWorld, SIZE } from '../world.mjs';
import { operationsOf } from './operations.mjs';
import { summaryOf, tableOf } from './summary.mjs';

const ROUNDS = 5;
const ROUND_MS = 2_500;
const WARM_UP_MS = 1_500;
const CONNECTIONS = [1, 32];
const RESULTS = new URL('../results/', import.meta.url);

/** Measures the product beside its floor: same database, same data, sides in turn, medians over rounds. */
export async function runApiBench() {
  const started = performance.now();
  const database = await openBenchDatabase();
  const children = [];
  const child = (path) => {
    const made = startChild(new URL(path, import.meta.url));
    children.push(made);
    return made;
  };
  try {
    const world = await buildWorld(database.superuserUrl);
    console.log(`World of ${SIZE.tickets} tickets built after ${secondsSince(started)} s`);
    const product = await productSide(child('../product.mjs'), database, world);
    const operations = operationsOf(world);
    const floor = await floorSide(child('./floor.mjs'), database);
    const load = child('./load.mjs');
    const measured = [];
    for (const [name, operation] of Object.entries(operations)) {
      await teach(floor, product, name, operation);
      for (const side of [product, floor]) await measure(load, side, name, operation, 32, WARM_UP_MS);
      for (const connections of CONNECTIONS) {
        for (let round = 1; round <= ROUNDS; round += 1)
          for (const side of round % 2 === 1 ? [product, floor] : [floor, product])
            measured.push(await measure(load, side, name, operation, connections, ROUND_MS));
        console.log(`${name} at ${connections} connection(s) measured after ${secondsSince(started)} s`);
      }
    }
    const summary = summaryOf(measured);
    console.log(`\n${tableOf(summary, operations)}`);
    await keep({ machine: machine(), rounds: ROUNDS, roundMs: ROUND_MS, size: SIZE, summary, measured });
  } finally {
    for (const one of children) await one.stop();
    await database.close();
  }
}

async function productSide(child, database, world) {
  const { port } = await child.ask('start', { apiUrl: database.apiUrl });
  const token = await child.ask('token', world);
  return { name: 'product', child, port, headers: { authorization: `Bearer ${token}` }, pathOf: () => '/graphql' };
}

async function floorSide(child, database) {
  const { port } = await child.ask('start', { apiUrl: database.apiUrl });
  return { name: 'floor', child, port, headers: {}, pathOf: (operation) => `/${operation}` };
}

/** Lets the product answer once under the recorder, and has the floor replay what it sent from now on. */
async function teach(floor, product, name, operation) {
  for (let i = 0; i < 4; i += 1) await ask(product, name, operation);
  await product.child.ask('record');
  const answer = await ask(product, name, operation);
  const transactions = (await product.child.ask('recorded')).filter(operation.isOf);
  if (transactions.length === 0) throw new Error(`Nothing was recorded of ${name}.`);
  const recorded = { transactions, freshId: operation.freshIdOf(answer), shape: operation.shape };
  await floor.child.ask('learn', { path: floor.pathOf(name), recorded });
  sameShape(name, answer, await ask(floor, name, operation));
  const waves = transactions.map((one) => one.map((wave) => wave.length).join('+')).join(' | ');
  console.log(`${name}: statements ${waves} (waves joined by +, transactions by |)`);
}

async function ask(side, name, operation) {
  const response = await fetch(`http://127.0.0.1:${side.port}${side.pathOf(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...side.headers },
    body: operation.body,
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer;
}

/** Both sides must answer with as many fields in the same places, or the comparison says nothing. */
function sameShape(name, ours, theirs) {
  const shape = (value) =>
    JSON.stringify(value, (_, inner) => (inner === null || typeof inner === 'object' ? inner : typeof inner));
  if (shape(ours.data) !== shape(theirs.data))
    throw new Error(`${name}: product ${JSON.stringify(ours)}\nfloor ${JSON.stringify(theirs)}`);
}

async function measure(load, side, operation, { body }, connections, milliseconds) {
  const before = await side.child.ask('cpu');
  const found = await load.ask('run', {
    port: side.port,
    path: side.pathOf(operation),
    headers: side.headers,
    body,
    connections,
    milliseconds,
  });
  const after = await side.child.ask('cpu');
  const cpuMicroseconds = after.user + after.system - before.user - before.system;
  return {
    operation,
    side: side.name,
    connections,
    perSecond: found.requests / found.seconds,
    p50: found.p50,
    p99: found.p99,
    cpuMs: cpuMicroseconds / 1_000 / found.requests,
  };
}

async function keep(result) {
  await mkdir(RESULTS, { recursive: true });
  const file = new URL(`api-${new Date().toISOString().replaceAll(':', '-')}.json`, RESULTS);
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nKept in ${decodeURI(file.pathname)}`);
}

const machine = () => ({ cores: cpus().length, model: cpus()[0]?.model.trim(), node: process.version });
const secondsSince = (started) => ((performance.now() - started) / 1_000).toFixed(0);
