import { resolve } from 'node:path';
import { Command } from 'commander';
import { restoreBackup } from '../server/backup/restore-backup.js';
import { ConfigurationError, readEnvironment } from '../server/env.js';
import { printResult, type Terminal } from './terminal.js';

interface Options {
  readonly from: string;
  readonly force?: boolean;
  readonly otherSecret?: boolean;
  readonly json?: boolean;
}

/** `guanjia restore`: an embedded database and its attachments from a backup. */
export function restoreCommand(terminal: Terminal): Command {
  return new Command('restore')
    .description('Makes the embedded database anew from a backup. The program must not run.')
    .requiredOption('--from <file>', 'the backup')
    .option('--force', 'move a database that is there aside instead of refusing')
    .option('--other-secret', 'restore although the signing keys were sealed with another secret')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
The backup is checked from end to end before anything is made; what interrupts a restore leaves the database as it was.
Clients that follow events are told RESYNC_REQUIRED and query afresh.

Example:
  $ guanjia restore --from backup-2026-03-02.tar.gz --force`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, { from, force, otherSecret, json }: Options): Promise<void> {
  const { databaseUrl, dataDir, secret, filesS3 } = readEnvironment(terminal.environment);
  if (databaseUrl !== null)
    throw new ConfigurationError(
      'DATABASE_URL must not be set: only the embedded database is restored by this command; for example: DATA_DIR=data guanjia restore --from backup.tar.gz',
    );
  // Ends the new server too, which a signal alone would leave running.
  const interrupted = (): never => process.exit(130);
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const { manifest, aside } = await restoreBackup({
    file: resolve(from),
    dataDir,
    secret,
    filesS3,
    force: force ?? false,
    otherSecret: otherSecret ?? false,
    log: () => undefined,
    now: new Date(),
  }).finally(() => process.off('SIGINT', interrupted).off('SIGTERM', interrupted));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.files ? ` and ${manifest.files.count} files` : '';
  const kept = aside === null ? '' : ` The database of before lies in ${aside}.`;
  printResult(
    terminal,
    json,
    { takenAt: manifest.takenAt, rows, files: manifest.files?.count ?? null, aside },
    `Restored ${rows} rows${files} as of ${manifest.takenAt}.${kept}`,
  );
}
