import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { importTickets } from '../../../src/services/import/import-tickets.js';
import { COLUMNS, mappingOf } from '../../support/import-mapping.js';
import { tellStory } from '../../support/story.js';
import { openTestHouse } from '../../support/test-house.js';

const ROWS = 16_000;
/** By then everything that is made once has been made. */
const WARM = 4_000;
const MIB = 2 ** 20;

/** What is alive, in MiB, once everything that is not has been collected. */
const alive = (() => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return (): number => {
    collect();
    const { heapUsed, arrayBuffers, external } = process.memoryUsage();
    return (heapUsed + arrayBuffers + external) / MIB;
  };
})();

function* file(): Generator<Buffer> {
  yield Buffer.from(`${COLUMNS}\n`);
  for (let i = 0; i < ROWS; i += 1)
    yield Buffer.from(
      `R${i},E${i % 20},Unit ${i},${'words '.repeat(20)},done,2020-01-06 09:00,2020-01-07,2020-01-08 10:00\n`,
    );
}

test('memory does not grow with the length of the file', async () => {
  const house = await openTestHouse();
  try {
    const story = await tellStory(house.database);
    const seen = new Map<number, number>();
    const counts = await importTickets(house, {
      companyId: story.harbour.id,
      mapping: mappingOf(),
      input: Readable.from(file(), { objectMode: true, highWaterMark: 16 }),
      onProgress: ({ rows }) => {
        if (rows % WARM === 0) seen.set(rows, alive());
      },
    });
    expect(counts).toMatchObject({ rows: ROWS, imported: ROWS, rejected: 0 });
    const grown = (seen.get(ROWS) ?? Infinity) - (seen.get(WARM) ?? 0);
    expect(grown).toBeLessThan(4);
  } finally {
    await house.close();
  }
}, 120_000);
