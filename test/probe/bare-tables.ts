import pg from 'pg';
import { settingsStatement } from '../../src/tenancy/read/read-moment.js';
import type { TestDatabase } from '../support/test-database.js';
import type { Intruder } from './intruders.js';
import type { TenantTable } from './tenant-tables.js';

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Tries an intruder on tables directly, as the program's own role and without any filter: reads all, adds copies of
 * strangers' rows, changes and removes strangers' rows. Everything is rolled back.
 * @returns what was possible and should not be
 */
export async function trespasses(
  database: TestDatabase,
  intruder: Intruder,
  tables: readonly TenantTable[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.apiUrl });
  await client.connect();
  try {
    await client.query('begin');
    if (Object.keys(intruder.variables).length > 0) await client.query(settingsStatement(intruder.variables));
    const found: string[] = [];
    for (const table of tables) found.push(...(await tryTable(client, database, intruder, table)));
    await client.query('rollback');
    return found;
  } finally {
    await client.end();
  }
}

async function tryTable(
  client: pg.Client,
  { superuser }: TestDatabase,
  intruder: Intruder,
  table: TenantTable,
): Promise<string[]> {
  const { name, columns, company } = table;
  const within = intruder.companyId === null ? 'false' : `${company} = '${intruder.companyId}'`;
  const strangers = (own: string): string => `not coalesce(${within} and (${own}), false)`;
  const [unread, unwritten] = [strangers(intruder.reads(table)), strangers(intruder.writes(table))];
  const unadded = strangers((intruder.adds ?? intruder.writes)(table));
  const found: string[] = [];
  /** What a statement did: rows, or null when it was refused; any other error has reached a row. */
  const attempt = async (what: string, text: string, values: unknown[] = []): Promise<void> => {
    await client.query('savepoint attempt');
    try {
      const { rowCount, rows } = await client.query<{ n?: number }>(text, values);
      const reached = rows[0]?.n ?? rowCount ?? 0;
      if (reached > 0) found.push(`${intruder.title} ${what} ${reached} row(s) of ${name}`);
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      if (code !== INSUFFICIENT_PRIVILEGE) found.push(`${intruder.title} ${what} ${name}: ${message}`);
    }
    await client.query('rollback to savepoint attempt');
  };
  await attempt('reads', `select count(*)::int as n from ${name} where ${unread}`);
  const list = columns.map((column) => `"${column}"`).join(', ');
  const { rows: copies } = await superuser.query<{ row: unknown }>(
    `select distinct on (near) to_jsonb(t) as row, ${within} as near from ${name} t where ${unadded} order by near`,
  );
  for (const { row } of copies)
    await attempt(
      'adds',
      `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1)`,
      [JSON.stringify(row)],
    );
  await attempt('changes', `update ${name} set ${company} = ${company} where ${unwritten}`);
  await attempt('removes', `delete from ${name} where ${unwritten}`);
  return found;
}
