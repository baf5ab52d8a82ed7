import { conflict, ruleRefused } from '../errors.js';
import type { ReadingState } from './meter-words.js';

/**
 * Lets a person decide on a reading that waits: somebody else than who read it.
 * @rule R-FEE-07
 * @throws CONFLICT when it does not wait any more
 * @throws RULE_REFUSED R-FEE-07 for who has read it
 */
export function assertMayDecide(
  reading: { readonly state: ReadingState; readonly recordedBy?: string | null },
  personId: string,
): void {
  const { state, recordedBy } = reading;
  if (state !== 'HELD') throw conflict('The reading does not wait for a decision.', { state });
  if (recordedBy === personId)
    throw ruleRefused('R-FEE-07', 'Another person than who read it decides on a reading that was held.', { state });
}
