import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { FEWEST_ANSWERS } from '../../../src/domain/survey/open-cells.js';
import { newId } from '../../../src/entities/new-id.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';

const SHEET = `query ($token: String!) { surveySheet(token: $token) { companyName estateName roundName title closesAt questions { key kind text } } }`;
const SUBMIT = `mutation ($input: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $input) { number counts } }`;
const FIGURES = `query ($filter: SatisfactionFilter!, $by: SatisfactionBreakdown) { satisfaction(filter: $filter, by: $by) {
  question mode building { id } rate { numerator denominator } levels { verySatisfied satisfied neutral dissatisfied veryDissatisfied } } }`;
const VISITS = `subscription ($after: Cursor, $estateIds: [ID!]) { visitEvents(after: $after, estateIds: $estateIds) { cursor type visit { id unit { id } } } }`;
const OWED = `subscription ($after: Cursor, $kinds: [ObligationKind!]) { obligationEvents(after: $after, kinds: $kinds) { cursor type obligation { kind state } } }`;
const SURVEYS = `subscription ($after: Cursor) { surveyEvents(after: $after) { cursor type surveyEstate { id publishedAt round { stage } tally { issued returned } } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-11-25T02:00:00Z');
const CLOSES = '2026-12-10T16:00:00.000Z';

describe('surveys as clients meet them: over HTTP and WebSocket', () => {
  let server: TestServer;
  let story: Story;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };
  /** Homes by building: six, six and three. */
  let places: readonly { readonly id: string; readonly units: readonly string[] }[] = [];

  beforeAll(async () => {
    server = await startTestServer({ clock, compareEngines: false });
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role] ?? story.harbour.staff[role]!;
  const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions['code'];
  const say = async (person: StoryPerson | null, verb: string, input: object, selection: string) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} } }`;
    const answer = await server.query(text, { input }, person);
    expect(answer.errors).toBeUndefined();
    return answer.data[verb];
  };
  const issue = async (name: string, estateId = e01().id, manager = of('SERVICE_MANAGER')): Promise<string> => {
    const days = { issueBy: '2026-11-30', closesAt: CLOSES };
    const input = { estateId, name, periodFrom: '2026-07-01', periodUntil: '2027-01-01', ...days };
    const { round } = await say(manager, 'planSurvey', input, 'round { id }');
    await say(manager, 'issueSurvey', { roundId: round.id }, 'round { id }');
    return String(round.id);
  };
  const formsOf = async (roundId: string): Promise<{ id: string; unit: { id: string } }[]> => {
    const text = `query ($f: SurveyFormFilter) { surveyForms(filter: $f, first: 100) { nodes { id unit { id } } } }`;
    return (await server.query(text, { f: { roundId } }, of('FRONT_DESK'))).data.surveyForms.nodes;
  };
  const linksOf = async (roundId: string, formIds: readonly string[]): Promise<string[]> => {
    const { links } = await say(of('FRONT_DESK'), 'issueSurveyLinks', { roundId, formIds }, 'links { formId token }');
    return (links as { token: string }[]).map(({ token }) => token);
  };
  const tallyOf = async (roundId: string) =>
    (
      await server.query(
        `query ($id: ID!) { surveyRound(id: $id) { tally { issued returned byLink } } }`,
        { id: roundId },
        of('SERVICE_MANAGER'),
      )
    ).data.surveyRound.tally;
  const LIKES = [{ question: 'CLEANING', level: 'SATISFIED' }];

  test('R-SAT-02, D-29 · a link shows the questionnaire and nothing else, to whoever holds it, and answers its own household only', async () => {
    const roundId = await issue('凭链接');
    const [form] = await formsOf(roundId);
    const [token] = await linksOf(roundId, [form!.id]);
    const sheet = await server.query(SHEET, { token });
    expect(sheet.status).toBe(200);
    expect(sheet.data.surveySheet.questions).toHaveLength(11);
    const { rows } = await server.house.database.superuser.query<{ name: string; phone: string; code: string }>(
      `select c.name, c.phone, u.code from customer c join occupancy o on o.customer_id = c.id join unit u on u.id = o.unit_id where c.estate_id = $1`,
      [e01().id],
    );
    for (const { name, phone, code } of rows)
      for (const told of [name, phone, `"${code}"`]) expect(sheet.text).not.toContain(told);
    expect(sheet.text).not.toContain(form!.unit.id);
    const first = await server.query(SUBMIT, { input: { token, answers: LIKES } });
    expect(first.data.submitSurveyResponse).toEqual({ number: 1, counts: true });
    const again = await server.query(SHEET, { token });
    expect(again.data).toEqual(sheet.data);
    for (const text of ['{ viewer { id } }', '{ surveyForms { nodes { id } } }', '{ surveyRounds { nodes { id } } }']) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query: text }) });
      expect(await response.text()).toContain('UNAUTHENTICATED');
    }
    expect(await tallyOf(roundId)).toEqual({ issued: 3, returned: 1, byLink: 1 });
  });

  test('R-SAT-02, D-29 · a link of another round, of another company, altered or guessed is none, and every refusal is word for word the same', async () => {
    const [one, two] = [await issue('甲轮'), await issue('乙轮')];
    const [formOfOne] = await formsOf(one);
    const formOfTwo = (await formsOf(two)).find(({ unit }) => unit.id === formOfOne!.unit.id)!;
    const [token] = await linksOf(one, [formOfOne!.id]);
    const secret = token!.slice(-43);
    const guess = (seed: number): string =>
      Array.from(
        { length: 43 },
        (_, i) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'[(seed * 31 + i * 7 + seed * i) % 32],
      ).join('');
    const wrong = [
      token!.replace(formOfOne!.id, formOfTwo.id),
      token!.replace(formOfOne!.id, newId()),
      token!.replace(story.harbour.id, story.cedar.id),
      token!.replace(secret, secret.split('').reverse().join('')),
      token!.slice(0, -1),
      'gj_sv_',
      ...Array.from({ length: 60 }, (_, i) => token!.replace(secret, guess(i))),
    ];
    const told = new Set<string>();
    for (const each of wrong) {
      const sheet = await server.query(SHEET, { token: each });
      expect(sheet.data.surveySheet).toBeNull();
      const { data, errors } = await server.query(SUBMIT, { input: { token: each, answers: LIKES } });
      expect(data.submitSurveyResponse).toBeNull();
      for (const error of [...sheet.errors!, ...errors!])
        told.add(`${error.message} ${JSON.stringify(error.extensions)}`);
    }
    expect([...told]).toEqual([expect.stringContaining('NOT_FOUND')]);
    expect(await tallyOf(one)).toMatchObject({ returned: 0 });
    expect(await tallyOf(two)).toMatchObject({ returned: 0 });
    await server.query(SUBMIT, { input: { token, answers: LIKES } });
    expect([await tallyOf(one), await tallyOf(two)]).toMatchObject([{ returned: 1 }, { returned: 0 }]);
  });

  test('R-SAT-02 · a link ends with its round: then it shows nothing and answers nothing, while that of a later round goes on', async () => {
    const early = await issue('早轮');
    const [formOfEarly] = await formsOf(early);
    const [expired] = await linksOf(early, [formOfEarly!.id]);
    await say(of('SERVICE_MANAGER'), 'collectSurvey', { roundId: early }, 'round { id }');
    const later = await issue('晚轮');
    const formOfLater = (await formsOf(later)).find(({ unit }) => unit.id === formOfEarly!.unit.id)!;
    const [token] = await linksOf(later, [formOfLater.id]);
    expect(codeOf(await server.query(SHEET, { token: expired }))).toBe('NOT_FOUND');
    const late = await server.query(SUBMIT, { input: { token: expired, answers: LIKES } });
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-SAT-02', stage: 'COLLECTED' });
    expect((await server.query(SHEET, { token })).data.surveySheet.roundName).toBe('晚轮');
    now = new Date(CLOSES);
    expect(codeOf(await server.query(SHEET, { token }))).toBe('NOT_FOUND');
    expect(codeOf(await server.query(SUBMIT, { input: { token, answers: LIKES } }))).toBe('RULE_REFUSED');
    now = MORNING;
    const refused = await server.query(
      `mutation ($input: IssueSurveyLinksInput!) { issueSurveyLinks(input: $input) { links { token } } }`,
      { input: { roundId: early, formIds: [formOfEarly!.id] } },
      of('FRONT_DESK'),
    );
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-SAT-02' });
  });

  test('R-SAT-02 · who tries links without end is held up: a network has spent its cost, and is told when to come again', async () => {
    const narrow = { principalCost: 40, companyCost: 1e9, principalOperations: 10, companyOperations: 10 };
    const small = await startTestServer({ compareEngines: false, quota: narrow });
    try {
      const codes: unknown[] = [];
      for (let i = 0; i < 60; i += 1) {
        const { errors } = await small.query(SHEET, { token: `gj_sv_${newId()}_${newId()}_${'A'.repeat(43)}` });
        codes.push(errors?.[0]?.extensions['code']);
      }
      expect(new Set(codes)).toEqual(new Set(['NOT_FOUND', 'LIMIT_EXCEEDED']));
      expect(codes.at(-1)).toBe('LIMIT_EXCEEDED');
    } finally {
      await small.close();
    }
  });

  const build = async (code: string, homes: number) => {
    const { superuser } = server.house.database;
    const [company, estate, id] = [story.harbour.id, e01().id, newId()];
    await superuser.query(`insert into building (company_id, estate_id, id, code, name) values ($1, $2, $3, $4, $4)`, [
      ...[company, estate, id, code],
    ]);
    const units = Array.from({ length: homes }, () => newId());
    for (const [i, unit] of units.entries()) {
      await superuser.query(
        `insert into unit (company_id, estate_id, id, building_id, code, use) values ($1, $2, $3, $4, $5, 'RESIDENTIAL')`,
        [company, estate, unit, id, `${code}-${i}`],
      );
      await superuser.query(
        `insert into unit_state (company_id, unit_id, from_day, estate_id, state) values ($1, $2, '2020-01-01', $3, 'LET')`,
        [company, unit, estate],
      );
    }
    return { id, units };
  };
  const figures = async (person: StoryPerson, filter: object, by: string) =>
    (await server.query(FIGURES, { filter, by }, person)).data.satisfaction as {
      readonly question: string;
      readonly mode: string | null;
      readonly building: { readonly id: string } | null;
      readonly rate: { readonly numerator: number; readonly denominator: number };
      readonly levels: Readonly<Record<string, number>>;
    }[];

  test('R-SAT-03, D-29 · whatever breakdowns an estate’s staff lay side by side, none has, and no two differ by, one to four answers', async () => {
    places = [await build('D1', 6), await build('D2', 6), await build('D3', 3)];
    const roundId = await issue('相减');
    const forms = await formsOf(roundId);
    const enter = (formId: string, mode: string, level: string) =>
      say(
        of('FRONT_DESK'),
        'enterSurveyResponse',
        { formId, mode, answers: [{ question: 'CLEANING', level }] },
        'number',
      );
    for (const [i, place] of places.entries())
      for (const [j, unit] of place.units.entries()) {
        const form = forms.find((each) => each.unit.id === unit)!;
        if (i === 0 && j === 0) await enter(form.id, 'TELEPHONE', 'VERY_DISSATISFIED');
        else await enter(form.id, 'PAPER', j % 2 === 0 ? 'SATISFIED' : 'NEUTRAL');
      }
    const own = forms.find(({ unit }) => unit.id === e01().units[0].id)!;
    await say(e01().resident, 'submitSurveyResponse', { formId: own.id, answers: LIKES }, 'number');
    await say(of('SERVICE_MANAGER'), 'collectSurvey', { roundId }, 'round { id }');
    await say(of('SERVICE_MANAGER'), 'analyseSurvey', { roundId, findings: '良好' }, 'round { id }');
    const filter = { roundId, sources: ['SURVEY'], dimensions: ['CLEANING'] };
    const seenBy = async (person: StoryPerson): Promise<Map<string, number>> => {
      const seen = new Map<string, number>();
      for (const by of ['COMPANY', 'ESTATE', 'BUILDING', 'STEWARD', 'MODE'])
        for (const withTelephone of [false, true])
          for (const { rate, building, mode } of await figures(person, { ...filter, withTelephone }, by))
            seen.set([by, building?.id ?? mode ?? '', withTelephone].join(' '), rate.denominator);
      return seen;
    };
    const whole = await seenBy(of('QUALITY_OFFICER'));
    expect([...whole.values()]).toEqual(expect.arrayContaining([15, 16, 5, 6, 3, 1, 14]));
    for (const role of ['SERVICE_MANAGER', 'STEWARD', 'FRONT_DESK', 'ESTATE_MANAGER']) {
      const seen = await seenBy(of(role));
      expect(seen.get('ESTATE  false')).toBe(15);
      expect([...seen.keys()].filter((key) => key.startsWith('BUILDING'))).not.toEqual([]);
      const answers = [...seen.values()];
      for (const a of answers) {
        expect(a).toBeGreaterThanOrEqual(FEWEST_ANSWERS);
        for (const b of answers) expect([0, FEWEST_ANSWERS]).toContain(Math.min(Math.abs(a - b), FEWEST_ANSWERS));
      }
    }
    const text = `query ($f: SatisfactionFilter!) { satisfaction(filter: $f) { tally { returned byPaper byApp byTelephone } } }`;
    expect((await server.query(text, { f: filter }, of('STEWARD'))).data.satisfaction[0].tally).toEqual({
      ...{ returned: 15, byPaper: 14, byApp: 1, byTelephone: 1 },
    });
  });

  test('D-29 · head office reads single forms without what says who it was: neither name nor number, nor the household', async () => {
    const roundId = await issue('单份');
    const own = (await formsOf(roundId)).find(({ unit }) => unit.id === e01().units[0].id)!;
    const { rows } = await server.house.database.superuser.query<{ name: string }>(
      'select name from customer where id = $1',
      [e01().resident.subjectId],
    );
    const text = `我是${rows[0]!.name}，住3栋1201，电话13800001234，电梯慢`;
    const answers = [{ question: 'OTHER', text }];
    await say(e01().resident, 'submitSurveyResponse', { formId: own.id, answers }, 'number');
    const single = `query ($f: SurveyFormFilter) { surveyForms(filter: $f, first: 10) { nodes { id responses { answers { text } } } } }`;
    const seenBy = async (person: StoryPerson): Promise<unknown> => {
      const { nodes } = (await server.query(single, { f: { roundId, unitId: own.unit.id } }, person)).data.surveyForms;
      return (nodes as { id: string; responses: unknown }[]).find(({ id }) => id === own.id)?.responses;
    };
    expect(await seenBy(e01().resident)).toEqual([{ answers: [{ text }] }]);
    expect(await seenBy(of('QUALITY_OFFICER'))).toEqual([{ answers: [{ text: '我是***，住***，电话***，电梯慢' }] }]);
    for (const role of ['SERVICE_MANAGER', 'ESTATE_MANAGER', 'STEWARD']) expect(await seenBy(of(role))).toEqual([]);
  });

  test('R-VIS-05, R-VIS-15 · D-29 · live over a socket: a visit is due, it takes place, a household has answered, the round is analysed, and published', async () => {
    const { extensions } = await server.query('{ estates { nodes { id } } }', {}, of('SERVICE_MANAGER'));
    const after = extensions?.['cursor'];
    expect(typeof after).toBe('string');
    const client = await server.socket(of('SERVICE_MANAGER'));
    const follow = (query: string, variables: object = {}) =>
      client.iterate<Record<string, Record<string, unknown>>>({ query, variables: { after, ...variables } });
    const until = async (live: ReturnType<typeof follow>, field: string, last: string) => {
      const told: Record<string, unknown>[] = [];
      while (told.at(-1)?.['type'] !== last) {
        const { value } = (await live.next()) as { value: { data: Record<string, Record<string, unknown>> } };
        told.push(value.data[field]!);
      }
      return told;
    };
    const [visits, owed, surveys] = [
      follow(VISITS, { estateIds: [e01().id] }),
      follow(OWED, { kinds: ['OWNER_VISIT'] }),
      follow(SURVEYS),
    ];
    await say(of('SERVICE_SUPERVISOR'), 'drawVisits', { estateId: e01().id }, 'drawn');
    const due = await until(owed, 'obligationEvents', 'obligation.OWED');
    expect(due[0]).toMatchObject({ type: 'obligation.OWED', obligation: { kind: 'OWNER_VISIT', state: 'OPEN' } });
    const { visit } = await say(
      of('STEWARD'),
      'recordVisit',
      { unitId: e01().units[0].id, mode: 'OFFICE', signature: 'SIGNED', satisfaction: 'SATISFIED' },
      'visit { id }',
    );
    const seen = await until(visits, 'visitEvents', 'visit.RECORDED');
    expect(seen[0]).toMatchObject({ type: 'visit.SAMPLED' });
    expect(seen.at(-1)).toMatchObject({ visit: { id: visit.id, unit: { id: e01().units[0].id } } });

    const roundId = await issue('现场');
    const forms = await formsOf(roundId);
    const own = forms.find(({ unit }) => unit.id === e01().units[0].id)!;
    await say(e01().resident, 'submitSurveyResponse', { formId: own.id, answers: LIKES }, 'number');
    const answered = await until(surveys, 'surveyEvents', 'survey.RESPONSE_RECEIVED');
    expect(answered.at(-1)).toMatchObject({ surveyEstate: { tally: { returned: 1, issued: forms.length } } });
    const words = JSON.stringify(answered);
    for (const person of [e01().resident, e01().next])
      for (const told of [person.subjectId, person.occupancyId, person.accountId]) expect(words).not.toContain(told);
    for (const { id, unit } of forms) for (const told of [id, unit.id]) expect(words).not.toContain(told);
    await say(of('SERVICE_MANAGER'), 'collectSurvey', { roundId }, 'round { id }');
    const { round } = await say(
      of('SERVICE_MANAGER'),
      'analyseSurvey',
      { roundId, findings: '良好' },
      'round { estates { id } }',
    );
    const analysed = await until(surveys, 'surveyEvents', 'survey.RESULT_COUNTED');
    expect(analysed.at(-1)).toMatchObject({ surveyEstate: { round: { stage: 'ANALYSED' }, publishedAt: null } });
    await say(of('SERVICE_MANAGER'), 'publishSurvey', { surveyEstateId: round.estates[0].id }, 'round { id }');
    const published = await until(surveys, 'surveyEvents', 'survey.PUBLISHED');
    expect(published.at(-1)).toMatchObject({
      surveyEstate: { id: round.estates[0].id, publishedAt: MORNING.toISOString() },
    });
    for (const live of [visits, owed, surveys]) await live.return?.();
  });
});
