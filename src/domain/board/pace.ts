import { invalidInput } from '../errors.js';

/** How far apart a subscriber may ask to be told, in milliseconds. */
const PACE = { min: 250, max: 60_000 } as const;

/** @throws INVALID_INPUT for a pace below 250 or above 60,000 milliseconds */
export function assertPace(everyMs: number): void {
  if (everyMs < PACE.min || everyMs > PACE.max)
    throw invalidInput('everyMs', `must lie between ${PACE.min} and ${PACE.max}`, PACE);
}
