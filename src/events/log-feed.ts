import { resyncRequired } from '../domain/errors.js';
import type { EventLog, EventPointer } from '../tenancy/event-log.js';
import { isOutage } from '../tenancy/outage.js';
import type { Principal } from '../tenancy/principal.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { sessionVariables } from '../tenancy/session-variables.js';
import { isStalePlan } from '../tenancy/statement-name.js';
import type { Position } from './cursor.js';

/** Something of the log with its number. */
interface Numbered {
  readonly seq: number;
}

/** What a feed is of. */
export interface FeedTopic<T extends Numbered> {
  /**
   * Reads what lies behind a number, in order, at most `limit`, of what the asker may see.
   */
  readonly read: (moment: ReadMoment, asker: Principal, behind: number, limit: number) => Promise<readonly T[]>;
  /** Reads those with these numbers, in order, that the asker may see. */
  readonly find: (moment: ReadMoment, asker: Principal, seqs: readonly number[]) => Promise<readonly T[]>;
  /**
   * Whether an event may be of the topic for this asker: never false for one that `read` would find. An error ends the feed.
   * @throws FORBIDDEN when the action is gone
   */
  readonly concerns: (asker: Principal, pointer: EventPointer) => boolean;
}

/**
 * What a feed has next, for the asker with the rights of now: events that were missed, read for this asker alone; or one
 * that has just happened, which whoever may do the same on its estate reads together.
 */
export type FeedStep<T extends Numbered> =
  | { readonly asker: Principal; readonly missed: readonly T[] }
  | { readonly asker: Principal; readonly happened: EventPointer };

/** Events that one read of missed ones takes. */
const CHUNK = 200;
/** How long a read that met a database out of reach waits before the next, in milliseconds. */
const RETRY_MS = 500;

/**
 * What happens after a position in a company's log, for one asker, for ever: pulled step by step, without gap, in commit
 * order, nothing twice. Behind what the node remembers of the log it reads for itself; from there on it takes its place
 * in the live log, and is woken only by what may concern it.
 *
 * Ends with UNAUTHENTICATED when the sign-in has ended, with FORBIDDEN when the action is gone, with RESYNC_REQUIRED
 * when a restore has changed the epoch. A database out of reach is waited for. `return()` ends it at once, also in the middle of a wait.
 */
export class LogFeed<T extends Numbered> implements AsyncIterableIterator<FeedStep<T>> {
  readonly #unfollow: () => void;
  #seq: number;
  #settled: number;
  #asker: Principal | undefined;
  #wake: (() => void) | undefined;
  /** Whether who pulls waits for something new. */
  #waiting = false;
  #ended = false;

  constructor(
    private readonly ctx: RequestContext,
    private readonly start: Position,
    private readonly log: EventLog,
    private readonly leave: () => void,
    private readonly topic: FeedTopic<T>,
  ) {
    this.#seq = start.seq;
    this.#settled = start.seq;
    this.#unfollow = log.follow(() => this.#heard());
  }

  /** Up to where everything has been dealt with: handed out and followed by another pull, or passed by. */
  get settled(): Position {
    return { epoch: this.start.epoch, seq: this.#waiting ? this.#seq : this.#settled };
  }

  get ended(): boolean {
    return this.#ended;
  }

  async next(): Promise<IteratorResult<FeedStep<T>>> {
    this.#settled = this.#seq;
    while (!this.#ended) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      try {
        const step = await this.#look();
        if (this.ended) break;
        if (step) return { done: false, value: step };
      } catch (error) {
        if (this.ended) break;
        if (!isOutage(error) && !isStalePlan(error)) {
          this.#end();
          throw error;
        }
        setTimeout(() => this.#wake?.(), RETRY_MS).unref();
      }
      this.#waiting = true;
      await woken;
      this.#waiting = false;
    }
    return { done: true, value: undefined };
  }

  /** Events by their numbers, as one who asks reads them now; who may not see one does not find it. */
  async events(moment: ReadMoment, asker: Principal, seqs: readonly number[]): Promise<ReadonlyMap<number, T>> {
    const rows = await this.topic.find(moment, asker, seqs);
    return new Map(rows.map((row) => [row.seq, row]));
  }

  /** What else has happened that may concern the asker and is still to be pulled, at most so many. */
  ahead(limit: number): readonly EventPointer[] {
    const asker = this.#asker;
    const found: EventPointer[] = [];
    try {
      for (const pointer of (asker && this.log.behind(this.#seq)) ?? []) {
        if (found.length === limit) break;
        if (asker && this.topic.concerns(asker, pointer)) found.push(pointer);
      }
    } catch {
      // What ends the feed is met again by the look that follows.
    }
    return found;
  }

  return(): Promise<IteratorResult<FeedStep<T>>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next step, or null when there is nothing now. */
  async #look(): Promise<FeedStep<T> | null> {
    const asker = await this.ctx.askerNow();
    this.#asker = asker;
    for (;;) {
      if (this.log.head.epoch !== this.start.epoch) throw resyncRequired('OTHER_EPOCH');
      const pointers = this.log.behind(this.#seq);
      if (pointers !== null) {
        const happened = this.#pass(asker, pointers);
        return happened ? { asker, happened } : null;
      }
      const missed = await this.#readMissed(asker);
      if (missed.length > 0) return { asker, missed };
      if (this.ended) return null;
    }
  }

  /** Passes by what does not concern the asker. @returns the first that may, behind which it stands then */
  #pass(asker: Principal, pointers: readonly EventPointer[]): EventPointer | undefined {
    for (const pointer of pointers) {
      const concerned = this.topic.concerns(asker, pointer);
      this.#seq = pointer.seq;
      if (concerned) return pointer;
    }
    return undefined;
  }

  async #readMissed(asker: Principal): Promise<readonly T[]> {
    const moment = new ReadMoment(this.ctx.house.pool, sessionVariables(asker), asker.companyId);
    try {
      const [rows, head] = await Promise.all([this.topic.read(moment, asker, this.#seq, CHUNK), moment.head()]);
      if (head?.epoch !== this.start.epoch) throw resyncRequired('OTHER_EPOCH');
      const last = rows.at(-1);
      this.#seq = last && rows.length === CHUNK ? last.seq : Math.max(this.#seq, head.seq);
      return rows;
    } finally {
      await moment.finish();
    }
  }

  /** Wakes who waits, if anything new may concern the asker: by the rights of the last look, since other rights close the socket. */
  #heard(): void {
    if (!this.#waiting || !this.#passesBy()) this.#wake?.();
  }

  /** Whether nothing new concerns the asker, which is passed by then. */
  #passesBy(): boolean {
    if (this.#asker === undefined || this.log.head.epoch !== this.start.epoch) return false;
    const before = this.#seq;
    try {
      const pointers = this.log.behind(before);
      if (pointers === null) return false;
      if (this.#pass(this.#asker, pointers) === undefined) return true;
    } catch {
      // What ends the feed is met again by the look that follows.
    }
    this.#seq = before;
    return false;
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#unfollow();
    this.leave();
    this.#wake?.();
  }
}
