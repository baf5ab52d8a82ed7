import { resyncRequired } from '../domain/errors.js';
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

/** Reads what lies behind a number, in order, at most `limit`, of what the asker may see. */
type ReadLog<T extends Numbered> = (
  moment: ReadMoment,
  asker: Principal,
  after: number,
  limit: number,
) => Promise<readonly T[]>;

interface Ask<T> {
  readonly resolve: (result: IteratorResult<T>) => void;
  readonly reject: (error: unknown) => void;
}

/** Events that one read takes. */
const CHUNK = 200;
/** How long a read that met a database out of reach waits before the next, in milliseconds. */
const RETRY_MS = 500;

/**
 * What happens after a position in a company's log, for one asker, for ever: pulled, without gap, in commit order,
 * nothing twice. Reads at most `CHUNK` ahead of who asks, and waits on the relay where there is nothing new. Every read
 * is a moment of its own under the rights that the asker has then.
 *
 * Ends with UNAUTHENTICATED when the sign-in has ended, with FORBIDDEN when the action is gone, with RESYNC_REQUIRED
 * when a restore has changed the epoch. A database out of reach is waited for. `return()` ends it at once, also in the middle of a wait.
 */
export class LogFeed<T extends Numbered> implements AsyncIterableIterator<T> {
  readonly #buffer: T[] = [];
  readonly #asks: Ask<T>[] = [];
  readonly #unfollow: () => void;
  #seq: number;
  #mayHaveMore = true;
  #pumping = false;
  #ended = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly ctx: RequestContext,
    private readonly start: Position,
    private readonly readLog: ReadLog<T>,
  ) {
    this.#seq = start.seq;
    this.#unfollow = ctx.house.relay.follow(ctx.asker.companyId, () => {
      this.#mayHaveMore = true;
      void this.#pump();
    });
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.#asks.push({ resolve, reject });
      void this.#pump();
    });
  }

  return(): Promise<IteratorResult<T>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Serves who asks, reading as long as there may be more; one at a time, woken by asks and by the relay. */
  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (;;) {
        this.#serve();
        if (this.#asks.length === 0 || !this.#mayHaveMore) return;
        await this.#read();
      }
    } catch (error) {
      if (isOutage(error) || isStalePlan(error)) {
        this.#tryAgain();
        return;
      }
      this.#asks.shift()?.reject(error);
      this.#end();
    } finally {
      this.#pumping = false;
    }
  }

  #tryAgain(): void {
    if (this.#ended) return;
    this.#mayHaveMore = true;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#pump(), RETRY_MS);
    this.#retry.unref();
  }

  #serve(): void {
    while (this.#asks.length > 0) {
      const value = this.#buffer.shift();
      if (value === undefined) return;
      this.#asks.shift()?.resolve({ done: false, value });
    }
  }

  async #read(): Promise<void> {
    this.#mayHaveMore = false;
    const asker = await this.ctx.askerNow();
    const moment = new ReadMoment(this.ctx.house.pool, sessionVariables(asker), asker.companyId);
    try {
      const [rows, head] = await Promise.all([this.readLog(moment, asker, this.#seq, CHUNK), moment.head()]);
      if (head?.epoch !== this.start.epoch) throw resyncRequired('OTHER_EPOCH');
      const last = rows.at(-1);
      const full = last !== undefined && rows.length === CHUNK;
      this.#seq = full ? last.seq : Math.max(this.#seq, head.seq);
      if (full) this.#mayHaveMore = true;
      if (!this.#ended) this.#buffer.push(...rows);
    } finally {
      await moment.finish();
    }
  }

  #end(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#unfollow();
    this.#buffer.length = 0;
    for (const ask of this.#asks.splice(0)) ask.resolve({ done: true, value: undefined });
  }
}
