import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSurveyResponseMapping } from '../../../src/domain/import/survey-response-mapping.js';
import { openSurveyFeed } from '../../../src/events/survey-feed.js';
import type { ImportCounts, RejectedRow } from '../../../src/services/import/import-file.js';
import { importSurveyResponses } from '../../../src/services/import/import-survey-responses.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { talliesOf } from '../../support/tallies.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const HEADER =
  '答卷编号,项目编码,楼栋,房号,调查轮次,填写日期,秩序,保洁,绿化,维修,休闲设施,人员能力,便民服务,社区文化,满足需求,特殊困难,意见建议';
const TALLY = `tally { issued undeliverable returned byLink byApp byPaper byTelephone byImport blank replaced enteredByStaff { numerator denominator } }`;
const MORNING = new Date('2026-11-25T02:00:00Z');
const CLOSES = new Date('2026-12-10T16:00:00Z');

describe('importing the forms of a survey that came back on paper', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;
  let roundId = '';
  let units: readonly string[] = [];
  let building = '';

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    const { rows } = await house.database.superuser.query<{ code: string }>('select code from building where id = $1', [
      story.harbour.e01.buildingId,
    ]);
    building = rows[0]!.code;
    units = story.harbour.e01.units.map(({ code }) => code);
    roundId = await plan('2026下半年');
  });
  afterAll(() => house.close());

  const of = (role: string): StoryPerson => story.harbour.e01.staff[role]!;
  const say = async (person: StoryPerson, verb: string, input: object, selection = 'round { id }') => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} } }`;
    const { data, refusals } = await ask(person, text, { input });
    expect(refusals).toEqual([]);
    return data[verb];
  };
  const plan = async (name: string): Promise<string> => {
    const days = { issueBy: '2026-11-30', closesAt: CLOSES.toISOString() };
    const period = { periodFrom: '2026-07-01', periodUntil: '2027-01-01' };
    const input = { estateId: story.harbour.e01.id, name, ...period, ...days };
    const { id } = (await say(of('SERVICE_MANAGER'), 'planSurvey', input)).round;
    await say(of('SERVICE_MANAGER'), 'issueSurvey', { roundId: id });
    return String(id);
  };
  const tally = async (): Promise<unknown> =>
    (await ask(of('SERVICE_MANAGER'), `query ($id: ID!) { surveyRound(id: $id) { ${TALLY} } }`, { id: roundId })).data
      .surveyRound.tally;
  const bring = async (
    ...lines: string[]
  ): Promise<{ readonly counts: ImportCounts; readonly rejected: readonly (readonly [number, string])[] }> => {
    const mapping = readSurveyResponseMapping(
      JSON.parse(await readFile('examples/import/survey-responses.map.json', 'utf8')),
    );
    const rejected: RejectedRow[] = [];
    const counts = await importSurveyResponses(house, {
      companyId: story.harbour.id,
      input: Readable.from([Buffer.from(['纸质问卷', HEADER, ...lines].join('\n'))]),
      mapping,
      onRejected: (found) => Promise.resolve(void rejected.push(...found)),
    });
    return { counts, rejected: rejected.map(({ line, rejection }) => [line, rejection.code]) };
  };
  const row = (
    reference: string,
    unit: string,
    more: { day?: string; round?: string; levels?: string; other?: string } = {},
  ) =>
    [
      ...[reference, 'E01', building, unit, more.round ?? '2026下半年', more.day ?? '2026-11-26'],
      ...[more.levels ?? '满意,非常满意,,一般,,,,,', '', more.other ?? ''],
    ].join(',');
  const kept = async (): Promise<readonly Record<string, unknown>[]> =>
    (
      await house.database.superuser.query<Record<string, unknown>>(
        `select u.code, p.number, p.counts, p.valid, p.mode, p.answered_at as at, p.occupancy_id = f.occupancy_id as own,
                (select string_agg(a.question || '=' || coalesce(a.level, a.text), ' ' order by a.question) from survey_answer a
                  where a.response_id = p.id and a.counts = p.counts) as said
           from survey_response p join survey_form f on f.id = p.form_id join unit u on u.id = f.unit_id
          where p.round_id = $1 order by u.code, p.number`,
        [roundId],
      )
    ).rows;

  test('R-SAT-02, D-29 · a file of paper forms comes in once a household; what cannot be taken is named with its line and reason', async () => {
    now = new Date('2026-11-28T02:00:00Z');
    const [first, second, third] = units;
    const { counts, rejected } = await bring(
      row('A1', first!, { other: '希望增加座椅' }),
      row('A2', second!, { levels: ',,,,,,,,' }),
      row('A3', '9999'),
      row('A4', third!, { round: '没有这一轮' }),
      row('A5', third!, { round: '' }),
      row('A6', third!, { day: '' }),
      row('A7', third!, { day: '2026-11-20' }),
      row('A8', third!, { day: '2027-01-20' }),
      row('A9', third!, { levels: '极好,,,,,,,,' }),
      row('A10', third!, { day: '昨天' }),
    );
    expect(counts).toMatchObject({ rows: 10, imported: 2, updated: 0, unchanged: 0, rejected: 8 });
    expect(rejected).toEqual([
      [5, 'UNKNOWN_UNIT'],
      [6, 'UNKNOWN_ROUND'],
      [7, 'NO_ROUND'],
      [8, 'NO_ANSWER_TIME'],
      [9, 'ROUND_TAKES_NONE'],
      [10, 'IMPOSSIBLE_TIME'],
      [11, 'UNKNOWN_VALUE'],
      [12, 'UNREADABLE_TIME'],
    ]);
    const taken = { number: 1, counts: true, mode: 'IMPORT', at: new Date('2026-11-26T15:59:59Z'), own: true };
    expect(await kept()).toEqual([
      {
        ...{ ...taken, code: first, valid: true },
        said: 'CLEANING=VERY_SATISFIED OTHER=希望增加座椅 REPAIR_SERVICE=NEUTRAL SECURITY=SATISFIED',
      },
      { ...taken, code: second, valid: false, said: null },
    ]);
    expect(await tally()).toMatchObject({
      ...{ issued: 3, returned: 1, byImport: 1, byPaper: 0, blank: 1, replaced: 0 },
      enteredByStaff: { numerator: 1, denominator: 1 },
    });
  });

  test('R-SAT-02 · the same file doubles nothing; what it says otherwise is a later answer of the household, and all are kept', async () => {
    const [first] = units;
    expect((await bring(row('A1', first!, { other: '希望增加座椅' }))).counts).toMatchObject({
      ...{ imported: 0, updated: 0, unchanged: 1, rejected: 0 },
    });
    const changed = { levels: '不满意,,,,,,,,', other: '希望增加座椅' };
    expect((await bring(row('A1', first!, changed))).counts).toMatchObject({ updated: 1, imported: 0 });
    expect((await bring(row('A1', first!, changed))).counts).toMatchObject({ unchanged: 1 });
    const own = (await kept()).filter(({ code }) => code === first);
    expect(own.map(({ number, counts }) => [number, counts])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await tally()).toMatchObject({ returned: 1, byImport: 1, replaced: 1 });
    expect(await talliesOf(house.database.superuser)).toEqual({ answers: 1, odd: 0 });
  });

  test('R-SAT-02 · of a household the latest answer counts, whichever way and in whichever order they come; a form that came back had been delivered', async () => {
    const [first, , third] = units;
    const form = `query ($f: SurveyFormFilter) { surveyForms(filter: $f, first: 50) { nodes { id unit { code } } } }`;
    const { data } = await ask(of('FRONT_DESK'), form, { f: { roundId } });
    const formOf = (code: string | undefined): string =>
      (data.surveyForms.nodes as { id: string; unit: { code: string } }[]).find(({ unit }) => unit.code === code)!.id;
    await say(of('FRONT_DESK'), 'markSurveyForm', { formId: formOf(third), undeliverable: 'NOBODY_THERE' }, 'cursor');
    expect(await tally()).toMatchObject({ undeliverable: 1 });
    const answers = [{ question: 'CLEANING', level: 'NEUTRAL' }];
    await say(story.harbour.e01.resident, 'submitSurveyResponse', { formId: formOf(first), answers }, 'number');
    expect(await tally()).toMatchObject({ returned: 1, byApp: 1, byImport: 0, replaced: 2 });
    const { counts } = await bring(
      row('B1', first!, { day: '2026-11-27' }),
      row('B2', third!, { day: '2026-11-27', levels: '一般,,,,,,,,' }),
      row('B3', third!, { day: '2026-11-26' }),
    );
    expect(counts).toMatchObject({ imported: 3, rejected: 0 });
    expect((await kept()).map(({ code, number, counts: is, mode }) => [code, number, is, mode])).toEqual([
      [first, 1, false, 'IMPORT'],
      [first, 2, false, 'IMPORT'],
      [first, 3, true, 'APP'],
      [first, 4, false, 'IMPORT'],
      [units[1], 1, true, 'IMPORT'],
      [third, 1, true, 'IMPORT'],
      [third, 2, false, 'IMPORT'],
    ]);
    expect(await tally()).toMatchObject({
      returned: 2,
      byApp: 1,
      byImport: 1,
      blank: 1,
      undeliverable: 0,
      replaced: 4,
    });
    expect((await talliesOf(house.database.superuser)).odd).toBe(0);
  });

  test('R-SAT-02, D-29 · what was answered in time is taken after the close and until the analysis; it is told live by its number', async () => {
    const facts = { requestId: 'test', address: '', transport: 'websocket' } as const;
    const feed = await openSurveyFeed(new RequestContext(house, await principalOf(house, of('FRONT_DESK')), facts), {});
    const told = eventsOf(house, feed);
    await say(of('SERVICE_MANAGER'), 'collectSurvey', { roundId });
    const [, second] = units;
    expect((await bring(row('C1', second!, { day: '2026-11-27' }))).counts).toMatchObject({ imported: 1 });
    expect([(await told.next()).value, (await told.next()).value]).toMatchObject([
      { type: 'survey.COLLECTED' },
      { type: 'survey.RESPONSES_IMPORTED', actorKind: 'SYSTEM', actorId: null },
    ]);
    await feed.return();
    const { rows } = await house.database.superuser.query<{ facts: object }>(
      `select facts from event where type = 'survey.RESPONSES_IMPORTED' order by seq desc limit 1`,
    );
    expect(rows[0]!.facts).toEqual({
      ...{ source: 'paper-forms', imported: 1, roundId, issued: 3, undeliverable: 0, returned: 3, byTelephone: 0 },
    });
    await say(of('SERVICE_MANAGER'), 'analyseSurvey', { roundId, findings: '良好' });
    expect((await bring(row('C2', second!, { day: '2026-11-27' }))).rejected).toEqual([[3, 'ROUND_TAKES_NONE']]);
  });

  test('R-SAT-02 · two rounds of one name are told apart by nobody; a question that is not asked, and an estate elsewhere, are none', async () => {
    now = MORNING;
    await plan('同名');
    await plan('同名');
    const [first] = units;
    expect((await bring(row('D1', first!, { round: '同名', day: '2026-11-25' }))).rejected).toEqual([
      [3, 'AMBIGUOUS_ROUND'],
    ]);
    const custom = { code: 'OWN', title: '短问卷', dimensions: ['CLEANING'] };
    const { questionnaire } = await say(
      of('SERVICE_MANAGER'),
      'createQuestionnaire',
      { ...custom, estateId: story.harbour.e01.id },
      'questionnaire { id }',
    );
    const days = { issueBy: '2026-11-30', closesAt: CLOSES.toISOString() };
    const input = {
      estateId: story.harbour.e01.id,
      name: '短',
      periodFrom: '2026-07-01',
      periodUntil: '2027-01-01',
      ...days,
    };
    const { round } = await say(of('SERVICE_MANAGER'), 'planSurvey', { ...input, questionnaireId: questionnaire.id });
    expect((await bring(row('D2', first!, { round: '短', day: '2026-11-25' }))).rejected).toEqual([[3, 'NO_FORM']]);
    await say(of('SERVICE_MANAGER'), 'issueSurvey', { roundId: round.id });
    const { rejected } = await bring(
      row('D3', first!, { round: '短', day: '2026-11-25' }),
      row('D4', first!, { round: '短', day: '2026-11-25', levels: ',满意,,,,,,,' }),
      row('D5', first!, { round: '短', day: '2026-11-25' }).replace('E01', 'E02'),
    );
    expect(rejected.map(([, code]) => code)).toEqual(['UNKNOWN_QUESTION', 'UNKNOWN_ROUND']);
  });
});
