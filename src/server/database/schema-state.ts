import { readdir } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import pg from 'pg';
import { MIGRATIONS } from './open-migrations.js';
import { assertServer } from './server-requirements.js';

/** How a database's schema and this program's migrations compare; both lists rise by name. */
interface SchemaState {
  readonly applied: readonly string[];
  /** Migrations of this program that the database lacks. */
  readonly pending: readonly string[];
  /** Migrations in the database that this program does not know: a newer program made them. */
  readonly unknown: readonly string[];
}

/**
 * Compares as any role that may connect; changes nothing.
 * @throws Error when the server is too old or the database not UTF-8
 */
export async function schemaState(url: string): Promise<SchemaState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await assertServer(client);
    const table = await client.query(
      "select 1 from pg_tables where schemaname = 'public' and tablename = 'mikro_orm_migrations'",
    );
    const applied = table.rowCount
      ? (await client.query<{ name: string }>('select name from mikro_orm_migrations order by name')).rows.map(
          (row) => row.name,
        )
      : [];
    const known = await migrationNames();
    return {
      applied,
      pending: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
    };
  } finally {
    await client.end();
  }
}

/** What to say of a database that a newer program has migrated. */
export const newerDatabase = (unknown: readonly string[]): Error =>
  new Error(
    `The database is newer than this program: it has ${unknown.join(', ')}, which this program does not know. Run the newer program, or restore a backup of before.`,
  );

/** Names of this program's migrations, rising. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(MIGRATIONS);
  return files
    .filter((file) => /^Migration.*\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => basename(file, extname(file)))
    .sort();
}
