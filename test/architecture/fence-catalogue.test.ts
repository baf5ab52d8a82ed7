import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { API_ROLE, OWNER_ROLE, WATCH_ROLE } from '../../src/entities/fence.js';
import { openOrm } from '../../src/server/database/orm.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

/** Tables without a company, each with the reason why it may stand outside the fence. */
const OUTSIDE_THE_FENCE: Readonly<Record<string, string>> = {
  cluster_identity: 'one row about the server itself; readable by the owner role only',
  company_directory: 'finds the tenant of a login by code before anybody is known; holds codes and ids, no names',
  issuer_directory:
    'finds the tenant of an external token by issuer and audience before anybody is known; holds no names',
  mikro_orm_migrations: 'names of migrations',
  security_log: 'failed sign-ins may name no company; the program may only append',
  sign_in_throttle: 'counts by keyed hash before anybody is known',
  'pgboss.*':
    'queues of pg-boss: a job is the id of a company and of one of its rows, which a check of the table proves',
  signing_key: 'keys of the whole deployment; private halves are sealed',
};

/** `pgboss.*` for the tables of another schema. */
const schemaOf = (table: string): string => table.replace(/\..*$/, '.*');
const outside = (table: string): boolean => table in OUTSIDE_THE_FENCE || schemaOf(table) in OUTSIDE_THE_FENCE;

interface TableRow {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly owner: string;
  readonly columns: string[];
  readonly leading: string[];
}

