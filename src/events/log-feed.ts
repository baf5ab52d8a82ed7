import { resyncRequired } from '../domain/errors.js';
import type { EventLog, EventPointer } from '../tenancy/event-log.js';
import { isOutage } from '../tenancy/outage.js';
import type { Principal } from '../tenancy/principal.js';
import { RequestContext } from '../tenancy/request-context.js';
import { isStalePlan } from '../tenancy/statement-name.js';
import type { Position } from './cursor.js';
import type { FeedTopic, Numbered } from './feed-topic.js';
import { Gathered } from './gathered.js';
import type { Place, Sitter } from './place.js';

/**
 * What a feed has next, for the asker with the rights of now: what was missed or stands at the start, read for this asker
 * alone; or something that has just happened, which whoever may do the same on its estate reads together.
 */
export type FeedStep<T extends Numbered> =
  | { readonly asker: Principal; readonly missed: readonly T[] }
  | { readonly asker: Principal; readonly happened: EventPointer };

/** What one read of missed things takes, and one step hands out. */
const CHUNK = 200;
/** How long a read that met a database out of reach waits before the next, in milliseconds. */
const RETRY_MS = 500;

/**
 * What happens after a position in a company's log, for one asker, for ever: pulled step by step, without gap, in commit
 * order, nothing twice. Behind what the node remembers of the log it reads for itself; from there on it takes its place
 * in the live log, and is woken only by what may concern it. Of a topic that gathers, only the last of what has happened to
 * the same thing is told, at its pace.
 *
 * Ends with UNAUTHENTICATED when the sign-in has ended, with FORBIDDEN when the action is gone, with RESYNC_REQUIRED
 * when a restore has changed the epoch. A database out of reach is waited for. `return()` ends it at once, also in the middle of a wait.
 */
