import { askerOf } from './asker.mjs';
import { workOn } from './work.mjs';

export const WRITERS = 32;

/**
 * The writers of a company, each with homes of its own.
 * @param placeOf the place of the estate that a writer works on, by the writer's own
 */
export async function writersOf(product, port, { companyId, accounts, estates }, placeOf) {
  const tokens = {};
  for (const [post, accountId] of Object.entries(accounts))
    tokens[post] = await product.ask('token', { companyId, accountId });
  const ask = askerOf(port, tokens, WRITERS);
  return Array.from({ length: WRITERS }, (_, n) => {
    const { id, homes } = estates[placeOf(n)];
    return workOn(
      ask,
      id,
      homes.filter((_, h) => h % WRITERS === n),
    );
  });
}

/** Has writers work for a while, each in the middle of what it was at. @returns sorted milliseconds of each command */
export async function during(writers, milliseconds) {
  const until = performance.now() + milliseconds;
  const latencies = [];
  await Promise.all(
    writers.map(async (writer) => {
      while (performance.now() < until) latencies.push((await writer.next()).value);
    }),
  );
  return latencies.sort((a, b) => a - b);
}
