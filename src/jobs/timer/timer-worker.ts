import type { House } from '../../tenancy/house.js';
import { isOutage } from '../../tenancy/outage.js';
import { runCommand } from '../../services/command/run-command.js';
import type { RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';
import { dueCompanies } from './due-companies.js';
import { fireTimers, TimerFailure } from './fire-timers.js';
import { postponeTimer } from './postpone-timer.js';
import type { DueTimer, TimerHandlers } from './timer-handler.js';

/** Longest time between two looks, in milliseconds: a clock that jumps and a lost hint cost no more. */
const LOOK_MS = 500;
/** Hints that come closer together than this are one look. */
const HINT_MS = 50;
/** Timers of one company in one transaction, and how long it may go on beginning further ones, in milliseconds. */
const BATCH = 500;
const BATCH_MS = 250;
/** Companies that this node works for at once. */
const COMPANIES_AT_ONCE = 3;

/**
 * The clock of a node: looks at the soonest timer of every company and handles what is due, within a second of its
 * instant. Any number of nodes may do so: a timer is handled where it is claimed, once, also across a crash. A timer that
 * fails is tried again later and parked in the end, and holds nothing else up.
 */
export class TimerWorker {
  readonly #busy = new Map<string, Promise<void>>();
  readonly #waiting: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** When the next look is set for, on the monotonic clock. */
  #nextLook = Number.POSITIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #failing = false;
  #started = false;
  #stopped = false;

  constructor(
    private readonly house: House,
    private readonly handlers: TimerHandlers,
    private readonly report: RhythmReport,
  ) {}

  /** Begins to look. */
  start(): void {
    this.#started = true;
    this.#lookIn(0);
  }

  /** Milliseconds since the last look that was answered. */
  get silentMs(): number {
    return performance.now() - this.#lookedAt;
  }

  /** Says that a timer may have been set. However many hints come, none puts a look off that is nearer. */
  hint(): void {
    if (!this.#looking && performance.now() + HINT_MS < this.#nextLook) this.#lookIn(HINT_MS);
  }

  /** Looks now; resolves when everything that was due then has been handled or put off. */
  async look(): Promise<void> {
    await this.#looking;
    await this.#lookNow();
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
    await this.#looking;
    await Promise.all(this.#busy.values());
  }

  #lookIn(ms: number): void {
    if (!this.#started || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#nextLook = performance.now() + ms;
    this.#timer = setTimeout(() => void this.#lookNow(), ms);
  }

  #lookNow(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    let next = LOOK_MS;
    try {
      const soon = await dueCompanies(this.house.pool, this.house.clock?.now() ?? null, LOOK_MS);
      this.#lookedAt = performance.now();
      this.#failing = false;
      for (const { companyId, inMs } of soon)
        if (inMs <= 0) this.#take(companyId);
        else next = Math.min(next, inMs + 1);
    } catch (error) {
      this.#stumble(error);
    }
    this.#lookIn(next);
  }

  #take(companyId: string): void {
    if (this.#stopped || this.#busy.has(companyId) || this.#waiting.includes(companyId)) return;
    if (this.#busy.size >= COMPANIES_AT_ONCE) {
      this.#waiting.push(companyId);
      return;
    }
    const work = this.#fire(companyId)
      .catch((error: unknown) => this.#stumble(error))
      .finally(() => {
        this.#busy.delete(companyId);
        const next = this.#waiting.shift();
        if (next) this.#take(next);
      });
    this.#busy.set(companyId, work);
  }

  /** Handles all that is due of a company. */
  async #fire(companyId: string): Promise<void> {
    const principal = systemPrincipal(companyId);
    const fire = fireTimers(this.handlers);
    const monotonicMs = (): number => performance.now();
    for (let limit = BATCH; !this.#stopped;) {
      let begun: DueTimer | undefined;
      const onBegin = (timer: DueTimer): void => void (begun = timer);
      try {
        const input = { limit, forMs: BATCH_MS, monotonicMs, onBegin };
        const { fired, more } = await runCommand(this.house, principal, fire, input);
        const now = this.house.clock?.now() ?? new Date();
        for (const { kind, dueAt } of fired) this.report.fired(kind, Math.max(0, now.getTime() - dueAt.getTime()));
        if (!more) return;
      } catch (error) {
        if (isOutage(error)) throw error;
        if (error instanceof TimerFailure) await this.#putOff(companyId, error.timer, error.cause);
        else if (limit > 1) limit = 1;
        else if (begun) await this.#putOff(companyId, begun, error);
        else throw error;
      }
    }
  }

  async #putOff(companyId: string, timer: DueTimer, cause: unknown): Promise<void> {
    if (isOutage(cause)) throw cause;
    const { postponed } = await runCommand(this.house, systemPrincipal(companyId), postponeTimer, { timer });
    if (!postponed) return;
    const { failures, parked } = postponed;
    const what = { kind: 'timer', name: timer.kind, companyId, subject: timer.subjectId, failures } as const;
    if (parked) this.report.parked(what, cause);
    else this.report.failed(what, cause);
  }

  #stumble(error: unknown): void {
    if (!this.#stopped && !this.#failing) this.report.stumbled(error);
    this.#failing = true;
  }
}
