import type { EventPointer } from '../tenancy/event-log.js';
import type { Principal } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';

/** Something of the log with its number. */
export interface Numbered {
  readonly seq: number;
}

/** How a topic gathers what happens: what has happened to the same thing is told once, by its last event. */
export interface FeedGathering {
  /** How far the beats lie apart by which it is told, in milliseconds. */
  readonly everyMs: number;
  /** To what an event has happened. */
  readonly thing: (pointer: EventPointer) => string;
  /** Whether each listener reads it alone, since it shows who asks. */
  readonly alone: boolean;
}

/** What a feed is of. */
export interface FeedTopic<T extends Numbered> {
  /** Reads what stands where the feed begins, under that number; absent where only what happens is told. */
  readonly standing?: ((ctx: RequestContext, seq: number) => Promise<readonly T[]>) | undefined;
  /**
   * Reads what lies behind a number, in order, at most `limit`, of what the asker may see.
   */
  readonly read: (ctx: RequestContext, behind: number, limit: number) => Promise<readonly T[]>;
  /** Reads what the events with these numbers show, in order, of what the asker may see; absent where each reads alone. */
  readonly find?: ((ctx: RequestContext, seqs: readonly number[]) => Promise<readonly T[]>) | undefined;
  /**
   * Whether an event may be of the topic for this asker: never false for one that `read` would find. An error ends the feed.
   * @throws FORBIDDEN when the action is gone
   */
  readonly concerns: (asker: Principal, pointer: EventPointer) => boolean;
  /**
   * What of the arguments decides what `concerns`: two feeds with the same text are concerned by the same events, for askers
   * of the same rights, whoever they are. Absent where it depends on who asks, or events are gathered.
   */
  readonly alike?: string | undefined;
  /** Absent where every event is told. */
  readonly gathering?: FeedGathering | undefined;
  /** Of a topic that is read alone: whether one says what the other has said, and is not told. */
  readonly isSame?: ((told: T, next: T) => boolean) | undefined;
}