describe('the live catalogue keeps the fence', () => {
  let database: TestDatabase;
  let tables: TableRow[];

  beforeAll(async () => {
    database = await cloneDatabase();
    const { rows } = await database.superuser.query<TableRow>(`
      select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
             pg_get_userbyid(c.relowner) as owner,
             array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
             array(select (select attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])
                     from pg_index i where i.indrelid = c.oid) as leading
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^(pg_|information_schema$)' and c.relkind in ('r', 'p') order by 1`);
    tables = rows;
  });
  afterAll(() => database.drop());

  const fenced = (): TableRow[] => tables.filter((table) => !outside(table.name));

  test('every table is behind the fence or stands in the allow-list with a reason', () => {
    expect(tables.length).toBeGreaterThan(15);
    for (const table of fenced())
      expect({ table: table.name, company: table.columns.includes('company_id') || table.name === 'company' }).toEqual({
        table: table.name,
        company: true,
      });
    for (const name of Object.keys(OUTSIDE_THE_FENCE))
      expect(tables.map((table) => (table.name in OUTSIDE_THE_FENCE ? table.name : schemaOf(table.name)))).toContain(
        name,
      );
  });

  test('row-level security is enabled and forced, and the owner is not the program', () => {
    for (const table of fenced())
      expect(table).toMatchObject({ name: table.name, enabled: true, forced: true, owner: OWNER_ROLE });
  });

  test('every tenant table has an index that leads with the company', () => {
    for (const table of fenced())
      expect({ table: table.name, leading: table.leading }).toEqual({
        table: table.name,
        leading: expect.arrayContaining([table.name === 'company' ? 'id' : 'company_id']) as unknown,
      });
  });

  test('every unique key of a tenant table leads with the company, so that it tells nothing of another', () => {
    const unique = database.superuser.query<{ table: string; index: string; leading: string }>(`
      select c.relname as table, ic.relname as index, a.attname::text as leading
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisunique and n.nspname = 'public'`);
    return unique.then(({ rows }) => {
      const wrong = rows.filter(
        (row) => !(row.table in OUTSIDE_THE_FENCE) && row.leading !== (row.table === 'company' ? 'id' : 'company_id'),
      );
      expect(wrong).toEqual([]);
    });
  });

  test('every foreign key between tenant tables carries the company', async () => {
    const { rows } = await database.superuser.query<{
      table: string;
      name: string;
      columns: string[];
      target: string;
    }>(`
      select c.relname as table, k.conname as name, t.relname as target,
             array(select attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace`);
    expect(rows.length).toBeGreaterThan(15);
    for (const key of rows.filter((row) => row.table !== 'company_directory'))
      expect({ key: key.name, columns: key.columns }).toEqual({
        key: key.name,
        columns: expect.arrayContaining(['company_id']) as unknown,
      });
  });

  test('policies name their roles, check what is written, and never say true to the program', async () => {
    const { rows } = await database.superuser.query<{
      tablename: string;
      policyname: string;
      roles: string[];
      cmd: string;
      qual: string | null;
      with_check: string | null;
    }>(
      `select tablename, policyname, roles::text[] as roles, cmd, qual, with_check from pg_policies where schemaname = 'public'`,
    );
    for (const table of fenced()) {
      const own = rows.filter((row) => row.tablename === table.name);
      expect(own.map((row) => row.policyname)).toEqual(
        expect.arrayContaining([`${table.name}_api`, `${table.name}_owner`]),
      );
    }
    for (const row of rows) {
      expect([[API_ROLE], [OWNER_ROLE], [WATCH_ROLE]]).toContainEqual(row.roles);
      if (row.roles[0] !== API_ROLE) continue;
      if (row.cmd !== 'INSERT') expect(row.qual ?? '').toMatch(/app\.company/);
      if (row.cmd !== 'SELECT') expect(row.with_check ?? '').toMatch(/app\.company/);
    }
  });

  test('the program cannot alter or remove events, and reads no security log', async () => {
    const { rows } = await database.superuser.query<{ table_name: string; privilege_type: string }>(
      `select table_name, privilege_type from information_schema.role_table_grants where grantee = $1`,
      [API_ROLE],
    );
    const of = (table: string): string[] =>
      rows
        .filter((row) => row.table_name === table)
        .map((row) => row.privilege_type)
        .sort();
    expect(of('event')).toEqual(['INSERT', 'SELECT']);
    expect(of('security_log')).toEqual(['INSERT']);
    expect(rows.filter((row) => ['TRUNCATE', 'REFERENCES', 'TRIGGER'].includes(row.privilege_type))).toEqual([]);
  });

  test('a job names a company and a row, and nothing else fits into a queue', async () => {
    const { superuser } = database;
    await superuser.query(`select pgboss.create_queue('of-a-test', '{"policy": "standard"}')`);
    const file = (data: unknown): Promise<unknown> =>
      superuser.query(`insert into pgboss.job (name, data) values ('of-a-test', $1)`, [JSON.stringify(data)]);
    const ids = { companyId: randomUUID(), rowId: randomUUID() };
    await file(ids);
    for (const wrong of [
      {},
      { ...ids, name: '张三' },
      { ...ids, rowId: '13800001111' },
      { companyId: ids.companyId },
      [ids],
    ])
      await expect(file(wrong)).rejects.toThrow(/job_names_a_row|invalid input syntax for type uuid/);
  });

  test('the watching role sees numbers of heads, instants of timers, and nothing else', async () => {
    const { rows } = await database.superuser.query<{
      table_name: string;
      column_name: string;
      privilege_type: string;
    }>(
      `select table_name, column_name, privilege_type from information_schema.column_privileges where grantee = $1 order by 2, 1`,
      [WATCH_ROLE],
    );
    expect(rows).toEqual(
      ['company_head.company_id', 'timer.company_id', 'timer.due_at', 'company_head.epoch', 'company_head.seq'].map(
        (column) => ({
          table_name: column.split('.')[0],
          column_name: column.split('.')[1],
          privilege_type: 'SELECT',
        }),
      ),
    );
  });

  test('the migrations make exactly what the entities say', async () => {
    const twin = await cloneDatabase();
    try {
      await twin.superuser.query('drop schema public cascade; create schema public authorization guanjia_owner');
      for (const text of await functionsOfIndexes(database)) await twin.superuser.query(text);
      const orm = await openOrm(twin.ownerUrl, { poolSize: 1 });
      try {
        await orm.schema.create();
      } finally {
        await orm.close(true);
      }
      expect(await shapeOf(database)).toEqual(await shapeOf(twin));
    } finally {
      await twin.drop();
    }
  });
});

/** What indexes over expressions are made of: functions stand in migrations alone. */
async function functionsOfIndexes(database: TestDatabase): Promise<string[]> {
  const { rows } = await database.superuser.query<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace and provolatile = 'i'`,
  );
  return rows.map((row) => row.text);
}

/** Columns, checks, indexes and policies of all tables that entities describe, as the server itself prints them. */
async function shapeOf(database: TestDatabase): Promise<unknown> {
  const { rows } = await database.superuser.query<{ line: string }>(`
    select line from (
      select format('%s.%s %s %s', table_name, column_name, udt_name, is_nullable) as line, table_name as t
        from information_schema.columns where table_schema = 'public'
      union all select format('%s %s: %s', tablename, indexname, replace(indexdef, ' USING btree', '')), tablename from pg_indexes where schemaname = 'public'
      union all select format('%s check %s', conrelid::regclass, pg_get_constraintdef(oid)), conrelid::regclass::text from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace
      union all select format('%s policy %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check), tablename from pg_policies where schemaname = 'public'
    ) as shape
     where t not in ('mikro_orm_migrations', 'cluster_identity')
     order by 1`);
  return rows.map((row) => row.line);
}
