/** All subscribers of a side, in a process of their own: opens them, and says how late they were told of what. */
import { setInterval } from 'node:timers';
import { serve } from '../child.mjs';
import { Listener } from './listener.mjs';

/** Who introduces themselves at a time: a node takes 100 of one network. */
const AT_ONCE = 50;
/** How many read at once, and are timed; of more, one in so many, wherever they stand in a round, and the others at leisure. */
const TIMED = 1_000;
/** Those at leisure look once a second, a hundredth of them at a time: what comes meanwhile lies with the machine. */
const SHIFTS = 100;
const SHIFT_MS = 10;
/** Within what all have looked. */
const LOOKED_MS = 300;
/** Longest lag that is told apart, in tenths of a millisecond. */
const LONGEST = 600_000;

let listeners = [];
let lags = new Uint32Array(LONGEST + 1);
/** The instants of the events told last: all sockets are told the same few. */
const instants = new Map();
let stalled;

function onEvent(payload) {
  const at = payload.indexOf(STAMP) + STAMP.length;
  const text = payload.latin1Slice(at, payload.indexOf('"', at));
  let instant = instants.get(text);
  if (instant === undefined) {
    if (instants.size > 1_000) instants.clear();
    instants.set(text, (instant = Date.parse(text)));
  }
  const lag = Math.round((performance.timeOrigin + performance.now() - instant) * 10);
  lags[Math.min(LONGEST, Math.max(0, lag))] += 1;
}

const STAMP = '"recordedAt":"';

const told = (some = listeners) => some.reduce((sum, one) => sum + one.told, 0);
const timed = () => listeners.filter((one) => !one.atLeisure);

function look(shift, shifts) {
  for (let n = shift; n < listeners.length; n += shifts) if (listeners[n].atLeisure) listeners[n].look();
}

async function lookAll() {
  look(0, 1);
  await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
}

let shift = 0;
setInterval(() => look((shift += 1) % SHIFTS, SHIFTS), SHIFT_MS).unref();

serve({
  /**
   * @param asked {port, tokens, count, query, topics}: each in turn takes the next token and the next of the topics; when all
   *   take the same, they are alike, and not all are timed
   */
  open: async ({ port, tokens, count, query, topics }) => {
    for (let from = 0; from < count; from += AT_ONCE) {
      const fresh = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => {
        const n = listeners.length + i;
        const subscribe = {
          port,
          token: tokens[n % tokens.length],
          query,
          variables: topics[n % topics.length],
          onEvent,
        };
        return new Listener(subscribe);
      });
      await Promise.all(fresh.map((one) => one.open()));
      listeners.push(...fresh);
    }
    const every = topics.length === 1 ? Math.ceil(listeners.length / TIMED) : 1;
    listeners.forEach((one, n) => (one.atLeisure = n % every > 0));
    await lookAll();
  },
  /** How many were told at least so many events since they were opened. */
  heard: (events) => listeners.filter((one) => one.told >= events).length,
  forget: async () => {
    await lookAll();
    lags = new Uint32Array(LONGEST + 1);
    for (const one of listeners) one.told = 0;
  },
  told: () => told(),
  /** {told, listeners} of those that are timed. */
  timed: () => ({ told: told(timed()), listeners: timed().length }),
  lookAll,
  /** {messages, p50, p99, most}, in milliseconds, of those that are timed. */
  lags: () => {
    const messages = told(timed());
    const at = (share) => {
      let left = Math.max(1, Math.ceil(messages * share));
      const index = lags.findIndex((count) => (left -= count) <= 0);
      return (index < 0 ? LONGEST : index) / 10;
    };
    return { messages, p50: at(0.5), p99: at(0.99), most: at(1) };
  },
  /** The last stops to read; it is no longer counted among the others. */
  stall: () => {
    stalled = listeners.pop();
    stalled.stall();
  },
  /** The code that it was closed with. */
  wake: () => stalled.wake(),
  closed: () => listeners.filter((one) => one.closeCode !== null).length,
  close: () => {
    for (const one of listeners) one.close();
    listeners = [];
  },
  cpu: () => process.cpuUsage(),
});
