import { resolve } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { loadOrCreateSecrets } from '../embedded/secrets.js';
import type { Environment } from '../env.js';
import { migrate, pendingMigrations } from './migrate.js';
import { createDatabase, createRoles } from './roles.js';

/** The database that the program runs on. */
export interface Database {
  readonly apiUrl: string;
  /** For migrations; null on a server of one's own without DATABASE_OWNER_URL. */
  readonly ownerUrl: string | null;
  readonly secret: string;
  readonly embedded: boolean;
  close(): Promise<void>;
}

const NAME = 'guanjia';

/**
 * Opens the embedded database, migrated, or a server of one's own, which must be.
 * @throws Error naming the command when a server of one's own lacks migrations
 */
export async function openDatabase(environment: Environment, log: Logger): Promise<Database> {
  const { databaseUrl, databaseOwnerUrl, secret } = environment;
  if (databaseUrl === null) return openEmbedded(environment, log);
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0)
    throw new Error(
      `The database lacks ${pending.length} migration(s). Run: DATABASE_OWNER_URL=postgres://… npm run migrate`,
    );
  return {
    apiUrl: databaseUrl,
    ownerUrl: databaseOwnerUrl,
    secret: secret ?? '',
    embedded: false,
    close: () => Promise.resolve(),
  };
}

async function openEmbedded(environment: Environment, log: Logger): Promise<Database> {
  const dataDir = resolve(environment.dataDir);
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => log.info(message) });
  try {
    const secrets = await loadOrCreateSecrets(dataDir);
    const admin = new pg.Client({ connectionString: server.superuserUrl });
    await admin.connect();
    try {
      await createRoles(admin, { owner: secrets.ownerPassword, api: secrets.apiPassword });
      await createDatabase(admin, NAME);
    } finally {
      await admin.end();
    }
    const url = (role: string, password: string): string =>
      `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${NAME}`;
    const ownerUrl = url('guanjia_owner', secrets.ownerPassword);
    const done = await migrate(ownerUrl);
    if (done.length > 0) log.info({ migrations: done }, 'Migrated');
    return {
      apiUrl: url('guanjia_api', secrets.apiPassword),
      ownerUrl,
      secret: environment.secret ?? secrets.guanjiaSecret,
      embedded: true,
      close: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
