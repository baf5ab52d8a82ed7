import { loadavg } from 'node:os';
import { measure } from './cell.mjs';
import { Stage, WIDE_FEED } from './stage.mjs';

const SIZES = [100, 1_000, 5_000, 10_000];
const RATES = [1, 10, 50, 200];
/** More messages a second than two cores could carry on any side are not asked for. */
const MOST_MESSAGES = 100_000;
const CELL_MS = 5_000;
/** What a dashboard may wait, in milliseconds, at the 99th of a hundred. */
const PATIENCE_MS = 250;
const MISSED = 5_000;
/** Events that fill what lies between a node and one that does not read: several megabytes of the wide feed. */
const UNREAD = 2_000;
/** A node waits ten seconds for each megabyte that is read too slowly. */
const PATIENCE_OF_NODE_MS = 25_000;
const IDLE_MS = 20_000;
const ROUNDS = 3;

/** By name, as `--only` takes them. */
const PARTS = { idle, latency, sides, stalled, missed };

/**
 * How late subscribers are told, from just before the commit until the bytes have come, and what it costs the node that
 * tells: by subscribers and events a second, beside a bare broadcast and beside the usual set-up; memory a socket, one
 * that does not read, many that were away, and nobody at all.
 */
export async function runLiveBench(args) {
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
  const valueOf = (option) => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined);
  const names = valueOf('--only')?.split(',') ?? Object.keys(PARTS);
  const rounds = Number(valueOf('--rounds') ?? ROUNDS);
  const stage = await Stage.open({ ownCore: args.includes('--own-core') });
  try {
    say(`the company stands; load of the machine ${loadavg()[0].toFixed(1)}`);
    for (const name of names) await PARTS[name](stage, say, rounds);
  } finally {
    await stage.close();
  }
}

/** What a node costs that nobody listens to and nobody writes to. */
async function idle(stage, say) {
  const side = await stage.product();
  // A node that has just started looks through the log of the company for what is still to be done.
  for (let round = 0; round < 5; round += 1) {
    const before = await side.child.ask('cpu');
    await pause(IDLE_MS);
    const after = await side.child.ask('cpu');
    const share = (after.user + after.system - before.user - before.system) / 1_000 / IDLE_MS;
    say(`idle for ${IDLE_MS / 1_000} s: ${(share * 100).toFixed(2)} % of a core`);
  }
  await stage.end(side);
}

/** The product at all sizes, on one board and spread over all, with its memory. */
async function latency(stage, say) {
  const side = await stage.product();
  for (const board of ['one', 'spread']) {
    await warmUp(stage, side, board);
    const empty = await side.child.ask('memory');
    let subscribers = 0;
    for (const size of SIZES) {
      await stage.subscribe(side, size - subscribers, board);
      subscribers = size;
      await stage.settle(side, size, board);
      const full = await side.child.ask('memory');
      say(`${size} on ${board}: ${memoryText(empty, full, size)}`);
      for (const perSecond of RATES.filter((rate) => messagesOf(stage, board, rate, size) <= MOST_MESSAGES)) {
        const found = await measure(stage, side, { board, subscribers, perSecond, ms: CELL_MS });
        say(`  ${perSecond} events/s: ${cellText(found)}`);
      }
    }
    await stage.listeners.ask('close');
    await pause(2_000);
  }
  await stage.end(side);
}

/** The same load on all sides in turn: what a message costs, and how many events a second each can tell in time. */
async function sides(stage, say, rounds) {
  const found = [];
  for (let round = 1; round <= rounds; round += 1)
    for (const name of round % 2 === 1 ? ['floor', 'product', 'usual'] : ['usual', 'product', 'floor'])
      for (const subscribers of [1_000, 10_000]) {
        const side = name === 'product' ? await stage.product() : await stage.other(name);
        await warmUp(stage, side, 'one');
        const empty = await side.child.ask('memory');
        await stage.subscribe(side, subscribers, 'one');
        await stage.settle(side, subscribers, 'one');
        const full = await side.child.ask('memory');
        const cell = { board: 'one', subscribers, ms: CELL_MS };
        const steady = await measure(stage, side, { ...cell, perSecond: 10 });
        const most = subscribers === 1_000 ? await mostInTime(stage, side, cell) : null;
        found.push({ name, subscribers, steady, most, memory: (full.used - empty.used) / subscribers });
        say(`${name}, ${subscribers}: 10 events/s: ${cellText(steady)}; ${memoryText(empty, full, subscribers)}`);
        if (most !== null) say(`  in time up to ${most.toFixed(0)} events/s`);
        await stage.end(side);
      }
  const median = (name, subscribers, value) => {
    const values = found.filter((one) => one.name === name && one.subscribers === subscribers).map(value);
    return values.toSorted((a, b) => a - b)[values.length >> 1];
  };
  const cpu = ({ steady }) => steady.cpuMicros;
  for (const subscribers of [1_000, 10_000]) {
    const [product, floor, usual] = ['product', 'floor', 'usual'].map((name) => median(name, subscribers, cpu));
    say(
      `${subscribers}: CPU a message × floor ${(product / floor).toFixed(2)}, usual × product ${(usual / product).toFixed(2)}`,
    );
  }
  const most = (name) => median(name, 1_000, (one) => one.most);
  say(
    `events a second in time, × usual ${(most('product') / most('usual')).toFixed(1)}, × floor ${(most('product') / most('floor')).toFixed(2)}`,
  );
}

