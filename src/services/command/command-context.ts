import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Compilable, CompiledQuery } from 'kysely';
import type { Clock } from '../../domain/clock.js';
import { conflict, invalidInput, notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import type { NumberFrame } from '../../domain/numbering/number-format.js';
import type { NewEvent } from '../../events/new-event.js';
import type { Touched } from '../../metrics/keep-metrics.js';
import type { Actor } from '../../tenancy/principal.js';
import { textOf } from '../../tenancy/read/shaped.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';
import type { JobName } from '../job/job-name.js';
import type { TimerKind } from '../timer/timer-kind.js';

/** How far the clock of an honest phone may run ahead of the database's. */
const FUTURE_TOLERANCE_MS = 120_000;

type EventOfCommand = Omit<NewEvent, 'actorKind' | 'actorId' | 'occurredAt'> & { readonly occurredAt?: Date };

/** Tables whose rows keep `number`, `number_series` and `number_serial`. */
export type NumberedTable = 'ticket' | 'contact' | 'liaison_letter' | 'payment_notice';

/** A row that waits for the next number of a series; it is drawn and written when the rows are. */
interface NumberToDraw {
  readonly table: NumberedTable;
  readonly id: string;
  readonly estateId: string;
  readonly series: string;
  readonly frame: NumberFrame;
}

/** A timer as a command leaves it; without an instant it is gone. */
export interface TimerChange {
  readonly kind: TimerKind;
  readonly subjectId: string;
  readonly dueAt: Date | null;
}

/** Work that a command puts off; without an instant it may begin when the command has committed. */
interface JobToWrite {
  readonly name: JobName;
  readonly rowId: string;
  readonly startAfter: Date | null;
}

interface Versioned {
  readonly companyId: string;
  readonly id: string;
  version: number;
}

/** What a use case works with: one transaction of one company, its principal, its moment, and the events so far. */
export class CommandContext {
  readonly events: NewEvent[] = [];
  readonly numbers: NumberToDraw[] = [];
  readonly timers = new Map<string, TimerChange>();
  readonly jobs: JobToWrite[] = [];
  /** What was written by the thousand, and counts in metrics, without an event of its own. */
  readonly touched: Touched[] = [];
  readonly #kept = new Map<string, unknown>();
  readonly #afterwards = new Map<string, () => Promise<void>>();

  constructor(
    readonly em: SqlEntityManager,
    readonly principal: Actor,
    /** Stands at the start of the transaction. */
    readonly clock: Clock,
    /** One named statement of the transaction; rows that the mapping still holds back are not written by it. */
    readonly execute: Execute,
  ) {}

  get companyId(): string {
    return this.principal.companyId;
  }

  /** Something that is read once a transaction and kept as long as it: `key` names it. */
  once<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /**
   * Rows of a query, which is sent at once: what is looked up side by side flies together. Rows that the mapping still
   * holds back are not among them.
   */
  read<R>(query: Compilable<R> | CompiledQuery<R>): Promise<R[]> {
    const { sql, parameters } = textOf(query);
    return this.execute<R>(sql, parameters);
  }

  /**
   * The row, locked until the end of the transaction.
   * @throws NOT_FOUND when the fence does not show it
   * @throws CONFLICT when the client has seen another version
   */
  async load<T extends Versioned>(
    entity: new () => T,
    what: string,
    id: string,
    expectedVersion?: number | null,
  ): Promise<T> {
    const key = { companyId: this.companyId, id } as never;
    const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const found = isId(id) ? ((await this.em.findOne(entity, key, locked)) as T | null) : null;
    if (!found) throw notFound(what);
    if (expectedVersion != null && found.version !== expectedVersion)
      throw conflict(`The ${what} has changed meanwhile.`, { what, currentVersion: found.version, expectedVersion });
    return found;
  }

  /** Tells what happened; it is numbered and written when the transaction ends. */
  record(event: EventOfCommand): void {
    this.events.push({
      ...event,
      actorKind: this.principal.kind,
      actorId: this.principal.kind === 'SYSTEM' ? null : this.principal.subjectId,
      occurredAt: event.occurredAt ?? this.clock.now(),
    });
  }

  /** Tells what happened and not who did it: that is told in confidence, and a feed must not give it away. @rule D-29 */
  recordUnnamed(event: EventOfCommand): void {
    this.events.push({
      ...event,
      actorKind: 'SYSTEM',
      actorId: null,
      occurredAt: event.occurredAt ?? this.clock.now(),
    });
  }

  /** Has something follow from what the command does, once it has done all of it; the same `key` follows once. */
  afterwards(key: string, work: () => Promise<void>): void {
    if (!this.#afterwards.has(key)) this.#afterwards.set(key, work);
  }

  /** Does what follows from the command; what follows from that, too. */
  async conclude(): Promise<void> {
    for (const [key, work] of this.#afterwards) {
      this.#afterwards.delete(key);
      await work();
    }
  }

  /**
   * Has the handler of this kind asked about the subject at `dueAt`, once, also after a restart and with any number of
   * nodes; a timer that stood for the two is moved. Written when the transaction ends. A timer that is moved or
   * cancelled while it is being handled may still reach its handler, which looks at the facts first.
   */
  setTimer(kind: TimerKind, subjectId: string, dueAt: Date): void {
    this.timers.set(`${kind}/${subjectId}`, { kind, subjectId, dueAt });
  }

  /** Takes the timer of this kind for the subject back; there need not be one. */
  cancelTimer(kind: TimerKind, subjectId: string): void {
    this.timers.set(`${kind}/${subjectId}`, { kind, subjectId, dueAt: null });
  }

  /**
   * Has a job do something about a row after the command has committed, or after `startAfter`. Written in the command's
   * transaction: exactly when the command is.
   * @param rowId a row of the command's company; a job knows nothing else
   */
  enqueue(name: JobName, rowId: string, startAfter: Date | null = null): void {
    if (!isId(rowId)) throw new Error('A job names a row by its id.');
    this.jobs.push({ name, rowId, startAfter });
  }

  /**
   * When it happened, by the client's word or else now.
   * @throws INVALID_INPUT when it lies in the future: an impossible fact
   */
  occurredAt(claimed: Date | null | undefined): Date {
    const now = this.clock.now();
    if (!claimed) return now;
    if (claimed.getTime() > now.getTime() + FUTURE_TOLERANCE_MS)
      throw invalidInput('input.occurredAt', 'lies in the future');
    return claimed.getTime() > now.getTime() ? now : claimed;
  }
}
