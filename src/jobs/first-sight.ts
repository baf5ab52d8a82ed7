import type { RhythmReport } from './rhythm-report.js';

/** A company that could not be seen to is seen to again when it is next heard of, but not before so many milliseconds. */
const AGAIN_MS = 10_000;

/** Work on every company once, from the first time that a node hears of it; one company after the other. */
export class FirstSight {
  readonly #known = new Set<string>();
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly work: (companyId: string) => Promise<unknown>,
    private readonly report: RhythmReport,
  ) {}

  /** Sees to a company, behind those that came before; what was seen to already costs nothing. */
  see(companyId: string): void {
    if (this.#known.has(companyId)) return;
    this.#known.add(companyId);
    this.#working = this.#working.then(() => this.#seeTo(companyId));
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.#working;
  }

  async #seeTo(companyId: string): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.work(companyId);
    } catch (error) {
      this.report.stumbled(error);
      setTimeout(() => this.#known.delete(companyId), AGAIN_MS).unref();
    }
  }
}
