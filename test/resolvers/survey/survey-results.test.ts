import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { openSurveyFeed } from '../../../src/events/survey-feed.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const FIGURE = `{ source question dimension mode from until smallSample change rate { numerator denominator percent } previous { percent }
  levels { verySatisfied satisfied neutral dissatisfied veryDissatisfied }
  estate { id } building { id } steward { id } round { id } tally { returned responseRate { percent } enteredByStaff { numerator denominator } } }`;
const FIGURES = `query ($filter: SatisfactionFilter!, $by: SatisfactionBreakdown) { satisfaction(filter: $filter, by: $by) ${FIGURE} }`;
const ROUND = `{ id stage version analysedAt findings measures analysedBy { id }
  estates { id version publishBy publishedAt publishedOnTime estate { id } } }`;
const COMMENTS = `query ($filter: SurveyCommentFilter!) { surveyComments(filter: $filter) { nodes { question text } totalCount } }`;
const FORMS = `query ($filter: SurveyFormFilter) { surveyForms(filter: $filter, first: 50) { nodes { id unit { id } responses { number counts mode answers { question level text } } } } }`;
/** Friday, ten in the morning in Shanghai. */
const MORNING = new Date('2026-11-27T02:00:00Z');

interface Figure {
  readonly question: string;
  readonly source: string;
  readonly rate: { readonly numerator: number; readonly denominator: number; readonly percent: string | null };
  readonly [field: string]: unknown;
}
interface Form {
  readonly id: string;
  readonly unit: { readonly id: string };
  readonly responses: readonly unknown[];
}

describe('results of surveys', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };
  /** Homes of the second building: twelve; of the third: three. */
  let second: { buildingId: string; units: string[] };
  let third: { buildingId: string; units: string[] };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    second = await build('B2', 12);
    third = await build('B3', 3);
    await assign(of('STEWARD'), second.buildingId);
    await assign(of('ASSISTANT_STEWARD'), third.buildingId);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const build = async (code: string, homes: number) => {
    const { superuser } = house.database;
    const [company, estate, buildingId] = [story.harbour.id, e01().id, newId()];
    await superuser.query(`insert into building (company_id, estate_id, id, code, name) values ($1, $2, $3, $4, $4)`, [
      company,
      estate,
      buildingId,
      code,
    ]);
    const units = Array.from({ length: homes }, () => newId());
    for (const [i, unit] of units.entries()) {
      await superuser.query(
        `insert into unit (company_id, estate_id, id, building_id, code, use) values ($1, $2, $3, $4, $5, 'RESIDENTIAL')`,
        [company, estate, unit, buildingId, `${code}-${i}`],
      );
      await superuser.query(
        `insert into unit_state (company_id, unit_id, from_day, estate_id, state) values ($1, $2, '2020-01-01', $3, 'LET')`,
        [company, unit, estate],
      );
    }
    return { buildingId, units };
  };
  const assign = ({ subjectId }: StoryPerson, buildingId: string) =>
    house.database.superuser.query(
      'insert into steward_building (company_id, staff_id, building_id, estate_id) values ($1, $2, $3, $4)',
      [story.harbour.id, subjectId, buildingId, e01().id],
    );
  const say = (person: StoryPerson | undefined, verb: string, input: object, selection: string): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${selection} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const round = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input, `round ${ROUND}`);
    expect(refusals).toEqual([]);
    return data[verb].round;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) =>
    (await say(person, verb, input, 'round { id }')).facts[0];
  const figures = async (person: StoryPerson, filter: object, by = 'ESTATE'): Promise<Figure[]> =>
    (await ask(person, FIGURES, { filter, by })).data.satisfaction as Figure[];
  const forms = async (person: StoryPerson, roundId: string): Promise<Form[]> =>
    (await ask(person, FORMS, { filter: { roundId } })).data.surveyForms.nodes as Form[];
  const plan = async (name: string, periodFrom: string, periodUntil: string): Promise<string> => {
    const days = { issueBy: '2026-11-30', closesAt: '2026-12-10T16:00:00Z' };
    const input = { estateId: e01().id, name, periodFrom, periodUntil, ...days };
    const { id } = await round(of('SERVICE_MANAGER'), 'planSurvey', input);
    await round(of('SERVICE_MANAGER'), 'issueSurvey', { roundId: id });
    return String(id);
  };
  const enter = async (formId: string, answers: readonly object[], mode = 'PAPER') => {
    const { refusals } = await say(of('FRONT_DESK'), 'enterSurveyResponse', { formId, mode, answers }, 'number');
    expect(refusals).toEqual([]);
  };
  const CLEAN = (level: string, text?: string) => [
    { question: 'CLEANING', level },
    ...(text === undefined ? [] : [{ question: 'OTHER', text }]),
  ];
  let before = '';
  let roundId = '';

  test('D-29 · until a round is analysed nobody sees a figure or a word of it', async () => {
    before = await plan('上半年', '2026-01-01', '2026-07-01');
    const early = await forms(of('FRONT_DESK'), before);
    for (const { id, unit } of early.filter((form) => second.units.includes(form.unit.id)))
      await enter(id, CLEAN(second.units.indexOf(unit.id) < 6 ? 'SATISFIED' : 'NEUTRAL'));
    for (const person of [of('SERVICE_MANAGER'), quality(), e01().resident]) {
      expect(await figures(person, { roundId: before, sources: ['SURVEY'] })).toEqual([]);
      expect((await ask(person, COMMENTS, { filter: { roundId: before } })).data.surveyComments.nodes).toEqual([]);
    }
    expect(await refused(of('SERVICE_MANAGER'), 'analyseSurvey', { roundId: before, findings: 'x' })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-SAT-03',
      stage: 'ISSUED',
    });
  });

  test('R-SAT-03, R-SAT-05 · a closed round is analysed at an instant; its publication is owed within five working days', async () => {
    await round(of('SERVICE_MANAGER'), 'collectSurvey', { roundId: before });
    const input = { roundId: before, findings: '清洁需加强', measures: '每日两次' };
    expect(await refused(of('STEWARD'), 'analyseSurvey', input)).toMatchObject({ code: 'FORBIDDEN' });
    const analysed = await round(of('SERVICE_MANAGER'), 'analyseSurvey', input);
    expect(analysed).toMatchObject({
      ...{ stage: 'ANALYSED', analysedAt: MORNING, findings: '清洁需加强', measures: '每日两次' },
      analysedBy: { id: of('SERVICE_MANAGER').subjectId },
      estates: [{ publishBy: new Date('2026-12-04T15:59:59.999Z'), publishedAt: null, publishedOnTime: null }],
    });
    const owed = `{ obligations(filter: { kinds: [SURVEY_PUBLICATION] }) { nodes { state dueAt ownerPost subjectId } } }`;
    expect((await ask(of('SERVICE_MANAGER'), owed)).data.obligations.nodes).toEqual([
      {
        ...{ state: 'OPEN', ownerPost: 'SERVICE_MANAGER', subjectId: analysed.estates[0].id },
        dueAt: new Date('2026-12-04T15:59:59.999Z'),
      },
    ]);
    expect(await refused(of('SERVICE_MANAGER'), 'analyseSurvey', input)).toMatchObject({ rule: 'R-SAT-03' });
    const shown = await figures(of('STEWARD'), { roundId: before, sources: ['SURVEY'] });
    expect(shown.map(({ question, rate, smallSample }) => [question, rate.percent, smallSample])).toEqual([
      ['CLEANING', '50.0', true],
      ['OVERALL', '50.0', true],
    ]);
  });

  test('R-SAT-03, R-SAT-06, D-29 · M-SAT-01, M-SAT-07: by estate, building, steward and mode, with distribution, response rate and the round before; few answers are closed to the estate', async () => {
    now = new Date('2026-11-28T02:00:00Z');
    roundId = await plan('下半年', '2026-07-01', '2027-01-01');
    const all = await forms(of('FRONT_DESK'), roundId);
    expect(all).toHaveLength(18);
    for (const { id, unit } of all) {
      const place = second.units.indexOf(unit.id);
      if (place >= 0 && place < 10)
        await enter(id, CLEAN(place < 8 ? 'VERY_SATISFIED' : 'DISSATISFIED', `电梯慢 ${place}，打13800001234`));
      if (place === 10) await enter(id, CLEAN('DISSATISFIED'), 'TELEPHONE');
      if (third.units.includes(unit.id)) await enter(id, CLEAN('NEUTRAL', '保洁好'));
    }
    const own = all.find(({ unit }) => unit.id === e01().units[0].id);
    await say(
      e01().resident,
      'submitSurveyResponse',
      { formId: own?.id, answers: CLEAN('SATISFIED', '张三很满意') },
      'number',
    );
    await round(of('SERVICE_MANAGER'), 'collectSurvey', { roundId });
    await round(of('SERVICE_MANAGER'), 'analyseSurvey', { roundId, findings: '良好' });
    const filter = { roundId, sources: ['SURVEY'], dimensions: ['CLEANING'] };
    const [estate] = await figures(of('STEWARD'), filter);
    expect(estate).toMatchObject({
      ...{ source: 'SURVEY', dimension: 'CLEANING', from: '2026-07-01', until: '2027-01-01', smallSample: true },
      levels: { verySatisfied: 8, satisfied: 1, neutral: 3, dissatisfied: 2, veryDissatisfied: 0 },
      rate: { numerator: 9, denominator: 14, percent: '64.3' },
      ...{ previous: { percent: '50.0' }, change: '14.3', estate: { id: e01().id }, round: { id: roundId } },
      tally: { returned: 14, responseRate: { percent: '77.8' }, enteredByStaff: { numerator: 14, denominator: 15 } },
    });
    const parts = async (person: StoryPerson, by: string, what: string) =>
      (await figures(person, filter, by)).map((figure) => [
        (figure[what] as { id?: string } | null)?.id ?? figure[what],
        figure.rate.denominator,
      ]);
    const [two, three, one] = [second.buildingId, third.buildingId, e01().buildingId];
    expect(await parts(of('SERVICE_MANAGER'), 'BUILDING', 'building')).toEqual([]);
    expect((await parts(quality(), 'BUILDING', 'building')).sort()).toEqual(
      [
        [one, 1],
        [two, 10],
        [three, 3],
      ].sort(),
    );
    expect(await parts(of('SERVICE_MANAGER'), 'STEWARD', 'steward')).toEqual([]);
    expect((await parts(quality(), 'STEWARD', 'steward')).sort()).toEqual(
      [
        [of('STEWARD').subjectId, 10],
        [of('ASSISTANT_STEWARD').subjectId, 3],
      ].sort(),
    );
    expect((await parts(quality(), 'MODE', 'mode')).sort()).toEqual([
      ['APP', 1],
      ['PAPER', 13],
      ['TELEPHONE', 1],
    ]);
    expect(await parts(of('SERVICE_MANAGER'), 'MODE', 'mode')).toEqual([]);
    const withTelephone = await figures(quality(), { ...filter, withTelephone: true }, 'COMPANY');
    expect(withTelephone[0]).toMatchObject({ estate: null, rate: { numerator: 9, denominator: 15 } });
    expect(await figures(of('STEWARD', story.harbour.e02), filter)).toEqual([]);
  });

  test('D-29 · comments are masked, by nobody, and found by their words', async () => {
    const found = async (person: StoryPerson, filter: object) =>
      (await ask(person, COMMENTS, { filter: { roundId, ...filter } })).data.surveyComments as {
        nodes: { question: string; text: string }[];
        totalCount: number;
      };
    const lifts = await found(of('STEWARD'), { text: '电梯' });
    expect(lifts.totalCount).toBe(10);
    for (const { text } of lifts.nodes) expect(text).toMatch(/^电梯慢 \d，打\*\*\*$/u);
    const all = await found(of('STEWARD'), {});
    expect(all.totalCount).toBe(14);
    expect(JSON.stringify(all)).not.toMatch(/13800001234/u);
    expect((await found(quality(), { questions: ['OTHER'] })).totalCount).toBe(14);
    expect((await found(e01().resident, {})).totalCount).toBe(0);
    expect((await found(of('STEWARD', story.harbour.e02), {})).totalCount).toBe(0);
  });

  test('D-29, D-30 · a household reads its own answers, head office single forms, nobody else any', async () => {
    const own = (await forms(e01().resident, roundId))[0];
    expect(own?.responses).toEqual([
      {
        ...{ number: 1, counts: true, mode: 'APP' },
        answers: [
          { question: 'CLEANING', level: 'SATISFIED', text: null },
          { question: 'OTHER', level: null, text: '张三很满意' },
        ],
      },
    ]);
    const seen = async (person: StoryPerson) => (await forms(person, roundId)).flatMap(({ responses }) => responses);
    expect(await seen(of('SERVICE_MANAGER'))).toEqual([]);
    expect(await seen(e01().next)).toEqual([]);
    expect(await seen(quality())).toHaveLength(15);
    expect(JSON.stringify(await seen(quality()))).not.toMatch(/13800001234/u);
  });

  test('R-SAT-05 · M-SAT-04: published late is recorded and counted; only then residents see the estate’s figures, and no parts', async () => {
    const filter = { roundId, sources: ['SURVEY'] };
    expect(await figures(e01().resident, filter)).toEqual([]);
    const unpublished = await ask(e01().resident, `query ($id: ID!) { surveyRound(id: $id) ${ROUND} }`, {
      id: roundId,
    });
    expect(unpublished.data.surveyRound).toMatchObject({ findings: null, estates: [], analysedBy: null });
    now = new Date('2026-12-20T02:00:00Z');
    const { data } = await ask(of('STEWARD'), `query ($id: ID!) { surveyRound(id: $id) ${ROUND} }`, { id: roundId });
    const [estate] = data.surveyRound.estates as { id: string; version: number }[];
    const input = { surveyEstateId: estate?.id, expectedVersion: estate?.version };
    expect(await refused(of('STEWARD'), 'publishSurvey', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refused(of('SERVICE_MANAGER'), 'publishSurvey', { ...input, occurredAt: '2026-11-01T00:00:00Z' }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    const published = await round(of('SERVICE_MANAGER'), 'publishSurvey', input);
    expect(published.estates).toMatchObject([{ publishedAt: now, publishedOnTime: false }]);
    const again = { surveyEstateId: estate?.id };
    expect(await refused(of('SERVICE_MANAGER'), 'publishSurvey', again)).toMatchObject({ rule: 'R-SAT-05' });
    const shown = await figures(e01().resident, filter);
    expect(shown.map(({ question, rate }) => [question, rate.numerator, rate.denominator])).toEqual([
      ['CLEANING', 9, 14],
      ['OVERALL', 9, 14],
    ]);
    expect(await figures(e01().resident, filter, 'BUILDING')).toEqual([]);
    expect(await figures(story.harbour.e02.resident, filter)).toEqual([]);
    const seen = await ask(e01().resident, `query ($id: ID!) { surveyRound(id: $id) ${ROUND} }`, { id: roundId });
    expect(seen.data.surveyRound).toMatchObject({ findings: '良好', estates: [{ publishedAt: now }] });
    now = MORNING;
  });

  test('R-SAT-06, R-VIS-27, D-24 · callbacks and visits are sources of their own, never merged, each with the period before', async () => {
    const { superuser } = house.database;
    const ids = [story.harbour.id, e01().id, e01().units[0].id, of('STEWARD').subjectId];
    await superuser.query(
      `with cycle as (insert into visit_cycle (company_id, id, estate_id, number, seed, started_at, occupied) values ($1, gen_random_uuid(), $2, 1, 'seed', now(), 3) returning id),
            visit as (insert into owner_visit (company_id, id, estate_id, unit_id, cycle_id, organiser, stage, sampled, visited_at, visitor_id, mode, satisfaction,
                             in_quiet_hours, unannounced, repeated, by_other_post, counts, version)
                      select $1, gen_random_uuid(), $2, $3, cycle.id, 'ESTATE', 'RECORDED', false, v.at::timestamptz, $4, v.mode, v.said, false, false, false, false, false, 1
                        from cycle, (values ('2026-11-30T15:59:59Z', 'HOME', 'SATISFIED'), ('2026-11-05T02:00:00Z', 'TELEPHONE', 'NEUTRAL'),
                                            ('2026-10-05T02:00:00Z', 'HOME', 'DISSATISFIED'), ('2026-11-30T16:00:00Z', 'HOME', 'NEUTRAL')) as v(at, mode, said)
                      returning id, satisfaction)
       insert into visit_item (company_id, id, estate_id, visit_id, position, topic, kind, text, satisfaction, feedback_owed)
       select $1, gen_random_uuid(), $2, id, 1, 'CLEANING', 'OPINION', 'x', satisfaction, false from visit`,
      ids,
    );
    const november = { from: '2026-11-01', until: '2026-12-01', sources: ['VISIT', 'CALLBACK'] };
    const shown = await figures(quality(), november);
    expect(
      shown.map(({ source, question, rate, previous, change }) => [
        source,
        question,
        rate.numerator,
        rate.denominator,
        previous,
        change,
      ]),
    ).toEqual([
      ['VISIT', 'CLEANING', 1, 2, { percent: '0.0' }, '50.0'],
      ['VISIT', 'OVERALL', 1, 2, { percent: '0.0' }, '50.0'],
    ]);
    const modes = await figures(of('STEWARD'), { ...november, dimensions: ['CLEANING'] }, 'MODE');
    expect(modes.map(({ mode, rate }) => [mode, rate.denominator])).toEqual([
      ['HOME', 1],
      ['TELEPHONE', 1],
    ]);
    expect(await figures(e01().resident, november)).toEqual([]);
    expect(await figures(of('STEWARD', story.harbour.e02), november)).toEqual([]);
    const buildings = await figures(quality(), { ...november, buildingIds: [e01().buildingId] }, 'BUILDING');
    expect(buildings.map(({ building }) => building)).toEqual([{ id: e01().buildingId }, { id: e01().buildingId }]);
    expect(await figures(quality(), { ...november, stewardIds: [of('STEWARD').subjectId] }, 'STEWARD')).toEqual([]);
    const wrong = await ask(quality(), FIGURES, { filter: { from: '2026-11-01' } });
    expect(wrong.facts[0]).toMatchObject({ code: 'INVALID_INPUT', path: 'filter.roundId' });
  });

  test('D-29 · the database itself shows an estate’s staff the open figures only', async () => {
    const client = await house.pool.connect();
    try {
      const count = async (settings: Record<string, string>) => {
        await client.query('begin');
        for (const [name, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [name, value]);
        const { rows } = await client.query<{ all: number; open: number }>(
          'select count(*)::int as "all", count(*) filter (where is_open)::int as open from survey_result',
        );
        await client.query('rollback');
        return rows[0] ?? { all: -1, open: -1 };
      };
      const staff = { 'app.company': story.harbour.id, 'app.audience': 'staff', 'app.estates': `{${e01().id}}` };
      const seen = await count(staff);
      expect(seen.open).toBeGreaterThan(0);
      expect(seen.all).toBe(seen.open);
      expect((await count({ ...staff, 'app.confidences': 'on' })).all).toBeGreaterThan(seen.all);
    } finally {
      client.release();
    }
  });

  test('D-29, R-SAT-02, R-SAT-03 · rounds are told live to the staff of their estate: counts, never who; residents hear nothing', async () => {
    const open = async (person: StoryPerson) => {
      const facts = { requestId: 'test', address: '', transport: 'websocket' } as const;
      return openSurveyFeed(new RequestContext(house, await principalOf(house, person), facts), {});
    };
    const feeds = [await open(of('FRONT_DESK')), await open(e01().resident)];
    const [desk] = feeds.map((feed) => eventsOf(house, feed));
    const live = await plan('现场', '2027-01-01', '2027-02-01');
    const [own] = await forms(e01().resident, live);
    await say(e01().resident, 'submitSurveyResponse', { formId: own?.id, answers: CLEAN('SATISFIED') }, 'number');
    await round(of('SERVICE_MANAGER'), 'collectSurvey', { roundId: live });
    await round(of('SERVICE_MANAGER'), 'analyseSurvey', { roundId: live, findings: 'x' });
    const told: unknown[] = [];
    for (let i = 0; i < 4; i += 1) told.push((await desk?.next())?.value);
    expect(told).toMatchObject([
      { type: 'survey.FORMS_ISSUED' },
      { type: 'survey.RESPONSE_RECEIVED', actorKind: 'SYSTEM', actorId: null },
      { type: 'survey.COLLECTED' },
      { type: 'survey.RESULT_COUNTED' },
    ]);
    await Promise.all(feeds.map((feed) => feed.return()));
  });

  test('M-SAT-01, M-SAT-02, M-SAT-03, D-29 · the survey by dimension, over all and by response is among the figures; what few have answered only to those who may know it', async () => {
    const card = async (person: StoryPerson, from: string, to: string) =>
      (
        await ask(
          person,
          `query ($period: PeriodInput!, $estateIds: [ID!]) { portfolioScorecard(period: $period, estateIds: $estateIds,
             metrics: [SURVEY_SATISFACTION, SURVEY_SATISFACTION_OVERALL, SURVEY_RESPONSE]) { metrics { value numerator denominator rows { totalCount } } }
             metricBreakdown(period: $period, estateIds: $estateIds, metric: SURVEY_SATISFACTION, by: SURVEY_DIMENSION) { segment metric { numerator } } }`,
          { period: { from, to }, estateIds: [e01().id] },
        )
      ).data;
    const second = await card(of('SERVICE_MANAGER'), '2026-07-01', '2026-08-01');
    const rows = { totalCount: 1 };
    expect(second.portfolioScorecard.metrics).toEqual([
      { value: '64.3', numerator: '9', denominator: '14', rows },
      { value: '64.3', numerator: '9', denominator: '14', rows },
      { value: '77.8', numerator: '14', denominator: '18', rows },
    ]);
    expect(second.metricBreakdown).toEqual([{ segment: 'CLEANING', metric: { numerator: '9' } }]);
    const few = await card(of('SERVICE_MANAGER'), '2027-01-01', '2027-02-01');
    expect(few.portfolioScorecard.metrics).toMatchObject([
      { value: null, denominator: '0', rows: { totalCount: 0 } },
      { value: null, denominator: '0', rows: { totalCount: 0 } },
      { value: '5.6', numerator: '1', denominator: '18' },
    ]);
    expect(few.metricBreakdown).toEqual([]);
    const trusted = await card(quality(), '2027-01-01', '2027-02-01');
    expect(trusted.portfolioScorecard.metrics).toMatchObject([
      { value: '100.0', denominator: '1', rows },
      { value: '100.0', denominator: '1', rows },
      { value: '5.6' },
    ]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).not.toContainEqual(
      expect.objectContaining({ metric: expect.stringMatching(/^SURVEY/u) }),
    );
  });
});
