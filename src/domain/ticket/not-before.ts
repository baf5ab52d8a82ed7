import { invalidInput } from '../errors.js';

/** What a step follows, and when that was. */
export interface Predecessor {
  readonly name: string;
  readonly at: Date;
}

/**
 * When a step happened: by the actor's word, or else now, but never before the step that it follows. A claim in the past
 * is a late entry and is taken as it is.
 * @throws INVALID_INPUT when the claim lies before what it follows (arrival before acceptance)
 */
export function notBefore(predecessor: Predecessor, at: Date, claimed: boolean): Date {
  if (at.getTime() >= predecessor.at.getTime()) return at;
  if (!claimed) return predecessor.at;
  throw invalidInput('input.occurredAt', `lies before ${predecessor.name}`, {
    after: predecessor.name,
    earliest: predecessor.at.toISOString(),
  });
}
