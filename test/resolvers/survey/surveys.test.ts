import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { surveyCloses } from '../../../src/jobs/survey/survey-closes.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { talliesOf } from '../../support/tallies.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const ROUND = `{ id stage name periodFrom periodUntil samplePercent satisfiedSteps issuedAt closesAt collectedAt version
  estate { id } questionnaire { code number questions { key kind dimension } } plannedBy { id }
  tally { households issued undeliverable returned byLink byApp byPaper byTelephone blank replaced
    responseRate { numerator denominator percent } enteredByStaff { numerator denominator percent } }
  estates { estate { id } version tally { issued returned } } }`;
const FORMS = `query ($filter: SurveyFormFilter) { surveyForms(filter: $filter, first: 50) { totalCount nodes { id undeliverable version unit { id } round { id name } } } }`;
const OWED = `{ obligations(filter: { kinds: [SURVEY_ISSUE, SURVEY_PUBLICATION] }, first: 50) { nodes { kind state dueAt ownerPost subjectKind subjectId } } }`;
const SHEET = `query ($token: String!) { surveySheet(token: $token) { companyName estateName roundName title closesAt questions { key text } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-11-25T02:00:00Z');
const CLOSES = '2026-12-10T16:00:00.000Z';

describe('surveys', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  type Said = [person: StoryPerson | undefined, verb: string, input: object, selection: string];
  const say = (...[person, verb, input, selection]: Said): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${selection} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (...[person, verb, input, selection]: Said): Promise<any> => {
    const { data, refusals } = await say(person, verb, input, selection);
    expect(refusals).toEqual([]);
    return data[verb];
  };
  const refused = async (...said: Said) => (await say(...said)).facts[0];
  const round = async (person: StoryPerson, verb: string, input: object) =>
    (await done(person, verb, input, `round ${ROUND}`)).round;
  const PAYLOAD = 'answeredAt number counts closesAt';
  const answer = (person: StoryPerson | undefined, input: object) =>
    done(person, 'submitSurveyResponse', input, PAYLOAD);
  const unanswered = (person: StoryPerson | undefined, input: object) =>
    refused(person, 'submitSurveyResponse', input, PAYLOAD);
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };
  const forms = async (person: StoryPerson, filter: object = {}) =>
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
    (await ask(person, FORMS, { filter })).data.surveyForms.nodes as any[];
  const tally = async (): Promise<unknown> =>
    (await ask(of('SERVICE_MANAGER'), `query ($id: ID!) { surveyRound(id: $id) ${ROUND} }`, { id: roundId })).data
      .surveyRound.tally;
  const PLAN = {
    ...{ name: '2026下半年', periodFrom: '2026-07-01', periodUntil: '2027-01-01' },
    ...{ issueBy: '2026-11-30', closesAt: CLOSES },
  };
  const LIKES = [{ question: 'CLEANING', level: 'SATISFIED' }];
  let roundId = '';
  let formOfResident = '';
  let formOfOther = '';
  let token = '';

  test('R-SAT-01, R-SAT-07, R-SAT-09 · Q-01 · the centre plans a round: the nine dimensions, all occupied households, and owes the issue on schedule', async () => {
    const planned = await round(of('SERVICE_MANAGER'), 'planSurvey', { estateId: e01().id, ...PLAN });
    roundId = planned.id;
    expect(planned).toMatchObject({
      ...{ stage: 'PLANNED', samplePercent: 100, satisfiedSteps: 2, estate: { id: e01().id }, version: 1 },
      questionnaire: { code: 'STANDARD', number: 1 },
      tally: { issued: 0, returned: 0 },
    });
    expect(planned.questionnaire.questions).toHaveLength(11);
    const { data } = await ask(of('SERVICE_MANAGER'), OWED);
    expect(data.obligations.nodes).toEqual([
      {
        ...{ kind: 'SURVEY_ISSUE', state: 'OPEN', ownerPost: 'SERVICE_MANAGER' },
        ...{ subjectKind: 'SURVEY_ROUND', subjectId: roundId, dueAt: new Date('2026-11-30T15:59:59.999Z') },
      },
    ]);
    expect(await refused(of('STEWARD'), 'planSurvey', { estateId: e01().id, ...PLAN }, 'round { id }')).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refused(of('SERVICE_MANAGER'), 'planSurvey', PLAN, 'round { id }')).toMatchObject({
      code: 'FORBIDDEN',
      action: 'survey.plan',
    });
    expect((await ask(e01().resident, '{ surveyForms { totalCount } }')).data.surveyForms.totalCount).toBe(0);
  });

  test('R-SAT-02 · D-28 · the issue gives each occupied household one form, its resident sees the own, and the duty is done', async () => {
    const issued = await round(of('SERVICE_MANAGER'), 'issueSurvey', { roundId, expectedVersion: 1 });
    expect(issued).toMatchObject({
      ...{ stage: 'ISSUED', version: 2, issuedAt: MORNING },
      tally: { households: 3, issued: 3, returned: 0, responseRate: { numerator: 0, denominator: 3, percent: '0.0' } },
    });
    const all = await forms(of('FRONT_DESK'), { roundId });
    expect(all.map(({ unit }) => unit.id).sort()).toEqual(
      e01()
        .units.map(({ id }) => id)
        .sort(),
    );
    const own = await forms(e01().resident);
    expect(own).toMatchObject([{ unit: { id: e01().units[0].id }, round: { name: PLAN.name } }]);
    formOfResident = own[0].id;
    const [ofNext] = await forms(e01().next);
    expect(ofNext).toMatchObject({ unit: { id: e01().units[1].id } });
    expect(await forms(e01().former)).toEqual([]);
    formOfOther = all.find(({ unit }) => unit.id === e01().units[2].id).id;
    const { data } = await ask(of('SERVICE_MANAGER'), OWED);
    expect(data.obligations.nodes).toMatchObject([{ kind: 'SURVEY_ISSUE', state: 'FULFILLED' }]);
    expect(await refused(of('SERVICE_MANAGER'), 'issueSurvey', { roundId }, 'round { id }')).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-SAT-02',
    });
  });

  test('R-SAT-02, D-29 · the link of a household works without signing in, shows the questionnaire and nobody, and answers anew until the round closes', async () => {
    const input = { roundId, formIds: [formOfOther, formOfResident] };
    const { links } = await done(of('FRONT_DESK'), 'issueSurveyLinks', input, 'links { formId token }');
    token = links.find(({ formId }: { formId: string }) => formId === formOfOther).token;
    const again = await done(of('FRONT_DESK'), 'issueSurveyLinks', input, 'links { formId token }');
    expect(again.links).toEqual(links);
    const { data } = await ask(undefined, SHEET, { token });
    expect(data.surveySheet).toMatchObject({ roundName: PLAN.name, closesAt: new Date(CLOSES) });
    expect(Object.keys(data.surveySheet).sort()).toEqual(
      ['closesAt', 'companyName', 'estateName', 'questions', 'roundName', 'title'].sort(),
    );
    const first = await answer(undefined, {
      token,
      answers: [...LIKES, { question: 'OTHER', text: '电话13800001234' }],
    });
    expect(first).toMatchObject({ number: 1, counts: true, closesAt: new Date(CLOSES) });
    expect(await tally()).toMatchObject({ returned: 1, byLink: 1, replaced: 0 });
    const changed = [{ question: 'CLEANING', level: 'DISSATISFIED' }];
    expect(await answer(undefined, { token, answers: changed })).toMatchObject({ number: 2, counts: true });
    expect(await tally()).toMatchObject({
      ...{ returned: 1, byLink: 1, replaced: 1 },
      responseRate: { numerator: 1, denominator: 3, percent: '33.3' },
    });
    const { rows } = await house.database.superuser.query(
      `select number, r.counts, level from survey_response r join survey_answer a on a.response_id = r.id and a.level is not null
        where form_id = $1 order by number`,
      [formOfOther],
    );
    expect(rows).toEqual([
      { number: 1, counts: false, level: 'SATISFIED' },
      { number: 2, counts: true, level: 'DISSATISFIED' },
    ]);
    expect(await talliesOf(house.database.superuser)).toEqual({ answers: 1, odd: 0 });
  });

  test('R-SAT-02 · a command id makes an answer by link safe to repeat', async () => {
    const commandId = '0b8f7a52-0000-4000-8000-000000000001';
    const input = { token, commandId, answers: [{ question: 'CLEANING', level: 'NEUTRAL' }] };
    const first = await answer(undefined, input);
    expect(await answer(undefined, input)).toEqual(first);
    expect(await tally()).toMatchObject({ returned: 1, replaced: 2 });
  });

  test('D-29 · a link that was altered or is of another form is none, always the same', async () => {
    const bent = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const swapped = token.replace(formOfOther, formOfResident);
    for (const wrong of [bent, swapped, 'gj_sv_nothing', token.replace('gj_sv', 'gj_sl')]) {
      const facts = { code: 'NOT_FOUND', what: 'surveyForm' };
      expect(await unanswered(undefined, { token: wrong, answers: LIKES })).toEqual(facts);
      expect((await ask(undefined, SHEET, { token: wrong })).facts[0]).toEqual(facts);
    }
    expect(await unanswered(undefined, { answers: LIKES, formId: formOfOther })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await unanswered(undefined, { answers: LIKES })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.token',
    });
  });

  test('D-30, R-SAT-02 · a resident who is signed in answers the own form and no neighbour’s', async () => {
    expect(await answer(e01().resident, { formId: formOfResident, answers: LIKES })).toMatchObject({ number: 1 });
    const facts = { code: 'NOT_FOUND', what: 'surveyForm' };
    expect(await unanswered(e01().resident, { formId: formOfOther, answers: LIKES })).toEqual(facts);
    expect(await unanswered(e01().next, { formId: formOfResident, answers: LIKES })).toEqual(facts);
    expect(await unanswered(of('SERVICE_MANAGER'), { formId: formOfResident, answers: LIKES })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await tally()).toMatchObject({ returned: 2, byApp: 1 });
  });

  test('R-SAT-02 · an answer outside the scale or the questionnaire is refused with its path', async () => {
    const other = [{ question: 'CLEANING', level: 'BRILLIANT' }];
    expect(await unanswered(undefined, { token, answers: other })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await unanswered(undefined, { token, answers: [{ question: 'PARKING', level: 'NEUTRAL' }] })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.answers.0.question',
    });
  });

  test('R-SAT-02 · M-SAT-03: what did not reach its household is left out of the rate, until it answers after all', async () => {
    const [form] = (await forms(of('FRONT_DESK'), { roundId, unitId: e01().units[1].id })) as [
      { id: string; version: number },
    ];
    const mark = { formId: form.id, expectedVersion: form.version, undeliverable: 'NOBODY_THERE' };
    const marked = await done(of('FRONT_DESK'), 'markSurveyForm', mark, 'form { undeliverable version }');
    expect(marked.form).toEqual({ undeliverable: 'NOBODY_THERE', version: 2 });
    expect(await tally()).toMatchObject({ undeliverable: 1, responseRate: { numerator: 2, denominator: 2 } });
    expect(await refused(of('FRONT_DESK'), 'markSurveyForm', mark, 'form { id }')).toMatchObject({ code: 'CONFLICT' });
    expect(await refused(of('TECHNICIAN'), 'markSurveyForm', mark, 'form { id }')).toMatchObject({ code: 'FORBIDDEN' });
    await answer(e01().next, { formId: form.id, answers: LIKES });
    expect(await tally()).toMatchObject({ undeliverable: 0, returned: 3, responseRate: { denominator: 3 } });
    const late = { formId: form.id, undeliverable: 'OTHER' };
    expect((await done(of('FRONT_DESK'), 'markSurveyForm', late, 'form { undeliverable }')).form).toEqual({
      undeliverable: null,
    });
  });

  test('D-29, R-SAT-06 · staff type in paper and telephone; an older paper is kept and does not count, an interview stands beside the quota', async () => {
    const enter = (input: object) => done(of('FRONT_DESK'), 'enterSurveyResponse', input, PAYLOAD);
    const paper = { formId: formOfResident, mode: 'PAPER', answers: LIKES, occurredAt: MORNING };
    now = new Date('2026-11-26T02:00:00Z');
    await answer(e01().resident, { formId: formOfResident, answers: [{ question: 'SECURITY', level: 'NEUTRAL' }] });
    expect(await enter(paper)).toMatchObject({ number: 3, counts: false });
    expect(await tally()).toMatchObject({ byApp: 2, byPaper: 0 });
    await enter({ formId: formOfOther, mode: 'TELEPHONE', answers: LIKES });
    expect(await tally()).toMatchObject({
      ...{ returned: 2, byLink: 0, byTelephone: 1 },
      responseRate: { numerator: 2, denominator: 3, percent: '66.7' },
      enteredByStaff: { numerator: 1, denominator: 3, percent: '33.3' },
    });
    expect(await enter({ formId: formOfOther, mode: 'PAPER', answers: [] })).toMatchObject({ counts: true });
    expect(await tally()).toMatchObject({ blank: 1, byTelephone: 0, byPaper: 0, returned: 2 });
    now = MORNING;
  });

  test('D-29 · the database shows no estate staff what households said, and no event says who it was', async () => {
    const variables = (more: Record<string, string>) => ({
      ...{ 'app.company': story.harbour.id, 'app.audience': 'staff', 'app.estates': `{${e01().id}}` },
      ...more,
    });
    const seen = async (settings: Record<string, string>) => {
      const client = await house.pool.connect();
      try {
        await client.query('begin');
        for (const [name, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [name, value]);
        const { rows } = await client.query<{ n: number; m: number }>(
          'select (select count(*)::int from survey_response) as n, (select count(*)::int from survey_answer) as m',
        );
        return rows[0];
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    expect(await seen(variables({}))).toEqual({ n: 0, m: 0 });
    expect(await seen(variables({ 'app.all_estates': 'on' }))).toEqual({ n: 0, m: 0 });
    expect((await seen(variables({ 'app.confidences': 'on' })))?.n).toBeGreaterThan(5);
    const mine = { 'app.audience': 'resident', 'app.occupancies': `{${String(e01().next.occupancyId)}}` };
    expect(await seen(variables(mine))).toEqual({ n: 1, m: 1 });
    const { rows } = await house.database.superuser.query<{ kind: string; facts: object }>(
      `select actor_kind as kind, actor_id as who, facts from event where type = 'survey.RESPONSE_RECEIVED'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row).toMatchObject({ kind: 'SYSTEM', who: null });
      expect(Object.keys(row.facts).sort()).toEqual(
        ['byTelephone', 'issued', 'returned', 'roundId', 'undeliverable'].sort(),
      );
    }
  });

  test('R-SAT-02 · a round closes at its time by itself; then no household answers, and staff take down what was answered in time', async () => {
    const closes = async (ctx: CommandContext) => {
      await surveyCloses(ctx, { id: roundId, kind: 'SURVEY_CLOSES', subjectId: roundId, dueAt: now, failures: 0 });
      return {};
    };
    const close = () => runCommand(house, systemPrincipal(story.harbour.id), closes, {});
    await at('2026-12-10T15:59:00Z', async () => {
      await close();
      expect((await answer(undefined, { token, answers: LIKES })).counts).toBe(true);
    });
    await at(CLOSES, async () => {
      expect(await unanswered(undefined, { token, answers: LIKES })).toMatchObject({
        ...{ code: 'RULE_REFUSED', rule: 'R-SAT-02', stage: 'ISSUED', closesAt: CLOSES },
      });
      expect((await ask(undefined, SHEET, { token })).facts[0]).toEqual({ code: 'NOT_FOUND', what: 'surveyForm' });
      await close();
      const { data } = await ask(
        of('STEWARD'),
        `{ surveyRounds(filter: { stages: [COLLECTED] }) { nodes { id collectedAt } } }`,
      );
      expect(data.surveyRounds.nodes).toEqual([{ id: roundId, collectedAt: new Date(CLOSES) }]);
      const enter = { formId: formOfOther, mode: 'PAPER', answers: LIKES };
      const late = { ...enter, occurredAt: '2026-12-10T15:59:30Z' };
      expect(await done(of('FRONT_DESK'), 'enterSurveyResponse', late, PAYLOAD)).toMatchObject({ counts: true });
      expect(await refused(of('FRONT_DESK'), 'enterSurveyResponse', enter, PAYLOAD)).toMatchObject({
        code: 'RULE_REFUSED',
        rule: 'R-SAT-02',
      });
    });
  });

  test('R-SAT-02, Q-01 · head office runs a round over several estates with a sample and own questions; each estate sees its own part', async () => {
    const written = await done(
      quality(),
      'createQuestionnaire',
      { code: 'PORTFOLIO', title: '集团调查', ownQuestions: [{ key: 'POOL', kind: 'SCALE', text: '泳池？' }] },
      'questionnaire { id number questions { key } }',
    );
    expect(written.questionnaire).toMatchObject({ number: 1 });
    const second = await done(
      quality(),
      'createQuestionnaire',
      { code: 'PORTFOLIO', title: '集团调查', dimensions: ['CLEANING'] },
      'questionnaire { number questions { key } }',
    );
    expect(second.questionnaire).toMatchObject({ number: 2 });
    const input = { ...PLAN, questionnaireId: written.questionnaire.id, samplePercent: 34 };
    const planned = await round(quality(), 'planSurvey', input);
    expect(planned.estates).toHaveLength(2);
    const issued = await round(quality(), 'issueSurvey', { roundId: planned.id });
    expect(issued.tally).toMatchObject({ issued: 4, households: 6 });
    const { data } = await ask(of('STEWARD'), `{ surveyRounds { nodes { id estates { estate { id } } } } }`);
    expect(data.surveyRounds.nodes.find(({ id }: { id: string }) => id === planned.id)).toEqual({
      id: planned.id,
      estates: [{ estate: { id: e01().id } }],
    });
    const step = { roundId: planned.id };
    expect(await refused(of('SERVICE_MANAGER'), 'collectSurvey', step, 'round { id }')).toMatchObject({
      code: 'FORBIDDEN',
    });
    const closed = await round(quality(), 'collectSurvey', step);
    expect(closed).toMatchObject({ stage: 'COLLECTED', closesAt: MORNING });
    const another = await round(quality(), 'planSurvey', { ...PLAN, estateIds: [e01().id] });
    expect(await round(quality(), 'callOffSurvey', { roundId: another.id })).toMatchObject({ stage: 'CALLED_OFF' });
    const { data: list } = await ask(of('STEWARD'), '{ questionnaires { nodes { code number } } }');
    expect(list.questionnaires.nodes).toHaveLength(4);
  });
});
