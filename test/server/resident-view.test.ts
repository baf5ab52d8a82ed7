import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RESIDENT_ACTIONS } from '../../src/domain/identity/actions-of-resident.js';
import { ROOT_ACCESS } from '../../src/resolvers/root-access.js';
import { documentsFor, idAmong, inParallel, send } from '../probe/attack.js';
import { canary } from '../probe/canary.js';
import { idsOf } from '../probe/victims.js';
import { openProbeWorld, type ProbeWorld } from '../probe/world.js';
import type { StoryPerson } from '../support/story.js';

/** Root fields that residents pass the door of. */
const OF_RESIDENTS = Object.entries(ROOT_ACCESS)
  .filter(([, access]) => access === 'SIGNED_IN' || (RESIDENT_ACTIONS as readonly string[]).includes(access))
  .map(([field]) => field);
/** The feeds that residents may open; what each tells them is decided here, so that a new one is decided too. */
const FEEDS: Readonly<Record<string, string>> = {
  'Subscription.ticketEvents': 'cursor type ticket { id subject notes(first: 5) { nodes { text } } }',
  'Subscription.visitEvents': 'cursor type visit { id items { text } }',
  'Subscription.notificationEvents': 'cursor type',
  'Subscription.feeEvents': 'cursor type',
  'Subscription.surveyEvents': 'cursor type',
};
const OWN = `{ tickets(first: 10) { nodes { id subject notes(first: 5) { nodes { text } } } } ownerVisits(first: 10) { nodes { id unit { id } items { text } } }
  surveyForms(first: 10) { nodes { unit { id } responses { answers { question level text } } } }
  surveyRounds(first: 10) { nodes { id stage findings estates { publishedAt } } } }`;
const FIGURES = `query ($id: ID!) { satisfaction(filter: { roundId: $id, sources: [SURVEY, VISIT, CALLBACK] }) { source question rate { denominator } }
  surveyComments(filter: { roundId: $id }) { totalCount nodes { text } } }`;

