import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { PoolClient } from 'pg';
import { statementName } from '../statement-name.js';

/** Statements of the mapping over one client whose transaction somebody else begins and ends. */
export const oneClientDialect = (client: PoolClient): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new OneClientDriver(client),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

class OneClientDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: PoolClient) {
    this.#connection = new OneClientConnection(client);
  }

  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this.#connection);
  init = nothing;
  beginTransaction = nothing;
  commitTransaction = nothing;
  rollbackTransaction = nothing;
  releaseConnection = nothing;
  destroy = nothing;
}

const WRITING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Texts of the mapping that a connection keeps prepared; lists of changing length would make new ones for ever. */
const MOST_PREPARED = 200;

class OneClientConnection implements DatabaseConnection {
  readonly #prepared = new Set<string>();

  constructor(private readonly client: PoolClient) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = { ...this.#nameOf(query.sql), text: query.sql, values: [...query.parameters] };
    const { command, rowCount, rows } = await this.client.query(statement);
    return {
      rows: rows as R[],
      ...(WRITING.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}),
    };
  }

  #nameOf(text: string): { readonly name?: string } {
    if (!this.#prepared.has(text)) {
      if (this.#prepared.size >= MOST_PREPARED) return {};
      this.#prepared.add(text);
    }
    return { name: statementName(text) };
  }

  streamQuery(): AsyncIterableIterator<QueryResult<never>> {
    throw new Error('A command does not stream.');
  }
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
