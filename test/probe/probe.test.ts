import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeCursor } from '../../src/events/cursor.js';
import { tellStory, type Story, type StoryPerson, type Whose } from '../support/story.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { probeDocuments, type IdSource, type ProbeDocument } from './probe-document.js';
import { fingerprintOf, idsOf, type VictimIds } from './victims.js';

const canary = ({ company, estate, person }: Whose, text: string): string =>
  `KANARI.${company}.${estate ?? '-'}.${(person ?? '-').replaceAll('_', '')}. ${text}`;

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } cursor } }`;

interface Attack {
  readonly title: string;
  readonly attacker: () => StoryPerson | null;
  readonly victim: () => { companyId: string; estateId: string };
  /** Canaries that the attacker must never see. */
  readonly forbidden: RegExp;
  /** Rows of the victim's estate that the attacker may well see: an occupant's own and the estate's common ones. */
  readonly allowed?: () => Promise<readonly string[]>;
}

/** How many requests are under way at once. */
const AT_ONCE = 6;

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

describe('the probe: every field of the schema, asked with the ids of somebody else', () => {
  let server: TestServer;
  let story: Story;
  const tickets = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database, { mark: canary });
    for (const company of [story.harbour, story.cedar])
      for (const estate of [company.e01, company.e02]) {
        const desk = estate.staff['FRONT_DESK'];
        if (!desk) throw new Error('The story has no front desk.');
        for (const [person, unit] of [
          [estate.resident, estate.units[0]],
          [estate.next, estate.units[1]],
        ] as const) {
          const whose = { company: company.code, estate: estate.code, person: person.login.split('@')[0] ?? '' };
          const input = {
            estateId: estate.id,
            unitId: unit.id,
            customerId: person.subjectId,
            channel: 'PHONE',
            urgency: 'ORDINARY',
            subject: canary(whose, 'tap drips'),
            description: canary(whose, 'since noon'),
            contactName: canary(whose, '李四'),
            contactPhone: '13711112222',
          };
          const { data, errors } = await server.query(REPORT, { input }, desk);
          expect(errors).toBeUndefined();
          tickets.set(person.login, data.reportRepair.repair.id as string);
        }
      }
  });
  afterAll(() => server.close());

  const person = (of: Readonly<Record<string, StoryPerson>>, role: string): StoryPerson => {
    const found = of[role];
    if (!found) throw new Error(`The story has no ${role}.`);
    return found;
  };

  const harbourE01 = () => ({ companyId: story.harbour.id, estateId: story.harbour.e01.id });

  const attacks: Attack[] = [
    {
      title: 'R-ORG-78 · head office of another company',
      attacker: () => person(story.cedar.staff, 'COMPANY_ADMIN'),
      victim: harbourE01,
      forbidden: /KANARI\.harbour|1380000/,
    },
    {
      title: 'R-ORG-78 · the front desk of another company',
      attacker: () => person(story.cedar.e01.staff, 'FRONT_DESK'),
      victim: harbourE01,
      forbidden: /KANARI\.harbour|1380000/,
    },
    {
      title: 'R-ORG-78 · a resident of another company',
      attacker: () => story.cedar.e01.resident,
      victim: harbourE01,
      forbidden: /KANARI\.harbour|1380000/,
    },
    ...['ESTATE_MANAGER', 'FRONT_DESK', 'TECHNICIAN', 'CASHIER'].map((role) => ({
      title: `R-ORG-78 · ${role} of another estate`,
      attacker: () => person(story.harbour.e02.staff, role),
      victim: harbourE01,
      forbidden: /KANARI\.harbour\.E01/,
    })),
    ...(['former', 'resident'] as const).map((who) => ({
      title: `D-30 · the ${who} occupant looks for the next one`,
      attacker: () => story.harbour.e01[who],
      victim: harbourE01,
      forbidden:
        who === 'former'
          ? /KANARI\.harbour\.E01\.resident[13]\.|KANARI\.harbour\.E02/
          : /KANARI\.harbour\.E01\.resident[23]\.|KANARI\.harbour\.E02/,
      allowed: () => commonIds(story.harbour.e01[who]),
    })),
    {
      title: 'D-30 · the next occupant looks for the former one',
      attacker: () => story.harbour.e01.next,
      victim: harbourE01,
      forbidden: /KANARI\.harbour\.E01\.resident[12]\.|KANARI\.harbour\.E02/,
      allowed: () => commonIds(story.harbour.e01.next),
    },
    { title: 'anonymous', attacker: () => null, victim: harbourE01, forbidden: /KANARI|1380000/ },
  ];

  /** What every occupant of the estate may see, and what is this one's own. */
  async function commonIds(own: StoryPerson): Promise<string[]> {
    const { rows } = await server.house.database.superuser.query<{ id: string }>(
      `select id from building where company_id = $1 union all select id from estate where company_id = $1
       union all select id from department where company_id = $1 union all select id from staff where company_id = $1
       union all select unit_id from occupancy where company_id = $1 and customer_id = $2
       union all select id from ticket where company_id = $1 and occupancy_id = $3
       union all values ($2::uuid), ($3::uuid), ($1::uuid), ($4::uuid)`,
      [own.companyId, own.subjectId, own.occupancyId, own.accountId],
    );
    return rows.map((row) => row.id);
  }

  /** Guesses what an argument names by its own name, else by the field's; `turn` walks through a table's rows. */
  const idSource =
    (ids: VictimIds, instead: Readonly<Record<string, string>>, turn: number): IdSource =>
    (name, field) => {
      const tables = [...ids.keys()];
      const bare = name
        .replace(/Ids?$/, '')
        .replace(/([A-Z])/g, '_$1')
        .toLowerCase();
      const byName = ALIASES[bare] ?? bare;
      const table = tables.includes(byName)
        ? byName
        : (tables.find((t) => field.toLowerCase().includes(t.replaceAll('_', ''))) ?? 'ticket');
      const rows = ids.get(table) ?? [];
      return instead[table] ?? rows[turn % Math.max(1, rows.length)] ?? story.harbour.e01.id;
    };

  const ALIASES: Readonly<Record<string, string>> = {
    technician: 'staff',
    head: 'staff',
    deputy: 'staff',
    group: 'estate_group',
    subject: 'ticket',
  };

  const send = async (document: ProbeDocument, attacker: StoryPerson | null): Promise<string> => {
    if (document.operation !== 'subscription') {
      const answer = await server.query(document.text, document.variables, attacker);
      return answer.text + JSON.stringify([...answer.headers]);
    }
    if (!attacker) return '';
    const client = await server.socket(attacker);
    const seen: string[] = [];
    const live = client.iterate({ query: document.text, variables: document.variables });
    const first = live.next().then(
      (next) => void seen.push(JSON.stringify(next)),
      (error: unknown) => void seen.push(JSON.stringify(error)),
    );
    await server.query(REPORT, { input: strangersRepair() }, person(story.harbour.e01.staff, 'FRONT_DESK'));
    await Promise.race([first, relayPassed()]);
    await live.return?.();
    await client.dispose();
    return seen.join();
  };

  const strangersRepair = () => ({
    estateId: story.harbour.e01.id,
    channel: 'PHONE',
    urgency: 'ORDINARY',
    subject: canary({ company: 'harbour', estate: 'E01', person: 'resident9' }, 'lift stands'),
  });

  /** Resolves when this node's relay has looked once more, so that whatever would be delivered has been. */
  async function relayPassed(): Promise<void> {
    await server.house.relay.look();
    await server.house.relay.look();
    await server.query('{ __typename }');
  }

  const documentsFor = (
    ids: VictimIds,
    instead: Readonly<Record<string, string>>,
    cursorOf: string,
    turns: readonly number[] = [0],
  ): ProbeDocument[] =>
    turns.flatMap((turn) =>
      probeDocuments(server.api.executor.schema, idSource(ids, instead, turn), {
        cursor: encodeCursor(cursorOf, { epoch: 1, seq: 0 }),
        text: 'probe',
      }),
    );

  test.each(attacks)(
    '$title: nothing in any answer, header, error, count, cursor, event or row',
    async (attack) => {
      const attacker = attack.attacker();
      const { companyId, estateId } = attack.victim();
      const ids = await idsOf(server.house, companyId, estateId);
      const secret = new Set([...ids.values()].flat());
      for (const id of (await attack.allowed?.()) ?? []) secret.delete(id);
      const own: Readonly<Record<string, string>> =
        attacker && attacker.companyId !== companyId
          ? { estate: story.cedar.e01.id }
          : attacker
            ? { estate: story.harbour.e02.id }
            : {};
      const sameCompany = attacker?.companyId === companyId;
      const before = sameCompany ? null : await fingerprintOf(server.house, companyId);
      const documents = [
        ...documentsFor(ids, {}, companyId, [0, 1]),
        ...documentsFor(ids, own, attacker?.companyId ?? companyId),
      ].filter((document) => before === null || document.operation !== 'subscription');
      const leaks: string[] = [];
      await inParallel(documents, async (document) => {
        const text = await send(document, attacker);
        const sent = JSON.stringify(document.variables);
        const told =
          text.match(attack.forbidden)?.[0] ?? [...secret].find((id) => !sent.includes(id) && text.includes(id));
        if (told !== undefined) leaks.push(`${document.field} told ${told}: ${text.slice(0, 400)}`);
      });
      expect(leaks).toEqual([]);
      if (before) expect(await fingerprintOf(server.house, companyId)).toEqual(before);
    },
    120_000,
  );

  test('the probe can see: asked by its own people, the same documents tell the canaries', async () => {
    const ids = await idsOf(server.house, story.harbour.id, story.harbour.e01.id);
    const telling = new Set<string>();
    const reading = documentsFor(ids, {}, story.harbour.id).filter((document) => document.operation !== 'mutation');
    for (const asker of [
      person(story.harbour.e01.staff, 'SERVICE_MANAGER'),
      person(story.harbour.staff, 'COMPANY_ADMIN'),
    ])
      await inParallel(reading, async (document) => {
        if (/KANARI\.harbour/.test(await send(document, asker))) telling.add(document.field);
      });
    for (const field of [
      'Query.estates',
      'Query.estate',
      'Query.ticket',
      'Query.tickets',
      'Query.viewer',
      'Subscription.ticketEvents',
    ])
      expect({ field, telling: [...telling] }).toEqual({ field, telling: expect.arrayContaining([field]) as unknown });
  }, 60_000);

  test('logs carry no canary and no token', () => {
    const log = server.logged.join('\n');
    expect(log).not.toMatch(/KANARI/);
    expect(log).not.toMatch(/eyJ[\w-]+\./);
  });

  test('events carry no text of people', async () => {
    const { rows } = await server.house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from event where event::text ~ 'KANARI'`,
    );
    expect(rows[0]?.n).toBe(0);
  });
});
