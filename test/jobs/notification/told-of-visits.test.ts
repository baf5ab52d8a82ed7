import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { drawVisitsJob } from '../../../src/jobs/owner-visit/draw-visits.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { TIMER_HANDLERS } from '../../../src/jobs/timer/timer-handlers.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const TOLD = `query ($kinds: [NotificationKind!]) { notifications(filter: { kinds: $kinds }, first: 20) { nodes { kind estate { code } words { title body } visit { id } visitSummary { id } visitMonth { month } correctiveAction { id } } } }`;
const OWED = `query ($filter: ObligationFilter) { obligations(filter: $filter, first: 50) { nodes { kind state subjectKind ownerPost owner { id } visit { id } visitMonth { month } visitSummary { id } correctiveAction { problem } } totalCount } }`;

describe('who is told of visits, and of what is to be put right', () => {
  let now = new Date('2026-09-01T02:00:00Z');
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object, select: string): Promise<any> => {
    const type = `${verb.replace(/^./, (letter) => letter.toUpperCase())}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${select} } }`;
    const { data, refusals } = await ask(person, document, { input });
    expect(refusals).toEqual([]);
    return data[verb];
  };
  /** What somebody was told of a kind, once everything due has rung. */
  const told = async (person: StoryPerson, kind: string): Promise<Record<string, unknown>[]> => {
    await new TimerWorker(house, TIMER_HANDLERS, rhythmEar()).look();
    await staffAreTold(house, story.harbour.id);
    return (await ask(person, TOLD, { kinds: [kind] })).data.notifications.nodes as Record<string, unknown>[];
  };
  const everyDay = () =>
    drawVisitsJob.run({
      ...{ house, principal: systemPrincipal(story.harbour.id), companyId: story.harbour.id, rowId: story.harbour.id },
      ...{ failures: 0, signal: new AbortController().signal },
      command: () => Promise.reject(new Error('Each estate is a command of its own.')),
    });

  test('R-VIS-17 · a record that is not handed in by the end of the next day is told to the supervisor, one that is to nobody', async () => {
    await everyDay();
    const record = { unitId: e01().units[0].id, mode: 'OFFICE', signature: 'SIGNED' };
    const { visit } = await done(of('STEWARD'), 'recordVisit', record, 'visit { id }');
    await done(of('STEWARD'), 'recordVisit', { ...record, unitId: e01().units[1].id, submit: true }, 'visit { id }');
    now = new Date('2026-09-02T15:59:00Z');
    expect(await told(of('SERVICE_SUPERVISOR'), 'VISIT_RECORD_MISSED')).toEqual([]);
    now = new Date('2026-09-02T16:00:00Z');
    expect(await told(of('SERVICE_SUPERVISOR'), 'VISIT_RECORD_MISSED')).toMatchObject([
      {
        estate: { code: 'E01' },
        visit: { id: visit.id },
        words: { title: '访问记录未按时提交', body: expect.not.stringContaining('—') },
      },
    ]);
    expect(await told(of('STEWARD'), 'VISIT_RECORD_MISSED')).toEqual([]);
    expect(await told(story.harbour.e02.staff['SERVICE_SUPERVISOR']!, 'VISIT_RECORD_MISSED')).toEqual([]);
  });

  test('R-VIS-05 · in the last seven days both heads are told once that the month falls short', async () => {
    now = new Date('2026-09-23T15:50:00Z');
    await everyDay();
    expect(await told(of('SERVICE_SUPERVISOR'), 'VISITS_SHORT')).toEqual([]);
    now = new Date('2026-09-23T16:40:00Z');
    await everyDay();
    await everyDay();
    for (const head of ['SERVICE_SUPERVISOR', 'SERVICE_MANAGER'])
      expect(await told(of(head), 'VISITS_SHORT')).toMatchObject([
        { estate: { code: 'E01' }, visitMonth: { month: '2026-09-01' }, words: { title: '本月走访未达标' } },
      ]);
    expect(await told(of('STEWARD'), 'VISITS_SHORT')).toEqual([]);
    const { rows } = await house.database.superuser.query<{ facts: object }>(
      `select facts from event where company_id = $1 and type = 'visit.MONTH_SHORT' and estate_id = $2`,
      [story.harbour.id, e01().id],
    );
    expect(rows).toEqual([{ facts: { month: '2026-09-01', required: 10, visited: 0, short: 10 } }]);
  });

  test('R-ORG-24, R-VIS-05, R-CMP-20 · in the last week of a month the supervisor sees what is still owed: visits, records and actions', async () => {
    const raise = { kind: 'CORRECTIVE', sourceKind: 'ESTATE', sourceId: e01().id, problem: '漏岗' };
    const { correctiveAction } = await done(
      of('SERVICE_MANAGER'),
      'raiseCorrectiveAction',
      raise,
      'correctiveAction { id }',
    );
    const plan = {
      actionId: correctiveAction.id,
      cause: '排班',
      measure: '增员',
      ownerId: of('SECURITY').subjectId,
      dueDay: '2026-09-28',
    };
    await done(of('SERVICE_MANAGER'), 'planCorrectiveAction', plan, 'cursor');
    const filter = { estateIds: [e01().id], states: ['OPEN', 'MISSED'], dueBefore: '2026-09-30T16:00:00Z' };
    const { nodes, totalCount } = (await ask(of('SERVICE_SUPERVISOR'), OWED, { filter })).data.obligations as {
      nodes: Record<string, unknown>[];
      totalCount: number;
    };
    expect(totalCount).toBe(nodes.length);
    const counted = new Map<string, number>();
    for (const { kind, state } of nodes)
      counted.set(`${String(kind)} ${String(state)}`, (counted.get(`${String(kind)} ${String(state)}`) ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual({
      'VISIT_RECORD MISSED': 1,
      'OWNER_VISIT OPEN': 3,
      'CORRECTIVE_ACTION OPEN': 1,
      'VISIT_SPOT_CHECK OPEN': 1,
    });
    const about = (kind: string) => nodes.find((node) => node['kind'] === kind);
    expect(about('OWNER_VISIT')).toMatchObject({ visit: { id: expect.any(String) }, correctiveAction: null });
    expect(about('VISIT_SPOT_CHECK')).toMatchObject({ visitMonth: { month: '2026-09-01' } });
    const own = { ...filter, mine: true };
    const mine = (await ask(of('SECURITY'), OWED, { filter: own })).data.obligations.nodes as object[];
    expect(mine).toMatchObject([
      {
        ...{ kind: 'CORRECTIVE_ACTION', subjectKind: 'CORRECTIVE_ACTION', owner: { id: of('SECURITY').subjectId } },
        ...{ correctiveAction: { problem: '漏岗' }, visit: null, visitMonth: null, visitSummary: null },
      },
    ]);
  });

  test('R-CMP-20, R-ORG-25 · the owner of an action is told that it is owed, and with the customer service manager that it is overdue', async () => {
    expect(await told(of('SECURITY'), 'CORRECTIVE_ACTION_OWED')).toMatchObject([
      { estate: { code: 'E01' }, correctiveAction: { id: expect.any(String) }, words: { title: '您有一项整改措施' } },
    ]);
    expect(await told(of('SECURITY'), 'CORRECTIVE_ACTION_OVERDUE')).toEqual([]);
    now = new Date('2026-09-28T16:00:00Z');
    for (const person of ['SECURITY', 'SERVICE_MANAGER'])
      expect(await told(of(person), 'CORRECTIVE_ACTION_OVERDUE')).toMatchObject([
        { words: { title: '整改措施已逾期' } },
      ]);
    expect(await told(of('SERVICE_SUPERVISOR'), 'CORRECTIVE_ACTION_OVERDUE')).toEqual([]);
  });

  test('R-VIS-20, R-VIS-29 · a summary that was handed in goes to the customer service manager, that of a quarter to the estate manager', async () => {
    now = new Date('2026-10-04T02:00:00Z');
    for (const period of ['MONTH', 'QUARTER']) {
      const input = { estateId: e01().id, period, day: '2026-09-01', text: '小结' };
      const { summary } = await done(of('SERVICE_SUPERVISOR'), 'submitVisitSummary', input, 'summary { id }');
      const reader = period === 'MONTH' ? 'SERVICE_MANAGER' : 'ESTATE_MANAGER';
      expect(await told(of(reader), 'VISIT_SUMMARY_SUBMITTED')).toMatchObject([{ visitSummary: { id: summary.id } }]);
    }
  });
});
