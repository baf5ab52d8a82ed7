import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { issueAccessToken } from '../../src/tenancy/identity/access-token.js';
import { SigningKeys } from '../../src/tenancy/identity/signing-keys.js';
import { fastestFolder } from './fastest-folder.js';
import { startProgramProcess, type RunningProgram } from './running-program.js';
import { tellStory, type Story, type StoryPerson } from './story.js';
import type { TestDatabase } from './test-database.js';

/** The built program on an embedded database of its own. */
export interface EmbeddedProgram extends RunningProgram {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
}

/** A data directory that PostgreSQL's user can reach. */
export async function makeDataDir(): Promise<string> {
  const directory = await mkdtemp(join(await fastestFolder(), 'guanjia-embedded-'));
  await chmod(directory, 0o711);
  return directory;
}

export const removeDataDir = (directory: string): Promise<void> =>
  rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Starts it; resolves when it listens. */
export async function startEmbeddedProgram(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<EmbeddedProgram> {
  const program = startProgramProcess({ DATA_DIR: dataDir, ...environment });
  const [, url = ''] = await program.says(/listens on (http:\/\/[\d.:]+)/);
  return { ...program, url };
}

/** The process id of the PostgreSQL that runs on a data directory. */
export async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10);
}

/** The addresses of the embedded database, by the role that signs in. */
export async function embeddedUrls(dataDir: string): Promise<{ superuser: string; api: string; secret: string }> {
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
  const port = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const url = (role: string, password: string | undefined): string =>
    `postgres://${role}:${String(password)}@127.0.0.1:${String(port)}/guanjia`;
  return {
    superuser: url('postgres', secrets['superuserPassword']),
    api: url('guanjia_api', secrets['apiPassword']),
    secret: String(secrets['guanjiaSecret']),
  };
}

/** Asks the embedded database as superuser. */
export async function askEmbedded<R extends pg.QueryResultRow>(
  dataDir: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const superuser = new pg.Client({ connectionString: (await embeddedUrls(dataDir)).superuser });
  await superuser.connect();
  try {
    return (await superuser.query<R>(text, [...values])).rows;
  } finally {
    await superuser.end();
  }
}

/** Tells the story in the embedded database. */
export async function tellEmbeddedStory(dataDir: string): Promise<Story> {
  const superuser = new pg.Client({ connectionString: (await embeddedUrls(dataDir)).superuser });
  await superuser.connect();
  try {
    return await tellStory({ superuser } as unknown as TestDatabase);
  } finally {
    await superuser.end();
  }
}

/** An access token for somebody of the story, signed with the keys of the embedded database. */
export async function embeddedToken(dataDir: string, person: StoryPerson): Promise<string> {
  const { api, secret } = await embeddedUrls(dataDir);
  const pool = new pg.Pool({ connectionString: api });
  try {
    const keys = new SigningKeys(pool, secret);
    const bearer = { companyId: person.companyId, accountId: person.accountId, familyId: null };
    return (await issueAccessToken(keys, bearer)).token;
  } finally {
    await pool.end();
  }
}
