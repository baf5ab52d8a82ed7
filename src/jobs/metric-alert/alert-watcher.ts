import { runCommand } from '../../services/command/run-command.js';
import { raiseMetricAlerts } from '../../services/metric-alert/raise-metric-alerts.js';
import type { House } from '../../tenancy/house.js';
import type { RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';

/** How long hints of a company are gathered before its figures are looked at, in milliseconds. */
const GATHER_MS = 3_000;

/**
 * Has figures that have changed looked at, a moment after the log of their company has grown: however much happened meanwhile,
 * once, one company after the other. What a node leaves undone, the next look makes up for: rules know how far they have seen.
 */
export class AlertWatcher {
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
    for (const companyId of companies) if (!this.#over) await this.#look(companyId);
    this.#timer = undefined;
    const [more] = this.#waiting;
    if (more !== undefined) this.hint(more);
  }

  async #look(companyId: string): Promise<void> {
    try {
      await runCommand(this.house, systemPrincipal(companyId), raiseMetricAlerts, { all: false });
    } catch (error) {
      this.report.stumbled(error);
    }
  }
}
