import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line.js';
import { openDatabase } from '../../src/server/database/open-database.js';
import { readEnvironment } from '../../src/server/env.js';
import { openLog } from '../../src/server/log.js';
import { verifyAccessToken } from '../../src/tenancy/identity/access-token.js';
import { findCredentials } from '../../src/tenancy/identity/credentials.js';
import { verifyPassword } from '../../src/tenancy/identity/password.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../support/test-house.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../server/embedded/temporary-directory.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function guanjia(environment: Record<string, string>, words: string[], input = ''): Promise<Outcome> {
  const said = { out: '', err: '' };
  const code = await runCommandLine(words, {
    input: Readable.from([input]),
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    environment,
  });
  return { code, ...said };
}

describe('guanjia on a server of one’s own', () => {
  let house: TestHouse;
  let environment: Record<string, string>;
  const run = (words: string, input?: string): Promise<Outcome> => guanjia(environment, words.split(' '), input);

  beforeAll(async () => {
    house = await openTestHouse();
    environment = { DATABASE_URL: house.database.apiUrl, GUANJIA_SECRET: TEST_SECRET };
    await run('company create --code acme --name Acme --time-zone Asia/Shanghai');
  });
  afterAll(() => house.close());

  test('a company and its first administrator are made from nothing, and a token of theirs is good', async () => {
    const company = await run('company create --code beech --name Beech --time-zone Asia/Hong_Kong --json');
    expect(company).toMatchObject({ code: 0, err: '' });
    const { companyId } = JSON.parse(company.out) as { companyId: string };
    const staff = await run('staff create --company beech --login boss --name Wang --role COMPANY_ADMIN --json');
    expect(staff).toMatchObject({ code: 0, err: '' });
    const { password, login } = JSON.parse(staff.out) as { password: string; login: string };
    expect(login).toBe('boss@beech');
    const known = await findCredentials(house.pool, { name: 'boss', companyCode: 'beech' });
    expect(await verifyPassword(password, String(known?.account?.passwordHash))).toBe(true);

    const issued = await run('token issue boss@beech --minutes 5');
    const bearer = await verifyAccessToken(house.keys, issued.out.trim());
    expect(bearer.companyId).toBe(companyId);
    const principal = await house.principals.find(bearer);
    expect(principal?.actions.get('role.assign')).toBe('ALL');
    const { rows } = await house.database.superuser.query<{ type: string }>(
      'select type from event where company_id = $1 order by seq',
      [companyId],
    );
    expect(rows.map((row) => row.type)).toEqual([
      'company.CREATED',
      'identity.STAFF_ACCOUNT_CREATED',
      'identity.ROLE_ASSIGNED',
    ]);
  });

  test('a password from standard input is taken as it is and not repeated', async () => {
    const done = await run(
      'staff create --company acme --login desk --name Li --role FRONT_DESK --password-stdin',
      'correct horse\n',
    );
    expect(done).toEqual({ code: 0, out: 'Created desk@acme as FRONT_DESK.\n', err: '' });
    const known = await findCredentials(house.pool, { name: 'desk', companyCode: 'acme' });
    expect(await verifyPassword('correct horse', String(known?.account?.passwordHash))).toBe(true);
  });

  test('staff with an estate that does not exist are not half made', async () => {
    const refused = await run('staff create --company acme --login half --name Half --role STEWARD --estate E77');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('E77');
    expect((await findCredentials(house.pool, { name: 'half', companyCode: 'acme' }))?.account).toBeUndefined();
  });

  test('after a rotation the new key signs, and tokens of the one before stay good', async () => {
    await run('staff create --company acme --login keys --name K --role COMPANY_ADMIN');
    const before = (await run('token issue keys@acme')).out.trim();
    const { kid } = JSON.parse((await run('key rotate --json')).out) as { kid: string };
    const after = (await run('token issue keys@acme')).out.trim();
    const kidOf = (token: string): unknown =>
      (JSON.parse(Buffer.from(String(token.split('.')[0]), 'base64url').toString()) as { kid: unknown }).kid;
    expect(kidOf(after)).toBe(kid);
    expect(kidOf(before)).not.toBe(kid);
    await expect(verifyAccessToken(house.keys, before)).resolves.toMatchObject({ familyId: null });
  });

  test('the demo is refused in production and beside companies', async () => {
    expect(await run('demo')).toMatchObject({
      code: 1,
      err: expect.stringContaining('has companies already'),
    });
    const production = await guanjia({ ...environment, NODE_ENV: 'production' }, ['demo']);
    expect(production).toMatchObject({ code: 1, err: expect.stringContaining('NODE_ENV=production') });
  });

  test.each([
    [
      'company create --code acme --name Acme --time-zone Asia/Shanghai',
      1,
      'guanjia: The company code acme is taken.\n',
    ],
    ['company create --code Acme! --name Acme --time-zone Asia/Shanghai', 64, 'code'],
    ['company create --code elm --name Elm --time-zone Mars/Phobos', 64, 'timeZone'],
    ['company create --code elm', 64, "error: required option '--name <name>' not specified\n"],
    ['staff create --company acme --login x --name X --role KING', 64, 'Allowed choices are COMPANY_ADMIN'],
    ['staff create --company nobody --login x --name X --role STEWARD', 1, 'company'],
    ['token issue nobody@acme', 1, 'guanjia: There is no login nobody@acme.\n'],
    ['token issue nobody', 64, 'guanjia: the login must be name@company\n'],
    ['token issue desk@acme --minutes 9999', 64, '--minutes'],
    ['demo --seed x', 64, '--seed'],
    ['demo --date 2026-02-30', 1, 'companies'],
    ['migrate --down', 78, 'DATABASE_OWNER_URL must be'],
    ['plant tree', 64, "unknown command 'plant'"],
  ])('%s · exit code %i and why, on stderr only', async (words, code, why) => {
    const outcome = await run(words);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toContain(why);
  });

  test('a wrong environment is 78 and names the variable', async () => {
    const outcome = await guanjia({ ...environment, PORT: 'many' }, ['key', 'rotate']);
    expect(outcome).toMatchObject({ code: 78, err: expect.stringContaining('PORT must be a whole number') });
  });

  test('every command has a help with an example', async () => {
    for (const words of [
      'migrate',
      'demo',
      'import tickets',
      'company create',
      'staff create',
      'token issue',
      'key rotate',
      'jobs list',
      'jobs retry',
      'jobs drop',
      'schema',
      'catalogue',
    ]) {
      const help = await run(`${words} --help`);
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toContain('Example');
    }
  });

  test('migrate --status tells what is applied; migrate with the owner has nothing left to do', async () => {
    const status = JSON.parse((await run('migrate --status --json')).out) as { pending: string[]; applied: string[] };
    expect(status.pending).toEqual([]);
    expect(status.applied.length).toBeGreaterThan(0);
    const done = await guanjia({ DATABASE_OWNER_URL: house.database.superuserUrl }, ['migrate', '--json']);
    expect(JSON.parse(done.out)).toMatchObject({ applied: [] });
  });

  test('the printed schema is what it is checked against', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'guanjia-schema-'));
    const file = join(directory, 'schema.graphql');
    expect(await guanjia({}, ['schema', '--out', file])).toEqual({ code: 0, out: '', err: '' });
    expect(await guanjia({}, ['schema', '--check', file])).toEqual({ code: 0, out: '', err: '' });
    const print = await readFile(file, 'utf8');
    expect(print).toContain('"""');
    await writeFile(file, print.replace('"""', '"""Changed: '));
    expect((await guanjia({}, ['schema', '--check', file])).code).toBe(1);
    await rm(directory, { recursive: true });
  });

  test('the page of metrics follows from their definitions; a formula that is changed under its version is not written down', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'guanjia-catalogue-'));
    const file = join(directory, 'metrics.md');
    const catalogue = (option: string) => guanjia({}, ['catalogue', option, file]);
    expect(await catalogue('--out')).toEqual({ code: 0, out: '', err: '' });
    expect(await catalogue('--check')).toEqual({ code: 0, out: '', err: '' });
    const print = await readFile(file, 'utf8');
    const [before = '', after = ''] = print.split('## `REPAIR_FORWARDED_IN_TIME`');
    const told = (section: string): string => `${before}## \`REPAIR_FORWARDED_IN_TIME\`${section}`;
    await writeFile(file, told(after.replace('Version', 'Of version')));
    expect((await catalogue('--check')).err).toContain('run npm run catalogue');
    await writeFile(file, told(after.replace(/formula `\w+`/, 'formula `0abc`')));
    for (const option of ['--check', '--out'])
      expect((await catalogue(option)).err).toContain('Raise the version of REPAIR_FORWARDED_IN_TIME');
    await writeFile(file, told(after.replace(/Version \d+, formula `\w+`/, 'Version 0, formula `0abc`')));
    expect(await catalogue('--out')).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(file, 'utf8')).toBe(print);
    await rm(directory, { recursive: true });
  });
});

