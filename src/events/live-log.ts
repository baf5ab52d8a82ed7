import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Beat, EventLog, EventPointer } from '../tenancy/event-log.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import { houseVariables } from '../tenancy/session-variables.js';
import { Beats } from './beats.js';
import type { Position } from './cursor.js';

/** Pointers that are remembered: who lags farther behind reads for itself. */
const REMEMBERED = 4_096;
/** Pointers that one read takes. */
const CHUNK = 1_000;
/** How long a read that failed waits before the next, in milliseconds. */
const RETRY_MS = 500;

/**
 * The newest events of one company on this node. Whenever the head moves it reads the pointers behind it, once, however
 * many wait, and then calls them. What an event says is not read here: it is read by who may see it.
 */
export class LiveLog implements EventLog {
  /** In order, without gap: the last one's number is the head's. */
  #pointers: EventPointer[] = [];
  #head: Position = { epoch: 0, seq: 0 };
  #reading = false;
  #again = false;
  #left = false;
  readonly #listeners = new Set<() => void>();
  readonly #beats = new Beats();

  constructor(
    private readonly pool: Pool,
    private readonly companyId: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  get head(): Position {
    return this.#head;
  }

  /** Takes the log up where it stands now. */
  async begin(): Promise<void> {
    const moment = this.#moment();
    const [head] = await Promise.all([moment.head(), moment.finish()]);
    this.#head = head ?? this.#head;
  }

  behind(seq: number): readonly EventPointer[] | null {
    const missed = this.#head.seq - seq;
    if (missed <= 0) return [];
    return missed > this.#pointers.length ? null : this.#pointers.slice(-missed);
  }

  beat(everyMs: number, wanted: number): Beat {
    return this.#beats.now(everyMs, wanted, this.#head.seq);
  }

  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what is new; called when the head has moved. Of an outage the first error is told, and it is tried again. */
  async advance(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    let failing = false;
    while (this.#again && !this.#left) {
      this.#again = false;
      try {
        if (await this.#read()) for (const listener of this.#listeners) listener();
        failing = false;
      } catch (error) {
        if (!failing) this.onError(error);
        failing = true;
        this.#again = true;
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
    this.#reading = false;
  }

  /** Ends it: nobody follows any more. */
  leave(): void {
    this.#left = true;
    this.#pointers = [];
  }

  /** @returns whether anything is new */
  async #read(): Promise<boolean> {
    const moment = this.#moment();
    const from = this.#head.seq;
    const [rows, head] = await Promise.all([
      moment.read(POINTERS.where('e.company_id', '=', this.companyId).where(sql<boolean>`e.seq > ${from}::bigint`)),
      moment.head(),
      moment.finish(),
    ]);
    if (!head) throw new Error('The company has no head of its event log.');
    if (head.epoch !== this.#head.epoch) {
      this.#pointers = [];
      this.#head = { epoch: head.epoch, seq: head.seq };
      this.#beats.forget();
      return true;
    }
    const last = rows.at(-1);
    if (last === undefined) return false;
    this.#pointers.push(...rows);
    if (this.#pointers.length > 2 * REMEMBERED) this.#pointers = this.#pointers.slice(-REMEMBERED);
    this.#head = { epoch: head.epoch, seq: last.seq };
    this.#again ||= last.seq < head.seq;
    return true;
  }

  #moment(): ReadMoment {
    return new ReadMoment(this.pool, houseVariables(this.companyId), this.companyId);
  }
}

const POINTERS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'estate_id', 'subject_kind', 'subject_id', 'occupancy_id', 'visibility'))
  .select(sql<string | null>`e.facts ->> 'kind'`.as('kind'))
  .select(
    sql<string[]>`case when e.subject_kind = 'telling' then array(
      select n.recipient_id from notification n where n.company_id = e.company_id and n.telling_id = e.subject_id
    ) else '{}' end`.as('recipients'),
  )
  .orderBy('e.seq')
  .limit(CHUNK);
