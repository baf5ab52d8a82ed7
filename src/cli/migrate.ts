import { Command } from 'commander';
import { migrate, migrateDown } from '../server/database/migrate.js';
import { prepareServer } from '../server/database/prepare-server.js';
import { schemaState } from '../server/database/schema-state.js';
import { ConfigurationError, readEnvironment } from '../server/env.js';
import { printResult, type Terminal } from './terminal.js';
import { withDatabase } from './with-house.js';

interface Options {
  readonly down?: boolean;
  readonly status?: boolean;
  readonly json?: boolean;
}

/** `guanjia migrate`: brings roles and schema up to date, takes the last migration back, or tells how they stand. */
export function migrateCommand(terminal: Terminal): Command {
  return new Command('migrate')
    .description(
      'Brings the database up to date: roles and schema on a server of your own, the schema of the embedded one.',
    )
    .option('--down', 'take the last migration back, with all that its tables hold')
    .option('--status', 'only tell which migrations are applied and which are missing')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
On a server of your own DATABASE_OWNER_URL names a superuser, a role with CREATEROLE that owns the database, or
guanjia_owner itself. With DATABASE_URL beside it, guanjia_api gets that address's password when it has none yet.

Examples:
  $ DATABASE_OWNER_URL=postgres://admin:secret@db.example:5432/guanjia guanjia migrate
  $ guanjia migrate --status --json`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, options: Options): Promise<void> {
  const { databaseOwnerUrl, databaseUrl } = readEnvironment(terminal.environment);
  if (databaseUrl === null && databaseOwnerUrl === null) {
    await withDatabase(terminal, async (database) => {
      if (options.down && database.mode === 'ATTACHED')
        throw new Error('The program runs on this database: stop it before taking a migration back.');
      await carryOut(terminal, options, { owner: database.ownerUrl, reader: database.apiUrl, done: [] });
    });
    return;
  }
  if (options.status)
    return carryOut(terminal, options, { owner: null, reader: databaseUrl ?? String(databaseOwnerUrl), done: [] });
  if (databaseOwnerUrl === null)
    throw new ConfigurationError(
      'DATABASE_OWNER_URL must be the address of a role that may migrate; for example: postgres://guanjia_owner:password@127.0.0.1:5432/guanjia',
    );
  const done = options.down ? [] : await prepareServer(databaseOwnerUrl, databaseUrl);
  await carryOut(terminal, options, { owner: databaseOwnerUrl, reader: databaseOwnerUrl, done });
}

interface Target {
  readonly owner: string | null;
  readonly reader: string;
  /** What was prepared before. */
  readonly done: readonly string[];
}

async function carryOut(terminal: Terminal, { down, status, json }: Options, target: Target): Promise<void> {
  if (status || target.owner === null) {
    const state = await schemaState(target.reader);
    const line = (mark: string) => (name: string) => `${mark} ${name}`;
    const lines = [
      ...state.applied.filter((name) => !state.unknown.includes(name)).map(line('applied')),
      ...state.pending.map(line('missing')),
      ...state.unknown.map(line('unknown')),
    ];
    printResult(terminal, json, state, lines.join('\n'));
    return;
  }
  if (down) {
    const undone = await migrateDown(target.owner);
    printResult(
      terminal,
      json,
      { undone },
      undone === null ? 'There is no migration to take back.' : `Took back ${undone}.`,
    );
    return;
  }
  const migrations = await migrate(target.owner);
  const lines = [...target.done, ...migrations.map((name) => `Applied ${name}.`)];
  printResult(
    terminal,
    json,
    { prepared: target.done, applied: migrations },
    [...lines, 'The database is up to date.'].join('\n'),
  );
}
