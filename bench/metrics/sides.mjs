import { isDeepStrictEqual } from 'node:util';

/** What is allowed to take how long, at the 95th of a hundred answers, in milliseconds. */
export const AIM_MS = 100;
/** Answers of a round: the product's, and of what takes longer. */
const ANSWERS = { product: 30, rows: 2, postgraphile: 2 };
const WARM_UP = 8;

/** A client of the product's API, or of a peer, over HTTP. */
export function clientOf(port, token) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = await response.json();
    if (errors)
      throw new Error(`${errors[0].message} ${JSON.stringify(errors[0].extensions ?? {})}\n${query.slice(0, 300)}`);
    return data;
  };
}

/**
 * Asks one question on all sides in turn, and compares what they answer.
 * @param sides {product, rows, postgraphile}: functions that answer it, the last two perhaps absent
 * @returns {product, rows, postgraphile} with sorted times in milliseconds of each
 */
export async function measure(question, sides, rounds) {
  const first = question.ofProduct(await sides.product());
  const same = question.ofRows(await sides.rows());
  if (!isDeepStrictEqual(first, same)) throw new Error(`${question.name}: ${differenceOf(first, same)}`);
  if (sides.postgraphile && question.ofPeer) {
    const peer = question.ofPeer(await sides.postgraphile());
    if (!isDeepStrictEqual(first, peer))
      throw new Error(`${question.name}, PostGraphile: ${differenceOf(first, peer)}`);
  }
  for (let i = 0; i < WARM_UP; i += 1) await sides.product();
  const times = { product: [], rows: [], postgraphile: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [side, ask] of Object.entries(sides))
      for (let i = 0; i < ANSWERS[side]; i += 1) {
        const since = performance.now();
        await ask();
        times[side].push(performance.now() - since);
      }
  for (const each of Object.values(times)) each.sort((a, b) => a - b);
  return times;
}

/** The first thing that two answers say differently. */
function differenceOf(product, rows) {
  const keys = [...new Set([...Object.keys(product), ...Object.keys(rows)])];
  const key = keys.find((name) => !isDeepStrictEqual(product[name], rows[name]));
  return `${key}: the product says ${JSON.stringify(product[key])}, the rows ${JSON.stringify(rows[key])}`;
}

/** The time that so many of a hundred do not exceed. */
export const at = (times, percent) => times[Math.max(0, Math.ceil((times.length * percent) / 100) - 1)];
