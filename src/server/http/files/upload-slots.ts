import { limitExceeded } from '../../../domain/errors.js';

/** How many uploads may be under way on this node. */
export interface SlotBounds {
  readonly all: number;
  readonly company: number;
}

const USUAL_SLOTS: SlotBounds = { all: 64, company: 16 };
/** When to come back, in seconds. */
const RETRY_AFTER = 5;

/** Uploads under way: each holds a connection, a file and a decoder, so their number is bounded. */
export class UploadSlots {
  readonly #held = new Map<string, number>();
  #all = 0;

  constructor(private readonly bounds: SlotBounds = USUAL_SLOTS) {}

  /**
   * Runs an upload of a company while there is room.
   * @throws LIMIT_EXCEEDED with `retryAfter` when there is none
   */
  async during<T>(companyId: string, work: () => Promise<T>): Promise<T> {
    const mine = this.#held.get(companyId) ?? 0;
    if (this.#all >= this.bounds.all || mine >= this.bounds.company)
      throw limitExceeded('Too many uploads are under way.', { what: 'uploadsUnderWay', retryAfter: RETRY_AFTER });
    this.#all += 1;
    this.#held.set(companyId, mine + 1);
    try {
      return await work();
    } finally {
      this.#all -= 1;
      const left = (this.#held.get(companyId) ?? 1) - 1;
      if (left > 0) this.#held.set(companyId, left);
      else this.#held.delete(companyId);
    }
  }
}
