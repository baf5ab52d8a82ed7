import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { carryOut, documentsFor, inParallel, send } from './attack.js';
import { ATTACKS } from './attacks.js';
import { sampledDocuments } from './sampled-documents.js';
import { idsOf } from './victims.js';
import { openProbeWorld, staffOf, type ProbeWorld } from './world.js';

/** Looks of the relay that somebody's own event may need under load. */
const PATIENTLY = 100;

describe('the probe: every field of the schema, asked with the ids of somebody else', () => {
  let world: ProbeWorld;

  beforeAll(async () => {
    world = await openProbeWorld({ compareEngines: false });
  });
  afterAll(() => world.server.close());

  test.each(ATTACKS)(
    '$title: nothing in any answer, header, error, count, cursor, event or row',
    async (attack) => {
      expect(await carryOut(world, attack, { choose: sampledDocuments(ATTACKS.indexOf(attack)) })).toEqual({
        leaks: [],
        changed: [],
      });
    },
    120_000,
  );

  test('the probe can see: asked by its own people, the same documents tell the canaries', async () => {
    const { harbour } = world.story;
    const ids = await idsOf(world.server.house, harbour.id, harbour.e01.id);
    const telling = new Set<string>();
    const asked = [
      'Query.estate',
      'Query.estates',
      'Query.ticket',
      'Query.tickets',
      'Query.viewer',
      'Subscription.ticketEvents',
    ];
    const reading = documentsFor(world, ids, {}, harbour.id).filter(({ field }) => asked.includes(field));
    for (const asker of [staffOf(harbour.e01, 'SERVICE_MANAGER'), staffOf(harbour, 'COMPANY_ADMIN')])
      await inParallel(reading, async (document) => {
        if (/KANARI\.harbour/.test(await send(world, document, asker, PATIENTLY))) telling.add(document.field);
      });
    expect([...telling].sort()).toEqual(asked);
  }, 60_000);

  test('logs carry no canary and no token', () => {
    const log = world.server.logged.join('\n');
    expect(log).not.toMatch(/KANARI/);
    expect(log).not.toMatch(/eyJ[\w-]+\./);
  });

  test('events carry no text of people', async () => {
    const { rows } = await world.server.house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from event where event::text ~ 'KANARI'`,
    );
    expect(rows[0]?.n).toBe(0);
  });
});
