import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { watchRead } from '../tenancy/read/watch-read.js';

/** The channel of hints: a payload is a company's id and, behind a space, the name of the node that says so; nothing else. */
export const HINT_CHANNEL = 'guanjia_head';

const SLOW_POLL_MS = 400;
const FRESH_MS = 1_000;

const HEADS = {
  name: 'relay_heads',
  text: 'select company_id, epoch, seq from company_head where company_id = any($1)',
};

const ALL_HEADS = {
  name: 'relay_all_heads',
  text: 'select company_id, epoch, seq from company_head',
};

interface HeadRow {
  readonly company_id: string;
  readonly epoch: number;
  readonly seq: string;
}

/** Told when a company's log has grown, or may have. */
export type HeadListener = () => void;

/** Told which company's log may have grown. */
export type CompanyListener = (companyId: string) => void;

/**
 * Wakes who waits for companies on this node: by the hints that follow commits, at once and without a look of its own, and by
 * a slow poll that compares the heads of the companies behind them, so that a lost hint costs less than half a second and
 * no event.
 */
export class Relay {
  readonly #listeners = new Map<string, Set<HeadListener>>();
  /** Heads as last seen, by company that somebody follows. */
  readonly #heads = new Map<string, string>();
  /** This node's name among those that hint. */
  readonly #name = randomUUID();
  readonly #everybody = new Set<CompanyListener>();
  readonly #allHeads = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #listening: PoolClient | undefined;
  #connecting = false;
  #looking: Promise<void> | undefined;
  #again = false;
  /** Whether the next look is for those who follow every company, too. */
  #wide = false;
  #failing = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Starts to look; resolves after the first look. */
  async start(): Promise<void> {
    await this.#listen();
    await this.look();
    this.#schedule();
  }

  /** Whether the last look is recent: what this node remembers of companies can be trusted. */
  get hears(): boolean {
    return performance.now() - this.#lookedAt < FRESH_MS;
  }

  /** Calls `listener` whenever the company's head has moved, and sometimes once more; returns the way to stop it. */
  follow(companyId: string, listener: HeadListener): () => void {
    const all = this.#listeners.get(companyId) ?? new Set();
    all.add(listener);
    this.#listeners.set(companyId, all);
    return () => {
      all.delete(listener);
      if (all.size > 0) return;
      this.#listeners.delete(companyId);
      this.#heads.delete(companyId);
    };
  }

  /**
   * Calls `listener` for every company whose log grows, whoever follows it: at hints, and by the slow poll, which tells of
   * each company once at the start. Returns the way to stop it.
   */
  followAll(listener: CompanyListener): () => void {
    this.#everybody.add(listener);
    this.#allHeads.clear();
    return () => this.#everybody.delete(listener);
  }

  /** Looks at the heads now; looks that overlap become one more look. */
  look(): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return this.#looking;
    }
    this.#looking = this.#lookOnce()
      .then(
        () => {
          this.#failing = false;
        },
        (error: unknown) => this.#tell(error),
      )
      .finally(() => {
        this.#looking = undefined;
        if (!this.#again || this.#stopped) return;
        this.#again = false;
        void this.look();
      });
    return this.#looking;
  }

  /** Says after a commit that the company's log has grown: on this node at once, on the others by a notification. */
  hint(companyId: string): void {
    this.#hear(companyId);
    this.pool
      .query('select pg_notify($1, $2)', [HINT_CHANNEL, `${companyId} ${this.#name}`])
      .catch((error: unknown) => {
        if (!this.#stopped) this.onError(error);
      });
  }

  /** What this node has said itself it has heard before. */
  #notified(payload: string): void {
    const [companyId, from] = payload.split(' ');
    if (companyId && from !== this.#name) this.#hear(companyId);
  }

  #hear(companyId: string): void {
    for (const listener of this.#listeners.get(companyId) ?? []) listener();
    for (const listener of this.#everybody) listener(companyId);
  }

  /** Of an outage, which fails every look, the first error is told. */
  #tell(error: unknown): void {
    if (!this.#stopped && !this.#failing) this.onError(error);
    this.#failing = true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    this.#listening?.release(true);
    this.#listening = undefined;
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      if (!this.#listening && !this.#connecting) void this.#listen();
      this.#wide = true;
      void this.look().finally(() => this.#schedule());
    }, SLOW_POLL_MS);
  }

  /** One statement, also where the slow poll behind the hints is due for those who follow every company. */
  async #lookOnce(): Promise<void> {
    const wide = this.#wide && this.#everybody.size > 0;
    this.#wide = false;
    const heads = wide ? ALL_HEADS : { ...HEADS, values: [[...this.#listeners.keys()]] };
    const rows = await watchRead<HeadRow>(this.pool, heads);
    this.#lookedAt = performance.now();
    for (const { company_id: companyId, epoch, seq } of rows) {
      const head = `${epoch}/${seq}`;
      if (this.#listeners.has(companyId)) this.#seen(companyId, head);
      if (wide) this.#polled(companyId, head);
    }
  }

  #polled(companyId: string, head: string): void {
    if (this.#stopped || this.#allHeads.get(companyId) === head) return;
    this.#allHeads.set(companyId, head);
    for (const listener of this.#everybody) listener(companyId);
  }

  #seen(companyId: string, head: string): void {
    if (this.#heads.get(companyId) === head) return;
    this.#heads.set(companyId, head);
    for (const listener of this.#listeners.get(companyId) ?? []) listener();
  }

  async #listen(): Promise<void> {
    let client: PoolClient | undefined;
    this.#connecting = true;
    try {
      client = await this.pool.connect();
      const mine = client;
      const gone = (): void => {
        if (this.#listening !== mine) return;
        this.#listening = undefined;
        mine.release(true);
      };
      mine.on('notification', (message) => {
        if (message.payload) this.#notified(message.payload);
      });
      mine.once('error', gone);
      mine.once('end', gone);
      await mine.query(`listen ${HINT_CHANNEL}`);
      if (this.#stopped) mine.release(true);
      else this.#listening = mine;
    } catch (error) {
      client?.release(true);
      this.#tell(error);
    } finally {
      this.#connecting = false;
    }
  }
}
