import type { Logger } from 'pino';
import { openDatabase, type Database } from '../server/database/open-database.js';
import { readEnvironment, type Environment } from '../server/env.js';
import { openFileStore } from '../server/files/open-file-store.js';
import { openHouse, type HouseOptions, type OpenHouse } from '../server/house.js';
import { openLog } from '../server/log.js';
import type { Terminal } from './terminal.js';

/** What a command works with. */
export interface Opened {
  readonly environment: Environment;
  readonly database: Database;
  readonly house: OpenHouse;
}

/** Connections of one command. */
const POOL_SIZE = 4;

/**
 * Opens the database as the program does, also the embedded one of a program that runs, for the length of a command.
 * @throws ConfigurationError when the environment is wrong
 */
export async function withHouse<T>(
  terminal: Terminal,
  work: (opened: Opened) => Promise<T>,
  options: Pick<HouseOptions, 'patience'> = {},
): Promise<T> {
  return withDatabase(terminal, async (database, environment, log) => {
    const house = await openHouse({
      apiUrl: database.apiUrl,
      secret: database.secret,
      files: await openFileStore(environment),
      poolSize: POOL_SIZE,
      ...options,
      onError: (error) => log.error({ err: error }, 'A background task failed'),
    });
    try {
      return await work({ environment, database, house });
    } finally {
      await house.close();
    }
  });
}

/** Opens only the database, for commands about the schema. */
export async function withDatabase<T>(
  terminal: Terminal,
  work: (database: Database, environment: Environment, log: Logger) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment(terminal.environment);
  const log = logOf(terminal, environment);
  const database = await openDatabase(environment, log, { attach: true });
  try {
    return await work(database, environment, log);
  } finally {
    await database.close();
  }
}

/** What the program tells of its start is of no interest to who runs one command; what goes wrong goes to `err`. */
function logOf(terminal: Terminal, { logLevel }: Environment): Logger {
  return openLog(logLevel === 'info' ? 'warn' : logLevel, { write: (line) => terminal.err(line) });
}
