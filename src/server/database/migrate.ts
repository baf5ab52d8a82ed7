import pg from 'pg';
import { OWNER_ROLE } from '../../entities/fence.js';
import { openMigrations } from './open-migrations.js';
import { newerDatabase, schemaState } from './schema-state.js';

/** Any number that no other program uses: two migrating programs wait for each other on it. */
const MIGRATION_LOCK = 4_712_883_001;

/**
 * Brings the schema up to date as the owner role; of several programs that do it at once, one does.
 * @returns names of the migrations that ran here
 * @throws Error when the database is newer than this program
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return asOnlyMigrator(ownerUrl, async () => {
    const { pending, unknown } = await schemaState(asOwner(ownerUrl));
    if (unknown.length > 0) throw newerDatabase(unknown);
    if (pending.length === 0) return [];
    const orm = await openMigrations(ownerUrl);
    try {
      const done = await orm.migrator.up();
      return done.map((migration) => migration.name);
    } finally {
      await orm.close(true);
    }
  });
}

/** Applies exactly these migrations to an empty database, as the owner role. */
export async function migrateTo(ownerUrl: string, names: readonly string[]): Promise<void> {
  await asOnlyMigrator(ownerUrl, async () => {
    const orm = await openMigrations(ownerUrl);
    try {
      await orm.migrator.up({ migrations: [...names] });
    } finally {
      await orm.close(true);
    }
  });
}

/**
 * Takes the last migration back, with all that its tables hold.
 * @returns its name, or null when none is left
 * @throws Error when a newer program made it
 */
export async function migrateDown(ownerUrl: string): Promise<string | null> {
  return asOnlyMigrator(ownerUrl, async () => {
    const { applied, unknown } = await schemaState(asOwner(ownerUrl));
    if (unknown.length > 0) throw newerDatabase(unknown);
    if (applied.length === 0) return null;
    const orm = await openMigrations(ownerUrl);
    try {
      const [undone] = await orm.migrator.down();
      return undone?.name ?? null;
    } finally {
      await orm.close(true);
    }
  });
}

/** Does the work while no other program migrates this database or prepares its roles. */
export async function asOnlyMigrator<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

/** The same address, acting as the owner role: every table belongs to it, whoever migrates. */
function asOwner(url: string): string {
  const owner = new URL(url);
  owner.searchParams.set('options', `-c role=${OWNER_ROLE}`);
  return owner.toString();
}
