import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Kysely } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { wireTypes } from '../read/wire-types.js';
import { settingOf, type SessionVariables } from '../session-variables.js';
import { statementName } from '../statement-name.js';
import { oneClientDialect } from './one-client-dialect.js';

/**
 * Runs one statement of a transaction; values stand as `$1`, `$2` …. Its answer may take `answerMs` milliseconds, where that is
 * longer than any other's: the server has to be told too (`statement_timeout`).
 */
export type Execute = <R>(text: string, values: readonly unknown[], answerMs?: number) => Promise<R[]>;

const mapped = new WeakMap<PoolClient, Kysely<unknown>>();

/**
 * One writing transaction (READ COMMITTED) of one company on one pipelined connection. Begin and settings fly together;
 * the last statement and the commit too, so that the head of the event log is locked for one round trip. The mapping's
 * unit of work runs inside through `bind`; it neither begins nor ends the transaction.
 */
export class WriteTransaction {
  #over = false;

  private constructor(
    private readonly client: PoolClient,
    /** The database's time at the start of the transaction. */
    readonly startedAt: Promise<Date>,
  ) {}

  /** Begins; the first answer that anybody awaits is that of `startedAt` or of a statement. */
  static async open(pool: Pool, variables: SessionVariables): Promise<WriteTransaction> {
    const client = await pool.connect();
    client.query('begin isolation level read committed').catch(() => undefined);
    const { expression, values } = settingOf(variables);
    const text = `select now() as now, ${expression}`;
    const started = client
      .query<{ now: Date }>({ name: statementName(text), text, values, types: wireTypes })
      .then(({ rows }) => rows[0]?.now ?? new Date(Number.NaN));
    started.catch(() => undefined);
    return new WriteTransaction(client, started);
  }

  /** Lets an entity manager work inside this transaction. */
  async bind<E extends SqlEntityManager>(em: E): Promise<E> {
    let kysely = mapped.get(this.client);
    if (!kysely) {
      kysely = new Kysely<unknown>({ dialect: oneClientDialect(this.client) });
      mapped.set(this.client, kysely);
    }
    em.setTransactionContext(await kysely.startTransaction().execute());
    return em;
  }

  /** One statement, sent at once: statements answer in the order in which they were sent. */
  readonly execute: Execute = async <R>(text: string, values: readonly unknown[], answerMs?: number): Promise<R[]> => {
    this.#assertOpen();
    const patience = answerMs === undefined ? {} : { query_timeout: answerMs };
    const query = { name: statementName(text), text, values: [...values], types: wireTypes, ...patience };
    return (await this.client.query(query)).rows as R[];
  };

  /** Marks a point to which `undo` goes back. */
  mark(): void {
    this.#assertOpen();
    this.client.query('savepoint work').catch(() => undefined);
  }

  /** Takes back what was written since `mark`. */
  undo(): void {
    this.#assertOpen();
    this.client.query('rollback to savepoint work').catch(() => undefined);
  }

  /**
   * Sends what is left and the commit in one go; the work may send statements but must not wait between them.
   * @throws Error when a statement of the work or the commit fails; nothing is written then
   */
  async commitWith<T>(work: (execute: Execute) => Promise<T>): Promise<T> {
    this.#assertOpen();
    const last = work(this.execute);
    this.#over = true;
    const committed = this.client.query('commit');
    const [result, end] = await Promise.allSettled([last, committed]);
    if (end.status === 'rejected') this.client.release(end.reason as Error);
    else this.client.release();
    if (result.status === 'rejected') throw result.reason;
    if (end.status === 'rejected') throw end.reason;
    if (end.value.command !== 'COMMIT') throw new Error('The transaction was rolled back instead of committed.');
    return result.value;
  }

  /** Commits what stands. */
  commit(): Promise<void> {
    return this.commitWith(() => Promise.resolve());
  }

  /** Takes everything back; safe to call when the transaction is over. */
  async rollback(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    try {
      await this.client.query('rollback');
      this.client.release();
    } catch (error) {
      this.client.release(error as Error);
    }
  }

  #assertOpen(): void {
    if (this.#over) throw new Error('This transaction is over.');
  }
}
