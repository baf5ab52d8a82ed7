import { sql } from 'kysely';
import type { House } from '../../tenancy/house.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import type { RhythmReport } from '../rhythm-report.js';
import { deliverWebhooks } from './deliver-webhooks.js';

/** Companies that a node looks at and delivers for at the same time. */
const AT_ONCE = 4;
/** How long hints of a company are gathered before it is looked at, in milliseconds. */
const GATHER_MS = 100;

/** Wakes a node's endpoints when the log of their company has grown. What it misses, timers and the next hint make good. */
export class WebhookWaker {
  readonly #waiting = new Set<string>();
  readonly #busy = new Set<string>();
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #under: Promise<unknown>[] = [];

  constructor(
    private readonly house: House,
    private readonly report: RhythmReport,
  ) {}

  /** The company's log may have grown. */
  hint(companyId: string): void {
    if (this.#ending.signal.aborted) return;
    this.#waiting.add(companyId);
    this.#timer ??= setTimeout(() => this.#serve(), GATHER_MS);
  }

  /** Sends nothing new; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#ending.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#under);
  }

  #serve(): void {
    this.#timer = undefined;
    for (const companyId of this.#waiting) {
      if (this.#busy.size >= AT_ONCE) break;
      if (this.#busy.has(companyId)) continue;
      this.#waiting.delete(companyId);
      this.#busy.add(companyId);
      const work = this.#deliver(companyId)
        .catch((error: unknown) => this.report.stumbled(error))
        .finally(() => {
          this.#busy.delete(companyId);
          this.#under = this.#under.filter((other) => other !== work);
          if (this.#waiting.size > 0 && !this.#ending.signal.aborted)
            this.#timer ??= setTimeout(() => this.#serve(), GATHER_MS);
        });
      this.#under.push(work);
    }
  }

  async #deliver(companyId: string): Promise<void> {
    const { house } = this;
    for (const endpointId of await this.#behind(companyId))
      if (!this.#ending.signal.aborted) await deliverWebhooks(house, companyId, endpointId, this.#ending.signal);
  }

  /** The endpoints that may have something to receive now. */
  async #behind(companyId: string): Promise<string[]> {
    const moment = new ReadMoment(this.house.pool, houseVariables(companyId), companyId);
    const now = this.house.clock?.now() ?? null;
    const [found] = await Promise.all([
      moment.read(
        sqlFor
          .selectFrom('webhook_endpoint as w')
          .innerJoin('company_head as h', 'h.company_id', 'w.company_id')
          .select('w.id')
          .where('w.company_id', '=', companyId)
          .where('w.state', '=', 'ACTIVE')
          .where('w.kind', '=', 'EVENTS')
          .whereRef('w.seq', '<', 'h.seq')
          .where(sql<boolean>`w.next_attempt_at <= coalesce(${now}::timestamptz, now())`),
      ),
      moment.finish(),
    ]);
    return found.map((row) => row.id);
  }
}
