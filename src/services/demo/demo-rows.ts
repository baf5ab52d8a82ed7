import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A row under its column names. */
export type Row = Readonly<Record<string, unknown>>;

const CHUNK = 1_000;

/** Rows of one company on their way into the database, in the order in which the tables need them. */
export class DemoRows {
  readonly #tables = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.#tables.get(table);
    if (rows) rows.push(row);
    else this.#tables.set(table, [row]);
  }

  /** The rows of a table so far. */
  of(table: string): readonly Row[] {
    return this.#tables.get(table) ?? [];
  }

  /** How many rows a table gets. */
  count(table: string): number {
    return this.#tables.get(table)?.length ?? 0;
  }

  /** Writes the rows of the named tables, a set of at most a thousand a statement, inside the running transaction. */
  async insert(em: SqlEntityManager, tables: readonly string[]): Promise<void> {
    for (const table of tables) {
      const rows = this.#tables.get(table) ?? [];
      const names = [...new Set(rows.flatMap(Object.keys))].map((name) => `"${name}"`);
      const statement = `insert into "${table}" (${names.join(', ')}) select ${names.join(', ')} from json_populate_recordset(null::"${table}", ?::json)`;
      for (let from = 0; from < rows.length; from += CHUNK)
        await em.execute(statement, [JSON.stringify(rows.slice(from, from + CHUNK))]);
    }
  }
}
