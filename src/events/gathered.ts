import type { EventLog, EventPointer } from '../tenancy/event-log.js';
import type { FeedGathering } from './feed-topic.js';

/** What comes next of what was gathered. */
interface GatheredNext {
  /** The last event of a thing; undefined when nothing is due. */
  readonly next?: EventPointer;
  /** The number up to which all that concerns the asker is told, once `next` is. */
  readonly passed: number;
  /** When something that waits is due, in milliseconds; null when nothing waits. */
  readonly restMs: number | null;
}

/**
 * What a feed that gathers has to tell in a beat: of each thing the last event, in the order of those. A listener who was
 * told one and continues behind it is told the others, since theirs lie behind it.
 */
export class Gathered {
  #due: EventPointer[] = [];
  /** Up to where the beat goes. */
  #upTo = 0;

  constructor(
    private readonly log: EventLog,
    private readonly gathering: FeedGathering,
  ) {}

  /** What comes next, of the beat that is being told or of one that begins now. */
  next(pointers: readonly EventPointer[], concerns: (pointer: EventPointer) => boolean): GatheredNext {
    if (this.#due.length === 0) {
      const first = pointers.find(concerns);
      if (first === undefined) return { passed: pointers.at(-1)?.seq ?? 0, restMs: null };
      const { upTo, nextInMs } = this.log.beat(this.gathering.everyMs, first.seq);
      if (upTo < first.seq) return { passed: first.seq - 1, restMs: Math.max(1, Math.ceil(nextInMs)) };
      this.#gather(pointers.filter((pointer) => pointer.seq <= upTo && concerns(pointer)));
      this.#upTo = Math.min(upTo, pointers.at(-1)?.seq ?? upTo);
    }
    const next = this.#due.shift();
    if (next === undefined) return { passed: this.#upTo, restMs: null };
    return { next, passed: this.#due.length === 0 ? this.#upTo : next.seq, restMs: null };
  }

  /** How long to wait before reading what lies so far back that the node does not remember it, in milliseconds. */
  restMs(behind: number): number {
    const { upTo, nextInMs } = this.log.beat(this.gathering.everyMs, behind + 1);
    return upTo > behind ? 0 : Math.max(1, Math.ceil(nextInMs));
  }

  /** What is still to be told of this beat, at most so many. */
  ahead(limit: number): readonly EventPointer[] {
    return this.#due.slice(0, limit);
  }

  /** Forgets the beat: all of it is read anew. */
  drop(): void {
    this.#due = [];
  }

  #gather(pointers: readonly EventPointer[]): void {
    const last = new Map<string, EventPointer>();
    for (const pointer of pointers) {
      const thing = this.gathering.thing(pointer);
      last.delete(thing);
      last.set(thing, pointer);
    }
    this.#due = [...last.values()];
  }
}
