import { readdir } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import pg from 'pg';
import { OWNER_ROLE } from '../../entities/fence.js';
import { MIGRATIONS, openOrm } from './orm.js';

/** Any number that no other program uses: two migrating programs wait for each other on it. */
const MIGRATION_LOCK = 4_712_883_001;

/** Brings the schema up to date as the owner role, one program at a time. @returns names of the migrations that ran */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return asOnlyMigrator(ownerUrl, async () => {
    const orm = await openOrm(asOwner(ownerUrl), 2);
    try {
      const done = await orm.migrator.up();
      return done.map((migration) => migration.name);
    } finally {
      await orm.close(true);
    }
  });
}

/** Takes the last migration back. @returns its name, or null when none is left */
export async function migrateDown(ownerUrl: string): Promise<string | null> {
  return asOnlyMigrator(ownerUrl, async () => {
    const orm = await openOrm(asOwner(ownerUrl), 2);
    try {
      const [undone] = await orm.migrator.down();
      return undone?.name ?? null;
    } finally {
      await orm.close(true);
    }
  });
}

/** Names of the migrations of this program that the database lacks, as the program's own role sees it. */
export async function pendingMigrations(apiUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: apiUrl });
  await client.connect();
  try {
    const table = await client.query("select 1 from pg_tables where tablename = 'mikro_orm_migrations'");
    const known = table.rowCount
      ? (await client.query<{ name: string }>('select name from mikro_orm_migrations')).rows.map((row) => row.name)
      : [];
    return (await migrationNames()).filter((name) => !known.includes(name));
  } finally {
    await client.end();
  }
}

async function migrationNames(): Promise<string[]> {
  const files = await readdir(MIGRATIONS);
  return files
    .filter((file) => /^Migration.*\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => basename(file, extname(file)))
    .sort();
}

async function asOnlyMigrator<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

/** The same connection, acting as the owner role, so that every table belongs to it whoever migrates. */
function asOwner(url: string): string {
  const owner = new URL(url);
  if (decodeURIComponent(owner.username) !== OWNER_ROLE) owner.searchParams.set('options', `-c role=${OWNER_ROLE}`);
  return owner.toString();
}
