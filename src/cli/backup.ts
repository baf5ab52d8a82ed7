import { resolve } from 'node:path';
import { Command } from 'commander';
import { writeBackup } from '../server/backup/write-backup.js';
import { embeddedUrls } from '../server/database/embedded-urls.js';
import { loadOrCreateSecrets } from '../server/embedded/secrets.js';
import { openFileStore } from '../server/files/open-file-store.js';
import { printResult, type Terminal } from './terminal.js';
import { withDatabase } from './with-house.js';

interface Options {
  readonly out: string;
  readonly json?: boolean;
}

/** `guanjia backup`: all rows of the embedded database and its attachments in one file. */
export function backupCommand(terminal: Terminal): Command {
  return new Command('backup')
    .description(
      'Writes all that the embedded database holds, and the attachments, into one file, also while the program runs.',
    )
    .requiredOption('--out <file>', 'the file to write; it must not exist')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
The file holds names and telephone numbers: guard it. It does not hold GUANJIA_SECRET or secrets.json, without which the
signing keys in it do not open: keep those apart. A server of your own, and a bucket that attachments lie in, are backed up by their own means (docs/operations.md).

Example:
  $ guanjia backup --out backup-2026-03-02.tar.gz`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, { out, json }: Options): Promise<void> {
  await withDatabase(terminal, async (database, environment) => {
    if (database.mode === 'OWN')
      throw new Error('DATABASE_URL names a server of your own: back it up by its own means, such as pg_dump.');
    const port = Number(new URL(database.apiUrl).port);
    const { superuserUrl } = embeddedUrls(port, await loadOrCreateSecrets(environment.dataDir));
    const file = resolve(out);
    const store = environment.filesS3 === null ? await openFileStore(environment) : null;
    const { takenAt, tables, files } = await writeBackup({
      superuserUrl,
      secret: database.secret,
      files: store,
      file,
      now: new Date(),
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    printResult(
      terminal,
      json,
      {
        file,
        takenAt,
        rows,
        tables: tables.map((table) => ({ name: table.name, rows: table.rows })),
        files: files ? { count: files.count, bytes: files.bytes } : null,
      },
      `Wrote ${rows} rows of ${tables.length} tables and ${files ? `${files.count} files` : 'no files, which lie in a bucket,'} to ${file}. Keep secrets.json or GUANJIA_SECRET too, apart from it.`,
    );
  });
}
