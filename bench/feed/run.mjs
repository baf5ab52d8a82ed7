import { parseArgs } from 'node:util';
import { measure } from '../live/cell.mjs';
import { Stage } from '../live/stage.mjs';
import { QUIET } from './fill-log.mjs';

const SHORT = 1_000_000;
const LONG = 20_000_000;
const MISSED = 5_000;
/** What happens in a little less than the 30 days that a client may have been away. */
const AWAY = 790_000;
const REPEATS = 5;
const COMMITS = 500;
const READS = 50;

/**
 * What a log of twenty million events costs beside one of a twentieth: to commit to it, to be told by it, to catch up
 * with it, and to read one subject's part of it.
 */
export async function runFeedBench(options) {
  const { values } = parseArgs({ args: options, options: { events: { type: 'string' } } });
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
  const long = Number(values.events ?? LONG);
  const stage = await Stage.open();
  try {
    const found = [];
    for (const events of [SHORT, long]) {
      const head = await stage.fill(events);
      say(`a log of ${events.toLocaleString('en')} events stands`);
      found.push(await lookAt(stage, head));
    }
    const [short, full] = found;
    for (const [title, ms] of Object.entries(full))
      say(`${title}: ${short[title].toFixed(1)} ms, ${ms.toFixed(1)} ms: × ${(ms / short[title]).toFixed(2)}`);
  } finally {
    await stage.close();
  }
}

/** @returns milliseconds by what was asked, the median of each */
async function lookAt(stage, head) {
  const since = performance.now();
  const side = await stage.product();
  const cursor = stage.cursorAt(head);
  const found = { 'a node is up': performance.now() - since };
  await stage.subscribe(side, 100, 'one');
  await stage.settle(side, 100, 'one');
  await measure(stage, side, { board: 'one', subscribers: 100, perSecond: 50, ms: 3_000 });
  const live = await measure(stage, side, { board: 'one', subscribers: 100, perSecond: 10, ms: 5_000 });
  found['commit to client, 100 sockets, p50'] = live.p50;
  await stage.listeners.ask('close');
  found['a commit'] = await times(COMMITS, () => side.tell('one'));
  found[`${MISSED.toLocaleString('en')} missed of one board`] = await times(REPEATS, async () => {
    await stage.subscribe(side, 1, 'one', { after: stage.cursorAt(head - MISSED * stage.boards) });
    await until(stage, MISSED);
  });
  found['30 days away from a quiet board, until it is told again'] = await times(REPEATS, async () => {
    await stage.subscribe(side, 1, 'quiet', { after: stage.cursorAt(head - AWAY) });
    await stage.tellQuietly();
    await until(stage, Math.floor(AWAY / QUIET) + 1);
  });
  found['a minute away from all boards, until it is told again'] = await times(REPEATS, async () => {
    await stage.subscribe(side, 1, 'one', { after: cursor });
    await stage.tellMany(1);
    await until(stage, 1);
  });
  found['the timeline of a ticket'] = await times(READS, () =>
    stage.ask(side, `{ ticket(id: "${stage.ticketId}") { timeline(first: 50) { nodes { type occurredAt } } } }`),
  );
  await stage.end(side);
  return found;
}

/** Waits until the only listener has been told so many, and closes it. */
async function until(stage, told) {
  while ((await stage.listeners.ask('told')) < told) await new Promise((resolve) => setTimeout(resolve, 1));
  await stage.listeners.ask('close');
}

/** The median of so many, in milliseconds. */
async function times(count, act) {
  const found = [];
  for (let i = 0; i < count; i += 1) {
    const since = performance.now();
    await act();
    found.push(performance.now() - since);
  }
  return found.toSorted((a, b) => a - b)[count >> 1];
}
