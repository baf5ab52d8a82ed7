import type { Story } from '../support/story.js';
import type { TestDatabase } from '../support/test-database.js';
import { tenantTables } from './tenant-tables.js';

/** A value of a column's type that says nothing. */
const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  bool: 'false',
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1',
  date: `'2026-01-05'`,
  timestamptz: 'now()',
  jsonb: `'{}'`,
  bytea: `''`,
};

/** A text that says whose row it stands in: a table without an estate is the whole company's. */
const textOf = (columns: readonly string[]): string =>
  `'KANARI.harbour.${columns.includes('estate_id') ? 'E01' : '-'}.planted.'`;

/** A check that a column holds one of some words: the column and the first word. */
const FIRST_OF_LIST = /\(?"?(\w+)"?\)?(?:::text)? = ANY \(+ARRAY\['([^']+)'/;
/** The same where there is one word only. */
const ONLY_ONE = /^CHECK \(+"?(\w+)"? = '([^']+)'::text\)+$/;

/**
 * Gives every tenant table that the story left empty a row of harbour's first estate, past its checks and foreign keys:
 * in an empty table nothing could leak.
 */
export async function plantRows(database: TestDatabase, { harbour }: Story): Promise<void> {
  const { superuser } = database;
  await superuser.query('set session_replication_role = replica');
  for (const { name, columns, company } of await tenantTables(database)) {
    const own = columns.includes('estate_id') ? `and estate_id = '${harbour.e01.id}'` : '';
    const { rowCount } = await superuser.query(`select 1 from ${name} where ${company} = $1 ${own} limit 1`, [
      harbour.id,
    ]);
    if (rowCount) continue;
    const { rows: checks } = await superuser.query<{ name: string; text: string }>(
      `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [name],
    );
    for (const check of checks) await superuser.query(`alter table ${name} drop constraint "${check.name}"`);
    const { rows: types } = await superuser.query<{ column: string; type: string }>(
      `select attname::text as column, typname::text as type from pg_attribute a join pg_type t on t.oid = a.atttypid
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [name],
    );
    const value = ({ column, type }: (typeof types)[number]): string => {
      if (column === company) return `'${harbour.id}'`;
      if (column === 'estate_id') return `'${harbour.e01.id}'`;
      const listed = checks
        .map(({ text }) => FIRST_OF_LIST.exec(text) ?? ONLY_ONE.exec(text))
        .find((found) => found?.[1] === column);
      if (listed) return `'${String(listed[2])}'`;
      if (type === 'text' || type === 'varchar') return textOf(columns);
      return VALUES[type] ?? (type.startsWith('_') ? `'{}'` : 'null');
    };
    await superuser.query(
      `insert into ${name} (${types.map(({ column }) => `"${column}"`).join(', ')}) values (${types.map(value).join(', ')})`,
    );
  }
  await superuser.query('reset session_replication_role');
}
