import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate, migrateDown } from '../../../src/server/database/migrate.js';
import { openDatabase } from '../../../src/server/database/open-database.js';
import { openMigrations } from '../../../src/server/database/open-migrations.js';
import { MissingPrivilegeError, prepareServer } from '../../../src/server/database/prepare-server.js';
import { migrationNames, schemaState } from '../../../src/server/database/schema-state.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/server/embedded/embedded-postgres.js';
import { readEnvironment } from '../../../src/server/env.js';
import { openHouse } from '../../../src/server/house.js';
import { openLog } from '../../../src/server/log.js';
import { createCompany } from '../../../src/services/company/create-company.js';
import { TEST_SECRET } from '../../support/test-house.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../embedded/temporary-directory.js';

/** A server on which nothing of the product exists yet: roles belong to a whole server, so it must be one of its own. */
describe('a server of one’s own', () => {
  let server: EmbeddedPostgres;
  let all: string[];
  const silent = openLog('silent');
  const at = (database: string, user?: string, password = 'pw'): string => {
    const url = new URL(server.superuserUrl);
    url.pathname = `/${database}`;
    if (user) [url.username, url.password] = [user, password];
    return url.toString();
  };
  const asSuper = async (database: string, ...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: at(database) });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const missingOf = async (promise: Promise<unknown>): Promise<readonly string[]> => {
    const error: unknown = await promise.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof MissingPrivilegeError)) throw new Error(`Not refused for a privilege: ${String(error)}`);
    return error.missing;
  };

  beforeAll(async () => {
    all = await migrationNames();
    server = await startEmbeddedPostgres({
      dataDir: await temporaryDirectory(),
      log: () => undefined,
      settings: { fsync: 'off' },
    });
    await asSuper(
      'postgres',
      `create role weak login password 'pw'`,
      `create role maker login createrole password 'pw'`,
      'create database theirs',
      'create database own owner maker',
    );
  });
  beforeEach(() => asSuper('postgres', 'drop database if exists scratch', 'create database scratch owner maker'));
  afterAll(async () => {
    await server.stop();
    await removeTemporaryDirectories();
  });

  test('without CREATEROLE it names that privilege and the schema, and changes nothing', async () => {
    const missing = await missingOf(prepareServer(at('theirs', 'weak'), null));
    expect(missing).toEqual([
      expect.stringMatching(
        /^CREATEROLE, to create guanjia_owner, guanjia_api, guanjia_watch: alter role "weak" createrole;/,
      ),
      expect.stringContaining('CREATE on schema public'),
      expect.stringContaining('CREATE on the database theirs'),
    ]);
    expect((await schemaState(at('theirs'))).applied).toEqual([]);
  });

  test('with CREATEROLE on somebody else’s database it names CREATE on schema public, and leaves no role behind', async () => {
    const missing = await missingOf(prepareServer(at('theirs', 'maker'), null));
    expect(missing).toEqual([
      'CREATE on schema public: grant usage, create on schema public to guanjia_owner; as the owner of the database theirs or a superuser',
      'CREATE on the database theirs: create schema pgboss authorization guanjia_owner; as the owner of the database theirs or a superuser',
    ]);
    expect(await missingOf(prepareServer(at('theirs', 'weak'), null))).toHaveLength(3);
  });

  test('an owner with CREATEROLE prepares and migrates it, and the program works there as guanjia_api', async () => {
    const apiUrl = at('own', 'guanjia_api', 'p@ss/word');
    const done = await prepareServer(at('own', 'maker'), apiUrl);
    expect(done[0]).toBe('Created the roles guanjia_owner, guanjia_api, guanjia_watch.');
    expect(done).toContain('guanjia_api has the password of DATABASE_URL.');
    await expect(openDatabase(environment(apiUrl), silent)).rejects.toThrow(
      `The database lacks ${all.length} migration(s). Run: DATABASE_OWNER_URL=postgres://… npm run migrate`,
    );
    expect(await migrate(at('own', 'maker'))).toEqual(all);

    const database = await openDatabase(environment(apiUrl), silent);
    const house = await openHouse({ apiUrl: database.apiUrl, secret: TEST_SECRET, onError: () => undefined });
    try {
      const { companyId } = await createCompany(house, { code: 'acme', name: 'Acme', timeZone: 'Asia/Shanghai' });
      expect(companyId).toMatch(/^[0-9a-f-]{36}$/);
      const { rows } = await house.pool.query('select * from company');
      expect(rows).toEqual([]);
      const tables = await house.pool.query<{ owner: string }>(
        `select distinct tableowner as owner from pg_tables where schemaname = 'public'`,
      );
      expect(tables.rows).toEqual([{ owner: 'guanjia_owner' }]);
    } finally {
      await house.close();
    }
  });

  test('a repeat has nothing to do and keeps the password', async () => {
    const other = at('own', 'guanjia_api', 'another');
    expect(await prepareServer(at('own', 'maker'), other)).toEqual([]);
    await expect(schemaState(other)).rejects.toThrow('password authentication failed');
    expect((await schemaState(at('own', 'guanjia_api', 'p@ss/word'))).pending).toEqual([]);
  });

  test('where the roles exist and are not the migrating role’s, membership is what is missing', async () => {
    await asSuper('scratch', 'alter database scratch owner to weak');
    expect(await missingOf(prepareServer(at('scratch', 'weak'), null))).toEqual([
      'membership in guanjia_owner, which must own the tables: grant guanjia_owner to "weak" with inherit true, set true;',
      expect.stringContaining('CREATE on the database scratch'),
    ]);
    await asSuper('scratch', 'grant guanjia_owner to weak');
    await prepareServer(at('scratch', 'weak'), null);
    expect(await migrate(at('scratch', 'weak'))).toEqual(all);
    await asSuper('scratch', 'revoke guanjia_owner from weak');
  });

  test('guanjia_owner itself migrates with nothing but its two schemas', async () => {
    await asSuper(
      'scratch',
      `alter role guanjia_owner password 'pw'`,
      'grant all on schema public to guanjia_owner',
      'create schema pgboss authorization guanjia_owner',
    );
    expect(await prepareServer(at('scratch', 'guanjia_owner'), null)).toEqual([]);
    expect(await migrate(at('scratch', 'guanjia_owner'))).toEqual(all);
  });

  test('a program’s role that could see through the fence is refused', async () => {
    await asSuper('postgres', 'alter role guanjia_api bypassrls');
    try {
      expect(await missingOf(prepareServer(at('own', 'maker'), null))).toEqual([
        expect.stringContaining('guanjia_api must not bypass row-level security'),
      ]);
    } finally {
      await asSuper('postgres', 'alter role guanjia_api nobypassrls');
    }
  });

  test('a database that is not UTF-8 is refused before anything is written', async () => {
    await asSuper('postgres', `create database latin owner maker encoding 'LATIN1' locale 'C' template template0`);
    await expect(prepareServer(at('latin', 'maker'), null)).rejects.toThrow(
      'The database latin is encoded as LATIN1; Guanjia needs UTF8',
    );
  });

  test('migrations go up, down and up again', async () => {
    const owner = at('scratch', 'maker');
    await prepareServer(owner, null);
    expect(await migrate(owner)).toEqual(all);
    const shapeOf = async (): Promise<unknown> => {
      const client = new pg.Client({ connectionString: at('scratch') });
      await client.connect();
      const { rows } = await client.query(
        `select c.relname, c.relkind, c.relforcerowsecurity,
                (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies, c.relacl::text as acl,
                (select string_agg(pg_get_constraintdef(k.oid), '; ' order by k.conname) from pg_constraint k where k.conrelid = c.oid) as constraints
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relname not like 'mikro_orm%' order by c.relname`,
      );
      await client.end();
      return rows;
    };
    const first = await shapeOf();
    expect(first).not.toEqual([]);
    expect(await migrateDown(owner)).toBe(all.at(-1));
    const migrations = await openMigrations(owner);
    for (const name of all.slice(0, -1).toReversed())
      expect(await migrations.migrator.down()).toMatchObject([{ name }]);
    await migrations.close(true);
    expect(await shapeOf()).toEqual([]);
    expect(await migrateDown(owner)).toBeNull();
    expect(await migrate(owner)).toEqual(all);
    expect(await shapeOf()).toEqual(first);
    expect(await migrate(owner)).toEqual([]);
  }, 120_000);

  test('of programs that migrate at once, one does, and the others wait for it', async () => {
    const owner = at('scratch', 'maker');
    const runs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        await prepareServer(owner, null);
        return migrate(owner);
      }),
    );
    expect(runs.map((run) => run.length).sort()).toEqual([0, 0, 0, all.length]);
  });

  test('a database that a newer program has migrated is refused, for starting and for migrating', async () => {
    await asSuper('own', `insert into mikro_orm_migrations (name) values ('Migration29990101000000_future')`);
    const refusal = 'The database is newer than this program: it has Migration29990101000000_future';
    await expect(openDatabase(environment(at('own', 'guanjia_api', 'p@ss/word')), silent)).rejects.toThrow(refusal);
    await expect(migrate(at('own', 'maker'))).rejects.toThrow(refusal);
    await expect(migrateDown(at('own', 'maker'))).rejects.toThrow(refusal);
  });

  const environment = (databaseUrl: string) =>
    readEnvironment({ DATABASE_URL: databaseUrl, GUANJIA_SECRET: TEST_SECRET });
});
