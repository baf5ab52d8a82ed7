import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommandLine } from '../../src/cli/command-line.js';
import { splitRecord } from '../../src/domain/import/csv-record.js';
import { exportLines, type ExportOrder } from '../../src/loaders/export/export-lines.js';
import { PEOPLE_EXPORT } from '../../src/loaders/export/people-export.js';
import { TICKET_EXPORT } from '../../src/loaders/export/ticket-export.js';
import { runCommand } from '../../src/services/command/run-command.js';
import { reportRepair } from '../../src/services/ticket/report-repair.js';
import { RequestContext } from '../../src/tenancy/request-context.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../support/test-house.js';

describe('guanjia export', () => {
  let house: TestHouse;
  let story: Story;
  let folder: string;
  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    folder = await mkdtemp(join(tmpdir(), 'guanjia export '));
    const report = async (subject: string, company = story.harbour, estate: 'e01' | 'e02' = 'e01') =>
      runCommand(house, await principalOf(house, company[estate].staff['FRONT_DESK']!), reportRepair, {
        ...({ estateId: company[estate].id, channel: 'PHONE', urgency: 'ORDINARY', subject } as const),
        ...{ contactName: '=cmd|calc', contactPhone: '+86-138-0000-1111', description: 'line one\n"two", three' },
      });
    await report('=HYPERLINK("http://evil","水")');
    await report('-5');
    await report('漏水', story.harbour, 'e02');
    await report('theirs', story.cedar);
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true });
  });

  const run = async (...words: string[]): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' };
    const code = await runCommandLine(words, {
      input: Readable.from([]),
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      environment: { DATABASE_URL: house.database.apiUrl, GUANJIA_SECRET: TEST_SECRET },
    });
    return { code, ...said };
  };
  const table = (csv: string): Record<string, string>[] => {
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [head, ...rows] = csv
      .slice(1)
      .split('\r\n')
      .slice(0, -1)
      .map((line) => splitRecord(line, ','));
    return rows.map((row) =>
      Object.fromEntries((head as string[]).map((name, i) => [name, (row as string[])[i] ?? ''])),
    );
  };

  test('tickets of all estates, in the order of report, without formulas and with masks', async () => {
    const path = join(folder, 'tickets.csv');
    expect(await run('export', 'tickets', '--company', 'harbour', '--out', path)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const rows = table(await readFile(path, 'utf8'));
    expect(rows.map((row) => [row['Estate code'], row['Subject']])).toEqual([
      ['E01', `'=HYPERLINK("http://evil","水")`],
      ['E01', '-5'],
      ['E02', '漏水'],
    ]);
    expect(rows[0]).toMatchObject({
      Number: expect.stringMatching(/^E01-R\d\d-00001$/),
      Description: 'line one\n"two", three',
    });
    expect(rows[0]?.['Contact']).not.toContain('cmd');
    expect(rows[0]?.['Telephone']).toContain('*');
  });

  test('one estate, a range of days, Chinese titles; what is wrong is said', async () => {
    const one = await run('export', 'tickets', '--company', 'harbour', '--estate', 'E02', '--language', 'zh');
    expect(table(one.out)).toEqual([expect.objectContaining({ 项目编码: 'E02', 事由: '漏水' })]);
    const none = await run('export', 'tickets', '--company', 'harbour', '--to', '2020-01-01');
    expect(table(none.out)).toEqual([]);
    expect((await run('export', 'tickets', '--company', 'harbour', '--estate', 'E99')).code).toBe(1);
    expect((await run('export', 'tickets', '--company', 'harbour', '--from', '2026-13-01')).code).toBe(64);
    const units = table((await run('export', 'units', '--company', 'harbour', '--estate', 'E01')).out);
    expect(units[0]).toEqual({
      ...{ 'Estate code': 'E01', Estate: 'E01 gardens', Building: 'B1', Unit: '101', Use: 'RESIDENTIAL' },
      ...{ 'Charge area (m²)': '88.5', State: 'OWNER_OCCUPIED', Since: '2020-01-01' },
    });
  });

  const lines = async (
    person: StoryPerson,
    kind: typeof TICKET_EXPORT | typeof PEOPLE_EXPORT,
    order: Partial<ExportOrder> = {},
  ): Promise<Record<string, string>[]> => {
    const facts = { requestId: 'test', address: '127.0.0.1', transport: 'http' } as const;
    const ctx = new RequestContext(house, await principalOf(house, person), facts);
    let csv = '';
    try {
      const wanted = { language: 'en', ...order } as const;
      const found =
        kind === TICKET_EXPORT ? exportLines(ctx, TICKET_EXPORT, wanted) : exportLines(ctx, PEOPLE_EXPORT, wanted);
      for await (const text of found) csv += text;
    } finally {
      await ctx.end();
    }
    return table(csv);
  };

  test('R-ORG-78 · who asks gets the own estates, names whole with the action only, nothing without it', async () => {
    const { e01, staff } = story.harbour;
    const desk = await lines(e01.staff['FRONT_DESK']!, TICKET_EXPORT);
    expect(desk.map((row) => row['Estate code'])).toEqual(['E01', 'E01']);
    expect(desk[0]).toMatchObject({ Contact: `'=cmd|calc`, Telephone: '+86 138 0000 1111' });
    const quality = await lines(staff['QUALITY_OFFICER']!, PEOPLE_EXPORT);
    expect(quality.length).toBeGreaterThan(3);
    for (const row of quality) expect(row['Name']).toContain('*');
    expect((await lines(e01.staff['FRONT_DESK']!, PEOPLE_EXPORT))[0]?.['Name']).not.toContain('*');
    await expect(lines(e01.staff['CASHIER']!, TICKET_EXPORT)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(lines(e01.staff['FRONT_DESK']!, TICKET_EXPORT, { estates: ['E02'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('guanjia numbers check: every number is accounted for, or the command ends with 2', async () => {
    const whole = await run('numbers', 'check', '--company', 'harbour');
    expect(whole.code).toBe(0);
    expect(whole.out).toMatch(
      /REPAIR \d{4}: E01-R\d\d-00001 … E01-R\d\d-00002, 2 drawn, 2 held, 0 called off, missing: nothing/,
    );
    await house.database.superuser.query('update counter set value = 4 where estate_id = $1', [story.harbour.e01.id]);
    const torn = await run('numbers', 'check', '--company', 'harbour', '--json');
    expect(torn.code).toBe(2);
    expect(JSON.parse(torn.out).series).toContainEqual(
      expect.objectContaining({ drawn: 4, held: 2, missing: [{ from: 3, to: 4 }] }),
    );
  });

  test('guanjia metrics verify: every figure is what the rows say, or the command ends with 2; rebuild makes it so', async () => {
    expect((await run('metrics', 'rebuild', '--company', 'harbour')).code).toBe(0);
    expect(await run('metrics', 'verify', '--company', 'harbour')).toMatchObject({
      code: 0,
      out: 'Nothing differs.\n',
    });
    await house.database.superuser.query(
      `update ticket set channel = 'VISIT', stage = 'CANCELLED' where kind = 'REPAIR'`,
    );
    const torn = await run('metrics', 'verify', '--company', 'harbour', '--json');
    expect(torn.code).toBe(2);
    expect(JSON.parse(torn.out).differences).toContainEqual(
      expect.objectContaining({ metric: 'REPAIRS_REPORTED', part: 'EXCLUDED', reason: 'CANCELLED' }),
    );
    expect((await run('metrics', 'rebuild', '--company', 'harbour')).code).toBe(0);
    expect((await run('metrics', 'verify', '--company', 'harbour')).code).toBe(0);
    expect((await run('metrics', 'verify', '--company', 'harbour', '--from', '2026-01-01')).code).toBe(64);
  });
});
