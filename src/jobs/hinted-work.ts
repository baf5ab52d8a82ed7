import type { RhythmReport } from './rhythm-report.js';

/**
 * Work on companies whose logs have grown: hints are gathered for a moment, then each company is served once, one after the
 * other, however much happened meanwhile. What fails is told, and left to the next hint.
 */
export class HintedWork {
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #under: Promise<void> = Promise.resolve();
  #over = false;

  /** @param gatherMs how long hints are gathered, in milliseconds */
  constructor(
    private readonly gatherMs: number,
    private readonly work: (companyId: string) => Promise<unknown>,
    private readonly report: RhythmReport,
  ) {}

  /** The company's log may have grown. */
  hint(companyId: string): void {
    if (this.#over) return;
    this.#waiting.add(companyId);
    this.#timer ??= setTimeout(() => {
      this.#under = this.#serve();
    }, this.gatherMs);
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#over = true;
    clearTimeout(this.#timer);
    await this.#under;
  }

  async #serve(): Promise<void> {
    const companies = [...this.#waiting];
    this.#waiting.clear();
    for (const companyId of companies)
      if (!this.#over) await this.work(companyId).catch((error: unknown) => this.report.stumbled(error));
    this.#timer = undefined;
    const [more] = this.#waiting;
    if (more !== undefined) this.hint(more);
  }
}
