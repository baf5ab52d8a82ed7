import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line.js';
import { COLUMNS, mappingJson } from '../support/import-mapping.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../support/test-house.js';
import { tellStory } from '../support/story.js';

describe('guanjia import tickets', () => {
  let house: TestHouse;
  let folder: string;
  beforeAll(async () => {
    house = await openTestHouse();
    await tellStory(house.database);
    folder = await mkdtemp(join(tmpdir(), 'guanjia import '));
    await writeFile(join(folder, 'map.json'), JSON.stringify(mappingJson()));
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true });
  });

  const run = async (words: string[], input = ''): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' };
    const code = await runCommandLine(['import', 'tickets', ...words], {
      input: Readable.from([Buffer.from(input)]),
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      environment: { DATABASE_URL: house.database.apiUrl, GUANJIA_SECRET: TEST_SECRET },
    });
    return { code, ...said };
  };
  const at = (name: string): string => join(folder, name);
  const exists = (name: string): Promise<boolean> =>
    stat(at(name)).then(
      () => true,
      () => false,
    );
  const good = (id: string): string => `${id},E01,101,"Tap, ""old""",new,2020-01-06 09:00,,`;

  test('the summary sums to the rows, and rejected rows can be corrected and imported from their own file', async () => {
    await writeFile(
      at('in.csv'),
      [COLUMNS, good('c1'), `c2,,101,"Tap, x",new,2020-01-06 09:00,,`, 'c3,"open', good('c4'), ''].join('\r\n'),
    );
    const options = ['--company', 'harbour', '--map', at('map.json'), '--rejects', at('out.csv')];
    const first = await run([at('in.csv'), ...options, '--json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({
      ...{ rows: 4, imported: 2, updated: 0, unchanged: 0, rejected: 2, interrupted: false },
      reasons: { NO_ESTATE: 1, BROKEN_QUOTE: 1 },
      rejectsFile: at('out.csv'),
    });
    const rejects = await readFile(at('out.csv'), 'utf8');
    expect(rejects.split('\n')).toEqual([
      `import_line,import_code,import_reason,${COLUMNS}`,
      '3,NO_ESTATE,The row names no estate.,c2,,101,"Tap, x",new,2020-01-06 09:00,,',
      '4,BROKEN_QUOTE,"A quoted field is not closed, or text follows its closing quote.","c3,""open"',
      '',
    ]);
    await writeFile(at('again.csv'), rejects.replace('c2,,', 'c2,E01,'));
    const again = await run([at('again.csv'), ...options.slice(0, 4), '--rejects', at('out2.csv')]);
    expect(again.code).toBe(0);
    expect(again.out).toContain('2 rows in');
    expect(again.out).toContain('1 imported, 0 updated, 0 unchanged, 1 rejected');
    expect(again.out).toContain('1 COLUMN_COUNT: ');
  });

  test('rejected rows fail the command only where it is asked to be strict', async () => {
    const rows = `${COLUMNS}\n${good('s1')}\ns2,,,,,,,\n`;
    const options = ['-', '--company', 'harbour', '--map', at('map.json'), '--rejects', at('strict.csv')];
    expect((await run(options, rows)).code).toBe(0);
    expect(await exists('strict.csv')).toBe(true);
    expect((await run([...options, '--strict'], rows)).code).toBe(2);
    expect((await run([...options, '--strict'], `${COLUMNS}\n${good('s1')}\n`)).code).toBe(0);
    expect(await exists('strict.csv')).toBe(false);
  });

  test.each<[string, number, string[], string]>([
    ['an unknown company', 1, ['in.csv', '--company', 'nobody', '--map', 'map.json'], 'company'],
    ['no mapping file', 64, ['in.csv', '--company', 'harbour', '--map', 'none.json'], '--map'],
    ['a mapping file that is no JSON', 64, ['in.csv', '--company', 'harbour', '--map', 'in.csv'], '--map: is no JSON'],
    [
      'a mapping with an unknown key',
      64,
      ['in.csv', '--company', 'harbour', '--map', 'odd.json'],
      'surprise: is not known here',
    ],
    ['no such file', 64, ['none.csv', '--company', 'harbour', '--map', 'map.json'], 'FILE: cannot be read'],
    ['a directory', 64, ['.', '--company', 'harbour', '--map', 'map.json'], 'FILE: is a directory'],
    [
      'a file that the mapping does not fit',
      64,
      ['odd.json', '--company', 'harbour', '--map', 'map.json'],
      'file: has no readable header',
    ],
    [
      'rejects over the file itself',
      64,
      ['in.csv', '--company', 'harbour', '--map', 'map.json', '--rejects', 'in.csv'],
      '--rejects',
    ],
    [
      'rejects into a folder that is not there',
      64,
      ['in.csv', '--company', 'harbour', '--map', 'map.json', '--rejects', 'none/r.csv'],
      '--rejects: cannot be written',
    ],
    ['no company', 64, ['in.csv', '--map', 'map.json'], '--company'],
  ])('%s ends with %i and says what is wrong', async (_, code, words, message) => {
    await writeFile(at('odd.json'), JSON.stringify(mappingJson({ surprise: true })));
    await writeFile(at('in.csv'), `${COLUMNS}\n`);
    const inFolder = words.map((word) => (/\.(csv|json)$|^\.$/.test(word) ? resolve(folder, word) : word));
    const outcome = await run(inFolder.includes('--rejects') ? inFolder : [...inFolder, '--rejects', at('r.csv')]);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toContain(message);
    expect(await exists('r.csv')).toBe(false);
  });

  test('rejects may go to a device, which is neither cut nor removed', async () => {
    const words = ['-', '--company', 'harbour', '--map', at('map.json'), '--rejects', '/dev/null'];
    expect((await run(words, `${COLUMNS}\n${good('s1')}\n`)).code).toBe(0);
    expect((await run(words, `${COLUMNS}\ns2\n`)).code).toBe(0);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('a command that fails leaves the rejects of an earlier import as they are', async () => {
    await writeFile(at('kept.csv'), 'kept');
    const words = ['-', '--company', 'harbour', '--map', at('map.json'), '--rejects', at('kept.csv')];
    expect((await run(words, 'other,columns\n')).err).toContain('reference: the file has no column "id"');
    expect(await readFile(at('kept.csv'), 'utf8')).toBe('kept');
  });
});
