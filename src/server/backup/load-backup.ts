import pg from 'pg';
import { BackupError } from './backup-error.js';
import { copyIn } from './copy.js';
import { tableOf, type BackedUpTable, type Manifest } from './manifest.js';
import { entriesOf } from './read-backup.js';
import { copied, tablesOf } from './tables.js';

/**
 * Epochs rise by the clock: of two restores of one backup the later has the higher, so that no cursor of what either
 * has lost is good again. Seconds since 2026, which fit an int until 2094.
 */
const RAISE_EPOCHS = `update company_head set epoch = greatest(epoch + 1, extract(epoch from now())::bigint - 1767225600)`;

/**
 * Fills a fresh database, migrated to exactly the backup's migrations, with a verified backup, in one transaction.
 * Triggers and foreign keys rest: the rows come from one snapshot in which they held.
 * @throws BackupError when the tables are not those of the backup
 */
export async function loadBackup(superuserUrl: string, file: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'guanjia restore' });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set timezone = 'UTC'; set datestyle = 'ISO'`);
    await client.query('begin');
    await assertSameTables(client, manifest.tables);
    const names = manifest.tables.map(({ name }) => pg.escapeIdentifier(name));
    await client.query(`truncate ${names.join(', ')}`);
    const tables = new Map(manifest.tables.map((table) => [table.name, { table, rows: 0 }]));
    for await (const { name, body } of entriesOf(file)) {
      const known = tables.get(tableOf(name) ?? '');
      if (known) known.rows += await copyIn(client, `copy ${copied(known.table)} from stdin`, body);
    }
    for (const { table, rows } of tables.values())
      if (rows !== table.rows) throw new BackupError(`${table.name} took ${rows} rows instead of ${table.rows}.`);
    await client.query(RAISE_EPOCHS);
    // The program notes the new cluster by itself; the one that the rows came from is of no interest any more.
    await client.query('delete from cluster_identity');
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function assertSameTables(client: pg.Client, expected: readonly BackedUpTable[]): Promise<void> {
  const print = (tables: readonly { name: string; columns: readonly string[] }[]): string[] =>
    tables.map(({ name, columns }) => `${name} (${columns.join(', ')})`);
  const [here, there] = [print(await tablesOf(client)), print(expected)];
  const odd = [...here.filter((table) => !there.includes(table)), ...there.filter((table) => !here.includes(table))];
  if (odd.length > 0) throw new BackupError(`The tables are not those of the backup: ${odd.join('; ')}`);
}