describe('what residents see, over every query and subscription that they may call', () => {
  let world: ProbeWorld;
  let published = '';
  let unpublished = '';

  beforeAll(async () => {
    world = await openProbeWorld({ compareEngines: false });
    // The neighbour's life comes first, so that what an argument guesses is the neighbour's.
    for (const [person, unit] of [
      [e01().next, e01().units[1]],
      [e01().resident, e01().units[0]],
    ] as const) {
      await say(of('FRONT_DESK'), 'lodgeComplaint', {
        ...{ estateId: e01().id, unitId: unit.id, customerId: person.subjectId, channel: 'PHONE' },
        subject: words(person, '噪音'),
      });
      const visit = { unitId: unit.id, customerId: person.subjectId, mode: 'OFFICE', signature: 'SIGNED' };
      const items = [{ topic: 'CLEANING', kind: 'OPINION', text: words(person, '楼道不净') }];
      await say(of('STEWARD'), 'recordVisit', { ...visit, satisfaction: 'NEUTRAL', items });
    }
    // Five households: of fewer nobody but head office reads a figure.
    for (const code of ['104', '105'])
      await server().house.database.superuser.query(
        `with home as (insert into unit (company_id, estate_id, id, building_id, code, use) values ($1, $2, gen_random_uuid(), $3, $4, 'RESIDENTIAL') returning id)
         insert into unit_state (company_id, unit_id, from_day, estate_id, state) select $1, id, '2020-01-01', $2, 'LET' from home`,
        [world.story.harbour.id, e01().id, e01().buildingId, code],
      );
    published = await askAll('公布的一轮');
    await say(of('SERVICE_MANAGER'), 'collectSurvey', { roundId: published });
    const findings = '不公布前不可见';
    const { round } = await say(
      of('SERVICE_MANAGER'),
      'analyseSurvey',
      { roundId: published, findings },
      'round { estates { id } }',
    );
    await say(of('SERVICE_MANAGER'), 'publishSurvey', { surveyEstateId: round.estates[0].id });
    unpublished = await askAll('未公布的一轮');
    await say(of('SERVICE_MANAGER'), 'collectSurvey', { roundId: unpublished });
    await say(of('SERVICE_MANAGER'), 'analyseSurvey', { roundId: unpublished, findings });
  });
  afterAll(() => server().close());

  const server = () => world.server;
  const e01 = () => world.story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const words = ({ login }: StoryPerson, text: string): string =>
    canary({ company: 'harbour', estate: 'E01', person: login.split('@')[0] ?? '' }, text);
  const say = async (person: StoryPerson, verb: string, input: object, selection = 'cursor') => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} } }`;
    const { data, errors } = await server().query(text, { input }, person);
    expect(errors).toBeUndefined();
    return data[verb];
  };
  /** A round that both residents have answered, and every other household on paper. @returns its id */
  const askAll = async (name: string): Promise<string> => {
    const today = new Date();
    const day = (ahead: number): string => new Date(today.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
    const days = { issueBy: day(2), closesAt: `${day(20)}T00:00:00Z` };
    const input = { estateId: e01().id, name, periodFrom: '2026-01-01', periodUntil: '2026-07-01', ...days };
    const { round } = await say(of('SERVICE_MANAGER'), 'planSurvey', input, 'round { id }');
    await say(of('SERVICE_MANAGER'), 'issueSurvey', { roundId: round.id });
    const forms = `query ($f: SurveyFormFilter) { surveyForms(filter: $f) { nodes { id unit { id } } } }`;
    const { nodes } = (await server().query(forms, { f: { roundId: round.id } }, of('FRONT_DESK'))).data.surveyForms;
    const answersOf = (text: string) => [
      { question: 'CLEANING', level: 'SATISFIED' },
      { question: 'OTHER', text },
    ];
    for (const { id, unit } of nodes) {
      const person = unit.id === e01().units[0].id ? e01().resident : unit.id === e01().units[1].id ? e01().next : null;
      if (person)
        await say(person, 'submitSurveyResponse', { formId: id, answers: answersOf(words(person, '很好')) }, 'number');
      else
        await say(
          of('FRONT_DESK'),
          'enterSurveyResponse',
          { formId: id, mode: 'PAPER', answers: answersOf('谢谢') },
          'number',
        );
    }
    return String(round.id);
  };
  /** Ids of all rows that are born for another occupancy than this one, and of others' homes, persons and words. */
  const strangersIdsOf = async (person: StoryPerson, unitId: string | null): Promise<Set<string>> => {
    const { superuser } = server().house.database;
    const { rows: tables } = await superuser.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name in ('id', 'occupancy_id', 'company_id')
        group by 1 having count(*) = 3`,
    );
    const ids = new Set<string>();
    const add = async (sql: string, values: unknown[]): Promise<void> => {
      for (const { id } of (await superuser.query<{ id: string }>(sql, values)).rows) ids.add(id);
    };
    for (const { name } of tables)
      await add(`select id from ${name} where occupancy_id is not null and occupancy_id is distinct from $1`, [
        person.occupancyId,
      ]);
    await add('select id from unit where id is distinct from $1', [unitId]);
    await add('select id from customer where id <> $1', [person.subjectId]);
    await add('select id from occupancy where id is distinct from $1', [person.occupancyId]);
    await add('select id from account where id <> $1', [person.accountId]);
    await add('select id from notification where recipient_id <> $1', [person.subjectId]);
    await add('select id from survey_comment', []);
    await add(`select id from survey_estate where published_at is null`, []);
    return ids;
  };

  test('D-30, R-SAT-05, D-29 · a resident sees the own tickets, visits and answers, published results, and nothing of the neighbour', async () => {
    for (const [person, unit, neighbour] of [
      [e01().resident, e01().units[0], e01().next],
      [e01().next, e01().units[1], e01().resident],
    ] as const) {
      const { data, text } = await server().query(OWN, {}, person);
      const subjects = (data.tickets.nodes as { subject: string }[]).map(({ subject }) => subject).sort();
      expect(subjects).toEqual([words(person, 'tap drips'), words(person, '噪音')].sort());
      expect(data.ownerVisits.nodes).toMatchObject([
        { unit: { id: unit.id }, items: [{ text: words(person, '楼道不净') }] },
      ]);
      expect(data.surveyForms.nodes).toHaveLength(2);
      for (const form of data.surveyForms.nodes)
        expect(form).toEqual({
          unit: { id: unit.id },
          responses: [
            {
              answers: [
                { question: 'CLEANING', level: 'SATISFIED', text: null },
                { question: 'OTHER', level: null, text: words(person, '很好') },
              ],
            },
          ],
        });
      const rounds = new Map((data.surveyRounds.nodes as { id: string }[]).map((round) => [round.id, round]));
      expect(rounds.get(published)).toMatchObject({ findings: '不公布前不可见', estates: [{}] });
      expect(rounds.get(unpublished)).toMatchObject({ findings: null, estates: [] });
      expect(text).not.toContain(words(neighbour, ''));
      const shown = await server().query(FIGURES, { id: published }, person);
      expect(shown.data.satisfaction).toMatchObject([
        { source: 'SURVEY', question: 'CLEANING', rate: { denominator: 5 } },
        { source: 'SURVEY', question: 'OVERALL' },
      ]);
      expect(shown.data.surveyComments).toEqual({ totalCount: 0, nodes: [] });
      const hidden = await server().query(FIGURES, { id: unpublished }, person);
      expect(hidden.data).toEqual({ satisfaction: [], surveyComments: { totalCount: 0, nodes: [] } });
    }
    const former = await server().query(OWN, {}, e01().former);
    expect(former.data).toEqual({
      ...{
        tickets: { nodes: [] },
        ownerVisits: { nodes: [] },
        surveyForms: { nodes: [] },
        surveyRounds: { nodes: [] },
      },
    });
  });

  test('D-30, D-29 · whatever query a resident calls, with whosever ids and with every field selected, nothing in the answer is a neighbour’s', async () => {
    const { harbour } = world.story;
    const ids = await idsOf(server().house, harbour.id, e01().id);
    const documents = documentsFor(world, ids, {}, harbour.id, [0, 1]).filter(
      ({ operation, field }) => operation === 'query' && OF_RESIDENTS.includes(field),
    );
    const asked = new Set(documents.map(({ field }) => field));
    expect([...asked].sort()).toEqual(OF_RESIDENTS.filter((field) => field.startsWith('Query.')).sort());
    const leaks: string[] = [];
    const told = new Set<string>();
    const person = e01().resident;
    const secret = await strangersIdsOf(person, e01().units[0].id);
    const once = [
      ...new Map(documents.map((document) => [document.text + JSON.stringify(document.variables), document])).values(),
    ];
    await inParallel(once, async (document) => {
      const text = await send(world, document, person);
      const found =
        /KANARI\.harbour\.(E01\.resident[23]|E02)/.exec(text)?.[0] ??
        idAmong(text, secret, JSON.stringify(document.variables));
      if (found !== undefined) leaks.push(`${document.field} told ${found}: ${text.slice(0, 300)}`);
      if (text.includes('KANARI.harbour.E01.resident1.')) told.add(document.field);
    });
    expect(leaks).toEqual([]);
    // The same documents do tell a resident's own.
    for (const field of ['Query.tickets', 'Query.ownerVisits', 'Query.surveyForms', 'Query.customers'])
      expect([...told]).toContain(field);
  }, 240_000);

  test('D-30, R-SAT-02 · every feed tells a resident what becomes of the own, and nothing of what happens next door', async () => {
    expect(OF_RESIDENTS.filter((field) => field.startsWith('Subscription.')).sort()).toEqual(Object.keys(FEEDS).sort());
    const after = (await server().query('{ estates { nodes { id } } }', {}, of('FRONT_DESK'))).extensions?.['cursor'];
    const [mine, next] = [e01().resident, e01().next];
    const heard = new Map<string, string[]>();
    const ends: (() => Promise<unknown>)[] = [];
    for (const [who, person] of [
      ['mine', mine],
      ['next', next],
    ] as const) {
      const client = await server().socket(person);
      for (const [field, selection] of Object.entries(FEEDS)) {
        const name = field.split('.')[1] ?? '';
        const query = `subscription ($after: Cursor) { ${name}(after: $after) { ${selection} } }`;
        const live = client.iterate({ query, variables: { after } });
        const told: string[] = [];
        heard.set(`${who} ${name}`, told);
        ends.push(() => Promise.resolve(live.return?.()));
        void (async () => {
          for await (const event of live) told.push(JSON.stringify(event));
        })();
      }
    }
    const report = async (person: StoryPerson, unitId: string, subject: string) => {
      const input = { estateId: e01().id, unitId, customerId: person.subjectId, channel: 'PHONE', urgency: 'ORDINARY' };
      await say(of('FRONT_DESK'), 'reportRepair', { ...input, subject: words(person, subject) });
    };
    for (const [person, unit] of [
      [next, e01().units[1]],
      [mine, e01().units[0]],
    ] as const) {
      const visit = { unitId: unit.id, customerId: person.subjectId, mode: 'OFFICE', signature: 'SIGNED' };
      const items = [{ topic: 'CLEANING', kind: 'OPINION', text: words(person, '又不净') }];
      await say(of('STEWARD'), 'recordVisit', { ...visit, items });
      await report(person, unit.id, '又漏水');
    }
    await askAll('现场');
    await report(next, e01().units[1].id, '终了');
    await report(mine, e01().units[0].id, '终了');
    const has = (feed: string, text: string): boolean => (heard.get(feed) ?? []).some((event) => event.includes(text));
    for (let i = 0; i < 200 && !(has('mine ticketEvents', '终了') && has('next ticketEvents', '终了')); i += 1) {
      await server().house.relay.look();
      await new Promise((resolve) => setImmediate(resolve));
      await server().query('{ __typename }');
    }
    for (const end of ends) await end();
    for (const [who, person, other] of [
      ['mine', mine, next],
      ['next', next, mine],
    ] as const) {
      expect(has(`${who} ticketEvents`, words(person, '又漏水'))).toBe(true);
      expect(has(`${who} ticketEvents`, words(person, '终了'))).toBe(true);
      expect(has(`${who} visitEvents`, words(person, '又不净'))).toBe(true);
      expect(heard.get(`${who} surveyEvents`)).toEqual([]);
      const everything = [...heard]
        .filter(([feed]) => feed.startsWith(who))
        .flatMap(([, told]) => told)
        .join('\n');
      expect(everything).not.toContain(words(other, ''));
    }
  }, 60_000);
});
