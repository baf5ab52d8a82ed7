import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { draftOwedReports } from '../../../src/services/report/draft-owed-reports.js';
import { Followers, type Follower } from '../../support/follow.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const EVENTS = `subscription ($after: Cursor, $estateIds: [ID!], $kinds: [ReportKind!]) {
  reportEvents(after: $after, estateIds: $estateIds, kinds: $kinds) {
    cursor type version actor { kind staff { id } } report { id kind stage summary version estate { code } } } }`;
/** Noon in Shanghai on the first of October. */
const NOON_OF_THE_FIRST = new Date('2026-10-01T04:00:00Z');

describe('reports as they are followed', () => {
  let server: TestServer;
  let story: Story;
  const followers = new Followers(EVENTS);
  const clock: Clock = { now: () => new Date(NOON_OF_THE_FIRST) };

  beforeAll(async () => {
    server = await startTestServer({ clock, compareEngines: false });
    story = await tellStory(server.house.database);
  });
  afterEach(() => followers.leave());
  afterAll(() => server.close());

  const e01 = () => story.harbour.e01;
  const e02 = () => story.harbour.e02;
  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const listen = (person: StoryPerson, variables: Readonly<Record<string, unknown>>): Promise<Follower> =>
    followers.listen(server, person, variables);
  const cursorNow = async (): Promise<string> =>
    String((await server.query('{ estates { nodes { id } } }', {}, quality())).extensions?.['cursor']);
  const done = async (person: StoryPerson, verb: string, input: object): Promise<string> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${verb}(input: $input) { report { id } } }`;
    const { data, errors } = await server.query(text, { input }, person);
    expect(errors).toBeUndefined();
    return String(data[verb].report.id);
  };

  test('R-RPT-21, R-ORG-68 · live and later, estate and head office hear of a report from its draft to its approval, other estates nothing', async () => {
    const after = await cursorNow();
    const manager = await listen(of('ESTATE_MANAGER'), { after });
    const office = await listen(quality(), { after, estateIds: [e01().id] });
    const elsewhere = await listen(of('ESTATE_MANAGER', e02()), { after });
    const month = { estateId: e01().id, kind: 'COMPLAINT_COLLATION', day: '2026-09-15' };
    const reportId = await done(of('SERVICE_MANAGER'), 'draftReport', month);
    await done(of('SERVICE_MANAGER'), 'writeReport', { reportId, summary: '本月无投诉' });
    await done(of('SERVICE_MANAGER'), 'submitReport', { reportId });
    await done(of('ESTATE_MANAGER'), 'returnReport', { reportId, reason: '请写明处理情况' });
    await done(of('SERVICE_MANAGER'), 'submitReport', { reportId });
    await done(of('ESTATE_MANAGER'), 'approveReport', { reportId });
    const other = await done(of('SERVICE_MANAGER', e02()), 'draftReport', { ...month, estateId: e02().id });
    const verbs = ['DRAFTED', 'WRITTEN', 'SUBMITTED', 'RETURNED', 'SUBMITTED', 'APPROVED'];
    const later = await listen(of('ESTATE_MANAGER'), { after });
    for (const follower of [manager, office, later]) {
      const told = await follower.next(verbs.length);
      expect(told).toMatchObject(
        verbs.map((verb, i) => ({ type: `report.${verb}`, version: i + 1, report: { id: reportId } })),
      );
      expect(told.at(-1)).toMatchObject({
        actor: { kind: 'STAFF', staff: { id: of('ESTATE_MANAGER').subjectId } },
        report: { kind: 'COMPLAINT_COLLATION', stage: 'APPROVED', summary: '本月无投诉', estate: { code: 'E01' } },
      });
    }
    expect(await elsewhere.next()).toMatchObject([{ type: 'report.DRAFTED', report: { id: other } }]);
  });

  test('R-RPT-21 · what the program drafts is told as its own doing; of some kinds only, where they are named', async () => {
    const after = await cursorNow();
    const supervisor = await listen(of('SERVICE_SUPERVISOR', e02()), { after });
    const one = await listen(quality(), { after, kinds: ['LEADERS_ANALYSIS'] });
    await runCommand(server.house, systemPrincipal(story.harbour.id), draftOwedReports, { estateId: e02().id });
    const drafted = await supervisor.next(3);
    expect(drafted.map(({ report }: { report: { kind: string } }) => report.kind)).toEqual([
      ...['COMPLAINT_SUMMARY', 'COMPLAINT_ANALYSIS', 'LEADERS_ANALYSIS'],
    ]);
    for (const event of drafted) expect(event).toMatchObject({ actor: { kind: 'SYSTEM', staff: null } });
    expect(await one.next()).toMatchObject([{ report: { kind: 'LEADERS_ANALYSIS', stage: 'DRAFT' } }]);
  });

  test('D-30, R-RPT-21 · residents and whoever reads no reports follow none; estates out of reach are not found', async () => {
    for (const person of [e01().resident, of('SECURITY')])
      expect(await (await listen(person, {})).refusal()).toMatchObject({ code: 'FORBIDDEN', action: 'report.read' });
    for (const estateId of [e02().id, story.cedar.e01.id])
      expect(await (await listen(of('ESTATE_MANAGER'), { estateIds: [estateId] })).refusal()).toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
