import type { Compilable, CompiledQuery } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { settingOf, type SessionVariables } from '../session-variables.js';
import { textOf } from './shaped.js';
import { statementName } from '../statement-name.js';
import { Wave } from './wave.js';

/** Where a company's event log stood in a snapshot. */
export interface HeadOfSnapshot {
  readonly epoch: number;
  readonly seq: number;
  readonly recordedAt: Date;
}

const BEGIN = 'begin isolation level repeatable read read only';
const COMMIT = 'commit';
const HEAD = 'select epoch, seq, last_recorded_at as "recordedAt" from company_head where company_id = $1';
/**
 * One moment of the database: a read-only repeatable-read transaction on one pipelined connection, opened by the first
 * statement. Begin, settings, head and that statement fly together. All that is read inside shows the same snapshot,
 * and `head()` says which events that snapshot contains.
 */
export class ReadMoment {
  readonly #loaders = new Map<unknown, unknown>();
  #client: Promise<PoolClient> | undefined;
  #head: Promise<HeadOfSnapshot | null> | undefined;
  #failed = false;
  #finished = false;
  #statements = 0;
  #underWay = 0;
  #wave: Wave | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly variables: SessionVariables,
    private readonly companyId: string | null,
  ) {}

  /** Statements sent, beyond begin, settings, head and commit. */
  get statements(): number {
    return this.#statements;
  }

  /** Something that lives as long as the moment, made once: a loader's cache must not outlive its snapshot. */
  once<T>(key: unknown, make: () => T): T {
    if (!this.#loaders.has(key)) this.#loaders.set(key, make());
    return this.#loaders.get(key) as T;
  }

  /** Rows of a compiled query inside this moment. */
  async read<R>(query: Compilable<R> | CompiledQuery<R>): Promise<R[]> {
    const compiled = textOf(query);
    const client = await this.#open();
    this.#statements += 1;
    this.#underWay += 1;
    try {
      return await this.#send<R>(client, compiled.sql, compiled.parameters);
    } finally {
      this.#underWay -= 1;
    }
  }

  /** The head of the event log in this snapshot; null without a company. */
  async head(): Promise<HeadOfSnapshot | null> {
    await this.#open();
    return this.#head ?? null;
  }

  /** Whether any statement was sent. */
  get opened(): boolean {
    return this.#client !== undefined;
  }

  /**
   * Ends the transaction and gives the connection back; resolves when it is free again. Nothing is asked for afterwards;
   * what was asked for in the same turn is answered still, and the commit flies with it. While others wait for a
   * connection, this one is theirs at once: their first statements fly with the commit, which nothing of what was read
   * depends on, and are answered behind it.
   */
  async finish(): Promise<void> {
    if (this.#finished) return;
    this.#finished = true;
    const client = await this.#client?.catch(() => undefined);
    if (!client) return;
    if (this.#wave) {
      const flown = this.#send(client, COMMIT, []);
      this.#letGo(client);
      // A wave that failed has not come to its commit.
      await flown.catch(() => undefined);
      if (!this.#failed) {
        client.release();
        return;
      }
    }
    if (!this.#failed && this.#underWay === 0 && this.pool.waitingCount > 0) {
      void client.query(COMMIT).catch(() => void client.end());
      client.release();
      return;
    }
    try {
      await client.query(this.#failed ? 'rollback' : COMMIT);
      client.release();
    } catch (error) {
      client.release(error as Error);
    }
  }

  #open(): Promise<PoolClient> {
    if (this.#finished) throw new Error('This read moment is over.');
    this.#client ??= this.pool.connect().then((client) => {
      const { text, values } = settingsStatement(this.variables);
      this.#quiet(this.#send(client, BEGIN, []));
      this.#quiet(this.#send(client, text, values));
      if (this.companyId) {
        this.#head = this.#send<HeadOfSnapshot>(client, HEAD, [this.companyId]).then((rows) => rows[0] ?? null);
        this.#quiet(this.#head);
      }
      return client;
    });
    return this.#client;
  }

  #quiet(promise: Promise<unknown>): void {
    promise.catch(() => undefined);
  }

  /** Statements that are asked for in one turn of the event loop fly as one wave. */
  async #send<R>(client: PoolClient, text: string, values: readonly unknown[]): Promise<R[]> {
    if (this.#wave === undefined) {
      this.#wave = new Wave();
      process.nextTick(() => this.#letGo(client));
    }
    try {
      return await this.#wave.ask<R>(text, values);
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  #letGo(client: PoolClient): void {
    const wave = this.#wave;
    this.#wave = undefined;
    wave?.sendBy(client);
  }
}

/** One statement that sets all of the fence's settings for the running transaction. */
export function settingsStatement(variables: SessionVariables): { name: string; text: string; values: string[] } {
  const { expression, values } = settingOf(variables);
  const text = `select ${expression}`;
  return { name: statementName(text), text, values };
}
