import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { at } from './sides.mjs';

const CHANGES = 200;
/** A live scorecard is told at most once in so many milliseconds. */
const BEAT_MS = 250;
const PATIENCE_MS = 10_000;
/** Time between two changes, so that each meets another moment of a beat. */
const APART_MS = 137;

/**
 * How long a change takes to reach a live scorecard of all estates and all metrics: from sending the report of a repair until the
 * figure that counts it has come.
 * @returns sorted times in milliseconds
 */
export async function measureLive({ port, token, ask, estateId, month }) {
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    lazy: false,
  });
  const times = [];
  try {
    const seen = client.iterate({
      query: `subscription { scorecard(period: { from: "${month.from}", to: "${month.to}" }, everyMs: ${BEAT_MS}) { metrics { definition { key } value numerator denominator } } }`,
    });
    const reported = await next(seen);
    let count = reported;
    for (let i = 0; i < CHANGES; i += 1) {
      const since = performance.now();
      await ask('mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { cursor } }', {
        input: { commandId: randomUUID(), estateId, channel: 'PHONE', urgency: 'ORDINARY', subject: '楼道灯不亮' },
      });
      while (count <= reported + i) count = await next(seen);
      times.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, APART_MS));
    }
  } finally {
    await client.dispose();
  }
  return times.sort((a, b) => a - b);
}

/** How many repairs the next scorecard counts. */
async function next(seen) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The scorecard was not told.')), PATIENCE_MS).unref();
  });
  const { value } = await Promise.race([seen.next(), late]);
  if (value.errors) throw new Error(value.errors[0].message);
  return Number(value.data.scorecard.metrics.find(({ definition }) => definition.key === 'REPAIRS_REPORTED').numerator);
}

/** How late it came, in words. */
export const lateText = (times) =>
  `${times.length} changes reached a live scorecard of all figures: p50 ${at(times, 50).toFixed(0)} ms, p99 ${at(times, 99).toFixed(0)} ms`;