describe('guanjia beside a program that runs the embedded database', () => {
  const environment: Record<string, string> = {};
  beforeEach(async () => {
    environment['DATA_DIR'] = await temporaryDirectory();
  });
  afterAll(removeTemporaryDirectories);

  const create = (code: string): Promise<Outcome> =>
    guanjia(environment, ['company', 'create', '--code', code, '--name', code, '--time-zone', 'Asia/Shanghai']);

  test('it works on that program’s server while it runs, and on its own when it does not', async () => {
    const running = await openDatabase(readEnvironment(environment), openLog('silent'));
    try {
      expect(running.mode).toBe('EMBEDDED');
      expect(await create('while')).toMatchObject({ code: 0, err: '' });
      expect(await guanjia(environment, ['migrate', '--down'])).toMatchObject({
        code: 1,
        err: 'guanjia: The program runs on this database: stop it before taking a migration back.\n',
      });
    } finally {
      await running.close();
    }
    expect(await create('after')).toMatchObject({ code: 0, err: '' });
    expect(await create('while')).toMatchObject({ code: 1, err: 'guanjia: The company code while is taken.\n' });
  });

  test('of commands that find no program, one starts the server and the others use it', async () => {
    const outcomes = await Promise.all(['one', 'two'].map(create));
    expect(outcomes.map((outcome) => [outcome.code, outcome.err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });
});
