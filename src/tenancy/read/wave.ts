import type { Connection, PoolClient, Submittable } from 'pg';
import { statementName } from '../statement-name.js';
import { rowReader, type FieldOfRow, type RowReader } from './row-reader.js';
import { wireValue } from './wire-value.js';

interface Asked {
  /** Empty where the connection keeps no further statement prepared. */
  name: string;
  readonly text: string;
  readonly values: readonly (string | null)[];
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What a wave asks of a connection of `pg`. */
interface Wire {
  /** Texts of the statements that the server has prepared, by name. */
  readonly parsedStatements: Record<string, string>;
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(portal: { readonly statement: string; readonly values: readonly (string | null)[] }): void;
  describe(portal: { readonly type: 'P'; readonly name: string }): void;
  execute(): void;
  close(statement: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
}

/** Statements that a connection keeps prepared; clients decide which filters they combine, so there may be more. */
export const MOST_PREPARED = 500;

/** How rows are read of the statements that a connection was told to prepare; undefined until it has described them. */
const known = new WeakMap<object, Map<string, RowReader | null | undefined>>();
/** Statements that a connection may or may not have prepared, since an error came between. */
const doubtful = new WeakMap<object, Set<string>>();

/**
 * Statements of one transaction that fly together: named, prepared once a connection, described once, and answered behind
 * one synchronisation, so that the server sends one packet and the driver makes one query of them. They are answered in
 * order; after one that fails the rest is not carried out, as in any transaction, and fails with the same error.
 */
export class Wave implements Submittable {
  /** Called by the driver's own time limit, and to end it. */
  callback: (error: unknown) => void = () => undefined;
  readonly #asked: Asked[] = [];
  #wire: Wire | undefined;
  #rows: never[] = [];
  #read: RowReader | null | undefined;
  #at = 0;
  #over = false;

  /** Adds a statement while the wave has not been sent. */
  ask<R>(text: string, values: readonly unknown[]): Promise<R[]> {
    return new Promise<R[]>((resolve, reject) => {
      this.#asked.push({ name: statementName(text), text, values: values.map(wireValue), resolve, reject });
    });
  }

  /** Sends it. */
  sendBy(client: PoolClient): void {
    client.query(this);
  }

  submit(connection: Connection): null {
    const wire = connection as unknown as Wire;
    const readers = readersOf(wire);
    const doubts = doubtful.get(wire);
    this.#wire = wire;
    for (const asked of this.#asked) {
      const kept = readers.size + (doubts?.size ?? 0);
      if (kept >= MOST_PREPARED && !readers.has(asked.name) && !doubts?.has(asked.name)) asked.name = '';
      const { name, text, values } = asked;
      if (name === '') wire.parse({ name, text });
      else if (!readers.has(name)) {
        if (doubts?.delete(name)) wire.close({ type: 'S', name });
        if (wire.parsedStatements[name] !== text) wire.parse({ name, text });
        readers.set(name, undefined);
      }
      wire.bind({ statement: name, values });
      if (readers.get(name) === undefined) wire.describe({ type: 'P', name: '' });
      wire.execute();
    }
    wire.sync();
    this.#begin();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldOfRow[] }): void {
    this.#keep(rowReader(fields));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#read) this.#rows.push(this.#read(fields) as never);
  }

  handleCommandComplete(): void {
    if (this.#read === undefined) this.#keep(null);
    this.#asked[this.#at]?.resolve(this.#rows);
    this.#at += 1;
    this.#begin();
  }

  handleReadyForQuery(): void {
    this.#over = true;
    this.callback(null);
  }

  handleError(error: unknown): void {
    if (this.#over) return;
    this.#over = true;
    for (const { name, reject } of this.#asked.slice(this.#at)) {
      this.#doubt(name);
      reject(error);
    }
    this.callback(error);
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handlePortalSuspended(): void {
    throw new Error('All rows are asked for at once.');
  }

  handleCopyInResponse(): void {
    throw new Error('A wave copies nothing.');
  }

  handleCopyData(): void {
    throw new Error('A wave copies nothing.');
  }

  #begin(): void {
    const name = this.#asked[this.#at]?.name;
    this.#rows = [];
    this.#read = name === undefined || !this.#wire ? undefined : readersOf(this.#wire).get(name);
  }

  #keep(reader: RowReader | null): void {
    const asked = this.#asked[this.#at];
    if (!asked || !this.#wire) return;
    this.#read = reader;
    if (asked.name === '') return;
    readersOf(this.#wire).set(asked.name, reader);
    this.#wire.parsedStatements[asked.name] = asked.text;
  }

  #doubt(name: string): void {
    if (!this.#wire || name === '') return;
    readersOf(this.#wire).delete(name);
    Reflect.deleteProperty(this.#wire.parsedStatements, name);
    const doubts = doubtful.get(this.#wire) ?? new Set<string>();
    doubtful.set(this.#wire, doubts.add(name));
  }
}

function readersOf(wire: object): Map<string, RowReader | null | undefined> {
  const readers = known.get(wire) ?? new Map<string, RowReader | null | undefined>();
  known.set(wire, readers);
  return readers;
}