export class LogFeed<T extends Numbered> implements AsyncIterableIterator<FeedStep<T>> {
  /** Ends what it hears of the log by itself; in a place it is told. */
  #unfollow: () => void;
  readonly #gathered: Gathered | null;
  #seq: number;
  #settled: number;
  #asker: Principal | undefined;
  /** What stands at the start and is still to be handed out; null until it has been read. */
  #standing: readonly T[] | null;
  /** What was handed out last, of a topic that tells nothing twice. */
  #told: T | undefined;
  #wake: (() => void) | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #findPlace: ((sitter: Sitter) => Place | null) | undefined;
  #place: Place | null = null;
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
    this.#standing = topic.standing ? null : [];
    this.#gathered = topic.gathering ? new Gathered(log, topic.gathering) : null;
    this.#unfollow = this.#follow();
  }

  /** Up to where everything has been dealt with: handed out and followed by another pull, or passed by. */
  get settled(): Position {
    const { epoch } = this.start;
    return { epoch, seq: this.#place?.toldUpTo() ?? (this.#waiting ? this.#seq : this.#settled) };
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
        this.#wakeIn(RETRY_MS);
      }
      this.#waiting = true;
      this.#sit();
      await woken;
      this.#rise();
      this.#waiting = false;
      this.#settled = this.#seq;
    }
    return { done: true, value: undefined };
  }

  /** Has it wait among others, wherever there is a place, and be told with them what happens. */
  waitAmong(findPlace: (sitter: Sitter) => Place | null): void {
    this.#findPlace = findPlace;
  }

  /** What the events with these numbers show, as one who asks reads it now; who may not see one does not find it. */
  async events(ctx: RequestContext, seqs: readonly number[]): Promise<ReadonlyMap<number, T>> {
    const rows = (await this.topic.find?.(ctx, seqs)) ?? [];
    return new Map(rows.map((row) => [row.seq, row]));
  }

  /** What else has happened that may concern the asker and is still to be pulled, at most so many. */
  ahead(limit: number): readonly EventPointer[] {
    if (this.#gathered) return this.#gathered.ahead(limit);
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
    const standing = await this.#stands(asker);
    if (standing.length > 0) return { asker, missed: standing };
    for (;;) {
      if (this.log.head.epoch !== this.start.epoch) throw resyncRequired('OTHER_EPOCH');
      const pointers = this.log.behind(this.#seq);
      if (pointers !== null) {
        const happened = this.#next(asker, pointers);
        if (!happened || !this.topic.gathering?.alone) return happened ? { asker, happened } : null;
      } else if (this.#gathered) {
        const restMs = this.#gathered.restMs(this.#seq);
        if (restMs > 0) return this.#wakeIn(restMs);
      }
      const missed = await this.#readMissed(asker);
      if (missed.length > 0) return { asker, missed };
      if (this.ended) return null;
    }
  }

  /** What stands at the start, a piece of it; nothing once all is handed out. */
  async #stands(asker: Principal): Promise<readonly T[]> {
    this.#standing ??= await this.#inMoment(asker, async (ctx) => (await this.topic.standing?.(ctx, this.#seq)) ?? []);
    const piece = this.#standing.slice(0, CHUNK);
    this.#standing = this.#standing.slice(CHUNK);
    this.#told = piece.at(-1) ?? this.#told;
    return piece;
  }

  /** The next that may concern the asker, behind which it stands then; the rest is passed by. */
  #next(asker: Principal, pointers: readonly EventPointer[]): EventPointer | undefined {
    if (!this.#gathered) return this.#pass(asker, pointers);
    const { next, passed, restMs } = this.#gathered.next(pointers, (pointer) => this.topic.concerns(asker, pointer));
    if (!this.topic.gathering?.alone || !next) this.#seq = Math.max(this.#seq, passed);
    if (restMs !== null) this.#wakeIn(restMs);
    return next;
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
    this.#gathered?.drop();
    const { rows, head } = await this.#inMoment(asker, async (ctx) => {
      const { moment } = ctx;
      const [rows, head] = await Promise.all([this.topic.read(ctx, this.#seq, CHUNK), moment.head()]);
      return { rows, head };
    });
    if (head?.epoch !== this.start.epoch) throw resyncRequired('OTHER_EPOCH');
    const last = rows.at(-1);
    this.#seq = last && rows.length === CHUNK ? last.seq : Math.max(this.#seq, head.seq);
    if (last && this.#told && this.topic.isSame?.(this.#told, last)) return [];
    this.#told = last ?? this.#told;
    return rows;
  }

  async #inMoment<R>(asker: Principal, read: (ctx: RequestContext) => Promise<R>): Promise<R> {
    const reading = new RequestContext(this.ctx.house, asker, this.ctx.facts, this.ctx.bearer);
    try {
      return await read(reading);
    } finally {
      await reading.end();
    }
  }

  #wakeIn(ms: number): null {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => {
      this.#alarm = undefined;
      this.#wake?.();
    }, ms).unref();
    return null;
  }

  /** Has what is new wake who waits, if it may concern the asker: by the rights of the last look, since other rights close the socket. */
  #follow(): () => void {
    return this.log.follow(() => {
      if (!this.#waiting || !this.#passesBy()) this.#wake?.();
    });
  }

  /** Whether nothing new concerns the asker, which is passed by then, or its time has not come. */
  #passesBy(): boolean {
    if (this.#asker === undefined || this.log.head.epoch !== this.start.epoch) return false;
    if (this.#gathered && this.#alarm) return true;
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

  /** Takes a place among those who wait, where its topic allows it. */
  #sit(): void {
    const { concerns, alike } = this.topic;
    if (alike === undefined || !this.#findPlace || this.#ended || this.log.head.epoch !== this.start.epoch) return;
    const standing = this.ctx.askerStanding();
    if (!standing) return;
    const { principal: asker, stands } = standing;
    const rise = (): void => this.#wake?.();
    this.#place = this.#findPlace({ log: this.log, asker, stands, seq: this.#seq, alike, concerns, rise });
    if (this.#place) this.#unfollow();
  }

  #rise(): void {
    if (!this.#place) return;
    this.#unfollow = this.#follow();
    this.#seq = this.#place.toldUpTo();
    this.#place.leave();
    this.#place = null;
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#rise();
    clearTimeout(this.#alarm);
    this.#unfollow();
    this.leave();
    this.#wake?.();
  }
}
