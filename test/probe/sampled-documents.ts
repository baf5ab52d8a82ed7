import type { ProbeDocument } from './probe-document.js';

const DAY_MS = 86_400_000;
/** One of so many documents of a field goes out a day; in so many days all have gone. */
const SHARE = 12;
/** One of so many attackers sends a field's first document, the next one the day after. */
const FIRST_SHARE = 3;

const everything = process.env['PROBE_DOCUMENTS'] === 'all';
const day = Number(process.env['PROBE_DAY'] ?? Math.floor(Date.now() / DAY_MS));

/** One of so many attackers goes through the stripped queries a day; the fence's own probe takes all of them. */
const ATTACKERS_SHARE = 4;

/** The attackers of the day; all of them with `PROBE_DOCUMENTS=all`. */
export const sampledAttacks = <A>(attacks: readonly A[]): A[] =>
  attacks.filter((_, turn) => everything || (turn + day) % ATTACKERS_SHARE === 0);

/**
 * Of every root field its first document, from one in three attackers, and of the others a part, each with all the ids that it
 * is asked with, since it is compiled once for them; which ones rotates with the day and the attacker's turn. All of them with
 * `PROBE_DOCUMENTS=all`.
 */
export function sampledDocuments(turn: number): (documents: readonly ProbeDocument[]) => readonly ProbeDocument[] {
  return (documents) => {
    if (everything) return documents;
    const places = new Map<string, number>();
    return documents.filter(({ field, nth }) => {
      const isNew = !places.has(field);
      if (isNew) places.set(field, places.size);
      const place = Number(places.get(field));
      const first = isNew && (place + turn + day) % FIRST_SHARE === 0;
      return first || (place + nth + turn + day) % SHARE === 0;
    });
  };
}
