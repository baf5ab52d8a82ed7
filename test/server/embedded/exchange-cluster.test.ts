import { mkdir, readFile, readdir, rename as move, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { exchangeCluster, finishExchange } from '../../../src/server/embedded/exchange-cluster.js';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.js';

let home: string;
let next: string;
let aside: string;
beforeEach(async () => {
  home = await temporaryDirectory();
  [next, aside] = [join(home, 'pg.draft-new', 'pg'), join(home, 'pg.before')];
  await cluster(join(home, 'pg'), 'old');
  await cluster(next, 'new');
});
afterAll(removeTemporaryDirectories);

async function cluster(path: string, mark: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'mark'), mark);
}
const markOf = (path: string): Promise<string> => readFile(join(path, 'mark'), 'utf8');
const note = (): Promise<void> => writeFile(join(home, 'pg.exchange.json'), JSON.stringify({ next, aside }));

test('an exchange puts the new cluster in place, keeps the old one, and leaves no note', async () => {
  await exchangeCluster(home, { next, aside });
  expect(await Promise.all([markOf(join(home, 'pg')), markOf(aside)])).toEqual(['new', 'old']);
  expect(await readdir(home)).not.toContain('pg.exchange.json');
});

test.each([
  ['before the first rename', () => Promise.resolve()],
  ['between the renames', () => rename('pg', 'pg.before')],
  [
    'after both',
    async () => {
      await rename('pg', 'pg.before');
      await rename('pg.draft-new/pg', 'pg');
    },
  ],
])('an exchange that was interrupted %s is completed by the next start', async (_when, happened) => {
  await note();
  await happened();
  await finishExchange(home);
  await finishExchange(home);
  expect(await Promise.all([markOf(join(home, 'pg')), markOf(aside)])).toEqual(['new', 'old']);
  expect(await readdir(home)).not.toContain('pg.exchange.json');
});

test('without a note nothing is touched', async () => {
  await finishExchange(home);
  expect(await markOf(join(home, 'pg'))).toBe('old');
});

const rename = (from: string, to: string): Promise<void> => move(join(home, from), join(home, to));
