import type { EventLog, EventPointer } from '../tenancy/event-log.js';
import type { Principal } from '../tenancy/principal.js';

/** What a place among those who wait needs to know of the feed that takes it. */
export interface Sitter {
  readonly log: EventLog;
  readonly asker: Principal;
  /** Up to where it was told. */
  readonly seq: number;
  /** Of a topic: feeds with the same text are concerned by the same events, for askers of the same rights. */
  readonly alike: string;
  readonly concerns: (asker: Principal, pointer: EventPointer) => boolean;
  /** Whether the asker is still the same, as far as nothing needs to be read to know it. */
  readonly stands: () => boolean;
  /** Has the feed look for itself again, which gives up its place. */
  readonly rise: () => void;
}

/** Where a feed waits together with others that were told the same: they are told together what happens next. */
export interface Place {
  /** Up to where it was told by now. */
  readonly toldUpTo: () => number;
  readonly leave: () => void;
}
