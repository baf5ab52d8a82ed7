import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompiledQuery, sql } from 'kysely';
import { sqlFor } from '../../src/tenancy/read/tables.js';
import { allowEverything } from '../support/allow-everything.js';
import { strip, stripReads } from '../support/stripped-reads.js';
import { carryOut, documentsFor, inParallel, send } from './attack.js';
import { ATTACKS } from './attacks.js';
import { sampledAttacks, sampledDocuments } from './sampled-documents.js';
import { idsOf } from './victims.js';
import { openProbeWorld, staffOf, type ProbeWorld } from './world.js';

/** Whoever may do everything and sees no staff, such as a resident, finds nobody to tell. */
const NOBODY = 'Nobody of the staff is in sight.';
const COMPANY = '01930000-0000-7000-8000-000000000001';

describe('what is stripped: a query without its own company, estate and occupancy', () => {
  test.each([
    [
      'written by the builder',
      sqlFor.selectFrom('ticket as t').select('t.id').where('t.company_id', '=', COMPANY).where('t.phase', '=', 'OPEN'),
      'select "t"."id" from "ticket" as "t" where true and "t"."phase" = $1',
    ],
    [
      'called otherwise in its own table',
      sqlFor.selectFrom('company as c').select('c.id').where('c.id', '=', COMPANY),
      'select "c"."id" from "company" as "c" where true',
    ],
    [
      'written by hand, beside what stays',
      sqlFor
        .selectFrom('unit as u')
        .select('u.id')
        .where(sql<boolean>`u.code = ${'101'} and u.estate_id = any(${[COMPANY]}::uuid[]) and u.use = ${'SHOP'}`),
      'select "u"."id" from "unit" as "u" where u.code = $1 and true and u.use = $2',
    ],
    [
      'by a column that is a parameter',
      sqlFor
        .selectFrom('unit as u')
        .select('u.id')
        .where(
          sql<boolean>`(${sql.ref('u.estate_id')} is null or ${sql.ref('u.estate_id')} = any(${[COMPANY]}::uuid[]))`,
        ),
      'select "u"."id" from "unit" as "u" where (estate_id is null or true)',
    ],
    [
      'of a join',
      sqlFor
        .selectFrom('unit as u')
        .innerJoin('estate as e', (join) =>
          join.onRef('e.company_id', '=', 'u.company_id').onRef('e.id', '=', 'u.estate_id'),
        )
        .select('u.id'),
      'select "u"."id" from "unit" as "u" inner join "estate" as "e" on true and "e"."id" = "u"."estate_id"',
    ],
  ])('%s', (_, query, text) => {
    expect(strip(query.compile(), COMPANY).sql).toBe(text);
  });

  test('of a text sent as it is, whose parameters stay', () => {
    const text =
      'select 1 from duty d join asked a on d.company_id = $1::uuid and d.estate_id = a.estate_id and d.post = $2';
    expect(strip(CompiledQuery.raw(text, [COMPANY, 'TECHNICIAN']), COMPANY)).toMatchObject({
      sql: 'select 1 from duty d join asked a on ($1::uuid is not null) and true and d.post = $2',
      parameters: [COMPANY, 'TECHNICIAN'],
    });
  });
});

describe('the probe through stripped queries, with every action allowed to everybody', () => {
  let world: ProbeWorld;
  let stripped: ReturnType<typeof stripReads>;

  beforeAll(async () => {
    world = await openProbeWorld({ compareEngines: false });
    allowEverything(world.server.house);
    stripped = stripReads();
  });
  afterAll(async () => {
    stripped.end();
    await world.server.close();
  });

  test.each(sampledAttacks(ATTACKS))(
    '$title: the database alone tells no row of another company, estate or occupancy',
    async (attack) => {
      const before = stripped.changed();
      expect(await carryOut(world, attack, { choose: sampledDocuments(ATTACKS.indexOf(attack)) })).toEqual({
        leaks: [],
        changed: [],
      });
      if (attack.attacker(world.story)) expect(stripped.changed() - before).toBeGreaterThan(50);
    },
    120_000,
  );

  test('stripped queries still answer their own people', async () => {
    const { harbour } = world.story;
    const ids = await idsOf(world.server.house, harbour.id, harbour.e01.id);
    const telling = new Set<string>();
    const asked = ['Query.estates', 'Query.ticket', 'Query.tickets'];
    const reading = documentsFor(world, ids, {}, harbour.id).filter(({ field }) => asked.includes(field));
    await inParallel(reading, async (document) => {
      if (/KANARI\.harbour/.test(await send(world, document, staffOf(harbour.e01, 'FRONT_DESK'))))
        telling.add(document.field);
    });
    expect([...telling].sort()).toEqual(asked);
  }, 60_000);

  test('no query fails for having been stripped', () => {
    const failures = world.server.logged
      .map((line) => JSON.parse(line) as { readonly err?: { readonly message?: string } })
      .map(({ err }) => err?.message ?? '')
      .filter((message) => message !== '' && !message.includes('row-level security') && message !== NOBODY);
    expect([...new Set(failures)]).toEqual([]);
  });
});