/** The highest rate whose 99th of a hundred comes in time, to a fifth. */
async function mostInTime(stage, side, cell) {
  let most = 0;
  for (let perSecond = 15; perSecond < 2_000; perSecond *= 1.2) {
    const { rate, missing, p99 } = await measure(stage, side, { ...cell, perSecond, ms: 3_000 });
    if (missing > 0 || p99 > PATIENCE_MS || rate < perSecond * 0.9) return most;
    most = rate;
  }
  return most;
}

/** What one of a thousand that does not read costs the others while what it has to read lies at its limit, and how it ends. */
async function stalled(stage, say, rounds) {
  const side = await stage.product();
  await warmUp(stage, side, 'one');
  await stage.subscribe(side, 1_000, 'one');
  const found = [];
  for (let round = 1; round <= rounds; round += 1) {
    const cell = { board: 'one', subscribers: 1_000, perSecond: 20, ms: 8_000 };
    const before = await measure(stage, side, cell);
    await stage.subscribe(side, 1, 'one', { query: WIDE_FEED });
    await stage.settle(side, 1_001, 'one');
    await stage.listeners.ask('stall');
    await stage.listeners.ask('forget');
    await stage.tellMany(UNREAD);
    while ((await stage.listeners.ask('told')) < UNREAD * 1_000) await pause(50);
    const beside = await measure(stage, side, cell);
    await pause(PATIENCE_OF_NODE_MS);
    const code = await stage.listeners.ask('wake');
    found.push({ before, beside });
    say(
      `1,000: p99 ${before.p99} ms; beside one that does not read: p99 ${beside.p99} ms, ${beside.missing} missing; ` +
        `it was closed with ${code}, of the others ${await stage.listeners.ask('closed')}`,
    );
  }
  const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const [before, beside] = ['before', 'beside'].map((name) => median(found.map((one) => one[name].p99)));
  say(`medians: p99 ${before} ms, with one stalled ${beside} ms: × ${(beside / before).toFixed(2)}`);
  await stage.end(side);
}

/** How soon those who were away have what they missed. */
async function missed(stage, say) {
  const side = await stage.product();
  await warmUp(stage, side, 'one');
  const after = await stage.cursor(side);
  await stage.tellMany(MISSED);
  for (const subscribers of [1, 1, 1, 10, 100]) {
    const started = performance.now();
    await stage.subscribe(side, subscribers, 'one', { after });
    while ((await stage.listeners.ask('told')) < MISSED * subscribers) await pause(5);
    say(`${subscribers} who missed ${MISSED}: all told after ${(performance.now() - started).toFixed(0)} ms`);
    await stage.listeners.ask('close');
  }
  await stage.end(side);
}

/** Engines compile by count: a side has told some hundred thousand before it is measured. */
async function warmUp(stage, side, board) {
  await stage.subscribe(side, 500, board);
  await stage.settle(side, 500, board);
  for (let i = 0; i < 5; i += 1) await measure(stage, side, { board, subscribers: 500, perSecond: 50, ms: 1_000 });
  await stage.listeners.ask('close');
  await pause(1_000);
}

const messagesOf = (stage, board, rate, size) => (board === 'one' ? rate * size : (rate * size) / stage.boards);

const cellText = ({ p50, p99, most, cpuMicros, cores, missing, rate }) =>
  `p50 ${p50} ms, p99 ${p99} ms, most ${most} ms; ${cpuMicros.toFixed(1)} µs a message, ${cores.toFixed(2)} cores` +
  `${missing > 0 ? `; ${missing} MISSING` : ''}, ${rate.toFixed(0)} events/s reached`;

const memoryText = (empty, full, sockets) =>
  `${((full.used - empty.used) / sockets / 1_000).toFixed(1)} kB used a socket (${((full.rss - empty.rss) / sockets / 1_000).toFixed(1)} kB resident)`;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
