import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allowEverything } from '../support/allow-everything.js';
import { stripReads } from '../support/stripped-reads.js';
import { cloneDatabase } from '../support/test-database.js';
import { carryOut } from './attack.js';
import { ATTACKS } from './attacks.js';
import { trespasses } from './bare-tables.js';
import { intruders, type Intruder } from './intruders.js';
import { mutantsOf, sampleOf, type Mutant } from './mutants.js';
import { plantRows } from './planted-rows.js';
import type { ProbeDocument } from './probe-document.js';
import { tenantTables, type TenantTable } from './tenant-tables.js';
import { openProbeWorld, type ProbeWorld } from './world.js';

const DAY_MS = 86_400_000;
const SAMPLE_SIZE = 4;
/** Documents that one attacker sends through the API, the most promising first; of a sample only where the bare tables show nothing. */
const DOCUMENTS = 40;

const everything = process.env['PROBE_MUTANTS'] === 'all';
const day = Number(process.env['PROBE_DAY'] ?? Math.floor(Date.now() / DAY_MS));
const template = await cloneDatabase();
const all = await mutantsOf(template).finally(() => template.drop());
const chosen = everything ? all : sampleOf(all, SAMPLE_SIZE, day);

/** Who notices every kind of hole first: of another company, of another estate, of another occupancy. */
const SHARPEST = ATTACKS.filter(({ title }) => /head office|FRONT_DESK|former/.test(title));

describe('mutants of the fence', () => {
  let world: ProbeWorld;
  let tables: TenantTable[];
  let everybody: Intruder[];
  let stripped: ReturnType<typeof stripReads>;
  const verdicts: { readonly title: string; readonly bare: boolean; readonly api: boolean }[] = [];

  beforeAll(async () => {
    world = await openProbeWorld({ compareEngines: false });
    await plantRows(world.server.house.database, world.story);
    tables = await tenantTables(world.server.house.database);
    everybody = await intruders(world);
    allowEverything(world.server.house);
    stripped = stripReads();
  });
  afterAll(async () => {
    stripped.end();
    await world.server.close();
    if (everything) process.stdout.write(tableOf(verdicts));
  });

  const bareTables = async (table: string | null): Promise<string[]> => {
    const tried = table === null ? tables : tables.filter(({ name }) => name === table);
    const found: string[] = [];
    for (const intruder of everybody) found.push(...(await trespasses(world.server.house.database, intruder, tried)));
    return found;
  };

  const throughApi = async ({ table, reading }: Pick<Mutant, 'table' | 'reading'>): Promise<string[]> => {
    if (!reading) return [];
    for (const attack of SHARPEST) {
      const choose = (documents: readonly ProbeDocument[]) => mostPromising(documents, table);
      const { leaks } = await carryOut(world, attack, { choose, untilLeak: true });
      if (leaks.length > 0) return [...leaks];
    }
    return [];
  };

  const mostPromising = (documents: readonly ProbeDocument[], table: string): readonly ProbeDocument[] => {
    const word = table.replaceAll('_', '');
    const names = (document: ProbeDocument): number =>
      Number(document.field.toLowerCase().includes(word)) * 2 + Number(document.text.toLowerCase().includes(word));
    const reading = documents.filter(({ operation }) =>
      table === 'event' ? operation !== 'mutation' : operation === 'query',
    );
    return reading.sort((a, b) => names(b) - names(a)).slice(0, DOCUMENTS);
  };

  test('every policy of the program and every tenant table has its mutants', () => {
    expect(all.length).toBeGreaterThan(3 * tables.length);
    for (const { name } of tables)
      for (const hole of [/opened$/, /written rows unchecked$/, /disabled$/])
        expect({ name, titles: all.filter((m) => m.table === name).map((m) => m.title) }).toEqual({
          name,
          titles: expect.arrayContaining([expect.stringMatching(hole)]) as unknown,
        });
  });

  test('the samples of some days are all mutants', () => {
    const days = Math.ceil(all.length / SAMPLE_SIZE);
    const sampled = new Set(Array.from({ length: days }, (_, i) => sampleOf(all, SAMPLE_SIZE, i)).flat());
    expect(sampled.size).toBe(all.length);
    for (let i = 0; i < days; i += 1) expect(sampleOf(all, SAMPLE_SIZE, i).length).toBeLessThanOrEqual(SAMPLE_SIZE);
  });

  test.each(chosen)(
    'R-ORG-78 · $title: the attack notices',
    async (mutant: Mutant) => {
      const { superuser } = world.server.house.database;
      await superuser.query(mutant.open);
      let bare: string[];
      let api: string[];
      try {
        bare = await bareTables(mutant.table);
        api = everything || bare.length === 0 ? await throughApi(mutant) : [];
      } finally {
        await superuser.query(mutant.close);
      }
      verdicts.push({ title: mutant.title, bare: bare.length > 0, api: api.length > 0 });
      expect({ mutant: mutant.title, killed: bare.length + api.length > 0 }).toMatchObject({ killed: true });
    },
    120_000,
  );

  test('with every hole closed again the attack finds nothing', async () => {
    expect(await bareTables(null)).toEqual([]);
    expect(await mutantsOf(world.server.house.database)).toEqual(all);
    for (const table of everything ? ['estate', 'event'] : [])
      expect(await throughApi({ table, reading: true })).toEqual([]);
  }, 120_000);
});

function tableOf(
  verdicts: readonly { readonly title: string; readonly bare: boolean; readonly api: boolean }[],
): string {
  const width = Math.max(...verdicts.map(({ title }) => title.length));
  const cell = (found: boolean): string => (found ? 'leak' : '-').padEnd(12);
  const lines = verdicts.map(({ title, bare, api }) =>
    [title.padEnd(width), cell(bare), cell(api), bare || api ? 'killed' : 'SURVIVED'].join('  '),
  );
  const head = ['mutant'.padEnd(width), 'bare tables', 'stripped API', ''].map((c) => c.padEnd(12)).join('  ');
  const killed = verdicts.filter(({ bare, api }) => bare || api).length;
  return `\n${[head, ...lines].join('\n')}\n${killed} killed, ${verdicts.length - killed} survived\n`;
}
