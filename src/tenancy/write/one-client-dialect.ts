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

class OneClientConnection implements DatabaseConnection {
  constructor(private readonly client: PoolClient) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.client.query(query.sql, [...query.parameters]);
    return {
      rows: rows as R[],
      ...(WRITING.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}),
    };
  }

  streamQuery(): AsyncIterableIterator<QueryResult<never>> {
    throw new Error('A command does not stream.');
  }
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
