import { foldAll } from '../../metrics/fold-metrics.js';
import type { House } from '../../tenancy/house.js';
import type { RhythmReport } from '../rhythm-report.js';

/** How long hints of a company are gathered before its metrics are folded, in milliseconds. */
const GATHER_MS = 1_000;

/**
 * Moves what transactions have told of metrics into the sums, a moment after the log of their company has grown, one company after
 * the other. Values are the same before and after; left undone, they are only read more slowly.
 */
export class MetricFolder {
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #under: Promise<void> = Promise.resolve();
  #over = false;

  constructor(
    private readonly house: House,
    private readonly report: RhythmReport,
  ) {}

  /** The company's log may have grown. */
  hint(companyId: string): void {
    if (this.#over) return;
    this.#waiting.add(companyId);
    this.#timer ??= setTimeout(() => {
      this.#under = this.#serve();
    }, GATHER_MS);
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
      if (!this.#over) await foldAll(this.house.pool, companyId).catch((error: unknown) => this.report.stumbled(error));
    this.#timer = undefined;
    const [more] = this.#waiting;
    if (more !== undefined) this.hint(more);
  }
}
