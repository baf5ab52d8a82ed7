import type { Beat } from '../tenancy/event-log.js';

/** Paces that are remembered; the one that began longest ago is forgotten first, and whoever has it begins a beat anew. */
const MOST_PACES = 256;

interface Begun {
  /** On the program's monotonic clock, in milliseconds. */
  readonly at: number;
  readonly upTo: number;
}

/** The beats of one company's log, a row of them for each pace: a beat begins when somebody wants one and it is time. */
export class Beats {
  /** By pace, the one that began longest ago first. */
  readonly #begun = new Map<number, Begun>();

  /**
   * The beat of a pace that stands now, begun just now where somebody wants a number behind the last one and so many
   * milliseconds have passed since that began.
   */
  now(everyMs: number, wanted: number, head: number, at = performance.now()): Beat {
    let beat = this.#begun.get(everyMs);
    if (beat === undefined || (beat.upTo < wanted && beat.at + everyMs <= at)) {
      beat = { at, upTo: head };
      this.#begun.delete(everyMs);
      this.#begun.set(everyMs, beat);
      const [oldest] = this.#begun.keys();
      if (this.#begun.size > MOST_PACES && oldest !== undefined) this.#begun.delete(oldest);
    }
    return { upTo: beat.upTo, nextInMs: Math.max(0, beat.at + everyMs - at) };
  }

  /** The numbers begin anew. */
  forget(): void {
    this.#begun.clear();
  }
}
