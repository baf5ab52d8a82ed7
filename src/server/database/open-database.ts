import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { attachEmbeddedPostgres } from '../embedded/attach-embedded-postgres.js';
import { DataDirectoryInUseError } from '../embedded/data-directory-lock.js';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { hasCode } from '../embedded/has-code.js';
import { loadOrCreateSecrets } from '../embedded/secrets.js';
import type { Environment } from '../env.js';
import { EMBEDDED_DATABASE, embeddedUrls } from './embedded-urls.js';
import { migrate } from './migrate.js';
import { createDatabase, createRoles } from './roles.js';
import { newerDatabase, schemaState } from './schema-state.js';

/** The database that the program runs on. */
export interface Database {
  readonly apiUrl: string;
  /** For migrations; null on a server of one's own without DATABASE_OWNER_URL. */
  readonly ownerUrl: string | null;
  readonly secret: string;
  /** OWN: a server of one's own. EMBEDDED: this program's. ATTACHED: the embedded one of another running program. */
  readonly mode: 'OWN' | 'EMBEDDED' | 'ATTACHED';
  /** Resolves, with why, when the embedded server has ended and could not be started again; else never. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

interface OpenDatabaseOptions {
  /** Use the embedded server of another program on the same data directory, instead of refusing to start beside it. */
  readonly attach?: boolean;
}

const NEVER = new Promise<never>(() => undefined);
/** How long a program that is just starting may need to bring its schema up to date. */
const MIGRATING_LIMIT_MS = 60_000;
const OTHERS_LIMIT_MS = 30_000;
/** The advisory lock that who uses the embedded server of another program shares, and who stops its own alone holds. */
const IN_USE = 0x67_6a_75_73;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Opens the embedded database, migrated, or a server of one's own, which must be.
 * @throws Error naming the command when a server of one's own lacks migrations, or saying that it is newer than this program
 * @throws DataDirectoryInUseError when another program runs the embedded database and `attach` is not set
 */
export async function openDatabase(
  environment: Environment,
  log: Logger,
  { attach = false }: OpenDatabaseOptions = {},
): Promise<Database> {
  const { databaseUrl } = environment;
  if (databaseUrl !== null) return openOwn(environment, databaseUrl);
  if (!attach) return openEmbedded(environment, log);
  for (;;) {
    const attached = await openAttached(environment);
    if (attached) return attached;
    try {
      const own = await openEmbedded(environment, log);
      // Another command may have attached to this one's server meanwhile.
      const close = async (): Promise<void> => {
        const closed = await closedToOthers(own.ownerUrl);
        await own.close();
        await closed.end();
      };
      return { ...own, close };
    } catch (error) {
      // Another program was quicker: use its server.
      if (!(error instanceof DataDirectoryInUseError)) throw error;
    }
  }
}

async function openOwn({ databaseOwnerUrl, secret }: Environment, apiUrl: string): Promise<Database> {
  const { pending, unknown } = await schemaState(apiUrl);
  if (unknown.length > 0) throw newerDatabase(unknown);
  if (pending.length > 0)
    throw new Error(
      `The database lacks ${pending.length} migration(s). Run: DATABASE_OWNER_URL=postgres://… npm run migrate`,
    );
  return {
    apiUrl,
    ownerUrl: databaseOwnerUrl,
    secret: secret ?? '',
    mode: 'OWN',
    lost: NEVER,
    close: () => Promise.resolve(),
  };
}

async function openEmbedded(environment: Environment, log: Logger): Promise<Database & { readonly ownerUrl: string }> {
  const dataDir = resolve(environment.dataDir);
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => log.info(message) });
  try {
    const secrets = await loadOrCreateSecrets(dataDir);
    const admin = new pg.Client({ connectionString: server.superuserUrl });
    await admin.connect();
    try {
      await createRoles(admin, { owner: secrets.ownerPassword, api: secrets.apiPassword });
      await createDatabase(admin, EMBEDDED_DATABASE);
    } finally {
      await admin.end();
    }
    const urls = embeddedUrls(server.port, secrets);
    const done = await migrate(urls.ownerUrl);
    if (done.length > 0) log.info({ migrations: done }, 'Migrated');
    const secret = environment.secret ?? secrets.guanjiaSecret;
    const { apiUrl, ownerUrl } = urls;
    return { apiUrl, ownerUrl, secret, mode: 'EMBEDDED', lost: server.lost, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openAttached(environment: Environment): Promise<Database | null> {
  const deadline = performance.now() + MIGRATING_LIMIT_MS;
  for (;;) {
    const server = await attachEmbeddedPostgres(environment.dataDir);
    if (!server) return null;
    const urls = embeddedUrls(server.port, server.secrets);
    const stay = await stayOn(urls.apiUrl).catch(refusedUnlessStarting);
    const state = stay && (await schemaState(urls.apiUrl).catch(refusedUnlessStarting));
    if (stay && state?.pending.length === 0 && state.unknown.length === 0) {
      const secret = environment.secret ?? server.secrets.guanjiaSecret;
      const { apiUrl, ownerUrl } = urls;
      return { apiUrl, ownerUrl, secret, mode: 'ATTACHED', lost: NEVER, close: () => stay.end() };
    }
    await stay?.end();
    if (state && state.unknown.length > 0) throw newerDatabase(state.unknown);
    if (performance.now() > deadline)
      throw new Error(
        `Process ${server.holderPid} runs this database with an older schema: stop it and start it again.`,
      );
    await delay(100);
  }
}

/**
 * One connection that shows the server's program that somebody is there.
 * @returns null when that program is about to stop its server
 */
async function stayOn(url: string): Promise<pg.Client | null> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ open: boolean }>('select pg_try_advisory_lock_shared($1) as open', [IN_USE]);
    if (rows[0]?.open) return client;
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'guanjia attached' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function refusedUnlessStarting(error: unknown): null {
  const cut = error instanceof Error && error.message === 'Connection terminated unexpectedly';
  if (!cut && !hasCode(error, ...NOT_READY)) throw error;
  return null;
}

/**
 * Waits until no other program works on the server, as long as any transaction of the product may last, and lets none
 * come any more while the connection that it gives lasts.
 */
async function closedToOthers(ownerUrl: string): Promise<pg.Client> {
  const client = await connected(ownerUrl);
  await client.query(`set lock_timeout = ${OTHERS_LIMIT_MS}`);
  await client.query('select pg_advisory_lock($1)', [IN_USE]).catch((error: unknown) => {
    if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error;
  });
  return client;
}

/** What a server answers before its program has made roles, database and tables, and while it stops. */
const NOT_READY = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '28P01', '28000', '3D000', '42501', '42P01'];
