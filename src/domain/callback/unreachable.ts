import { localDay } from '../place/local-day.js';

const TRIES = 3;
const DAYS = 2;

/**
 * Whether a customer counts as unreachable: at least three tries in vain, on at least two local days.
 * @rule D-12
 */
export function isUnreachable(triesInVain: readonly Date[], timeZone: string): boolean {
  const days = new Set(triesInVain.map((at) => localDay(at, timeZone)));
  return triesInVain.length >= TRIES && days.size >= DAYS;
}
