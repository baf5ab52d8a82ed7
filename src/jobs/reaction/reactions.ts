import type { Reaction } from './reaction.js';

/** Everything that follows the event log. */
export const REACTIONS: readonly Reaction[] = [];
