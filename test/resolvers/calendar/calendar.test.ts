import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';

const DAYS = `query ($estateId: ID, $from: LocalDate!, $to: LocalDate!) { calendarDays(estateId: $estateId, from: $from, to: $to) { day working reason known name nameZh openings { from to } } }`;
const DECLARE = `mutation ($input: DeclareCalendarDayInput!) { declareCalendarDay(input: $input) { cursor day { day working reason name } } }`;
const WITHDRAW = `mutation ($input: WithdrawCalendarDayInput!) { withdrawCalendarDay(input: $input) { cursor day { day working reason } } }`;

describe('the working calendar through the API', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer({ clock: clockAt(new Date('2026-09-20T02:00:00Z')) });
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());

  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const days = (person: StoryPerson | null, estateId: string | null, from: string, to: string): Promise<Answer> =>
    server.query(DAYS, { estateId, from, to }, person);
  const declare = (person: StoryPerson | null, input: object): Promise<Answer> =>
    server.query(DECLARE, { input: { working: false, name: '司庆日', ...input } }, person);
  const withdraw = (person: StoryPerson, input: object): Promise<Answer> => server.query(WITHDRAW, { input }, person);
  const refusals = (answer: Answer) => (answer.errors ?? []).map((error) => error.extensions);

  test('Q-16 · each day says whether it works and why: weekday, weekend, holiday of the state, make-up day', async () => {
    const { data } = await days(manager(), story.harbour.e01.id, '2026-09-18', '2026-10-11');
    const of = (day: string): unknown => (data.calendarDays as { day: string }[]).find((each) => each.day === day);
    expect(of('2026-09-18')).toMatchObject({ working: true, reason: 'WEEKDAY', known: true, name: null });
    expect(of('2026-09-19')).toMatchObject({ working: false, reason: 'WEEKEND', known: true });
    expect(of('2026-10-01')).toMatchObject({ working: false, reason: 'STATUTORY_HOLIDAY', nameZh: '国庆节' });
    expect(of('2026-10-10')).toMatchObject({ working: true, reason: 'MAKE_UP_DAY' });
    expect(of('2026-09-18')).toMatchObject({
      openings: [{ from: '2026-09-18T00:00:00.000Z', to: '2026-09-18T12:00:00.000Z' }],
    });
  });

  test('Q-16 · a year that nobody knows yet goes by weekdays, and says so', async () => {
    const { data } = await days(manager(), story.harbour.e01.id, '2031-10-01', '2031-10-05');
    expect(data.calendarDays).toMatchObject([
      { day: '2031-10-01', working: true, reason: 'WEEKDAY', known: false },
      { day: '2031-10-02', working: true, known: false },
      { day: '2031-10-03', working: true, known: false },
      { day: '2031-10-04', working: false, reason: 'WEEKEND', known: false },
    ]);
  });

  test('Q-16 · the company declares a day for all estates, an estate decides otherwise for itself, and takes it back', async () => {
    const { e01, e02 } = story.harbour;
    const on = async (estateId: string | null): Promise<unknown> =>
      (await days(admin(), estateId, '2026-11-11', '2026-11-12')).data.calendarDays[0];
    const declared = await declare(admin(), { day: '2026-11-11' });
    expect(declared.data.declareCalendarDay.day).toEqual({
      day: '2026-11-11',
      working: false,
      reason: 'COMPANY',
      name: '司庆日',
    });
    expect(await on(e01.id)).toMatchObject({ working: false, reason: 'COMPANY', name: '司庆日' });
    await declare(manager(), { estateId: e01.id, day: '2026-11-11', working: true, name: '照常上班' });
    expect(await on(e01.id)).toMatchObject({ working: true, reason: 'ESTATE', name: '照常上班' });
    expect(await on(e02.id)).toMatchObject({ working: false, reason: 'COMPANY' });
    const back = await withdraw(manager(), { estateId: e01.id, day: '2026-11-11' });
    expect(back.data.withdrawCalendarDay.day).toEqual({ day: '2026-11-11', working: false, reason: 'COMPANY' });
    expect(refusals(await withdraw(manager(), { estateId: e01.id, day: '2026-11-11' }))).toEqual([
      { code: 'NOT_FOUND', what: 'calendar day' },
    ]);
    const { rows } = await server.house.database.superuser.query<Record<string, unknown>>(
      `select version, working from calendar_day where estate_id = $1 order by version`,
      [e01.id],
    );
    expect(rows).toEqual([
      { version: 1, working: true },
      { version: 2, working: null },
    ]);
    const { rows: events } = await server.house.database.superuser.query<Record<string, unknown>>(
      `select type, facts from event where company_id = $1 and type like 'calendar.%' order by seq`,
      [story.harbour.id],
    );
    expect(events).toEqual([
      { type: 'calendar.DAY_DECLARED', facts: { day: '2026-11-11', working: false } },
      { type: 'calendar.DAY_DECLARED', facts: { day: '2026-11-11', working: true } },
      { type: 'calendar.DAY_WITHDRAWN', facts: { day: '2026-11-11', working: null } },
    ]);
  });

  test('R-MET-09 · a day of the past is not declared any more', async () => {
    expect(refusals(await declare(admin(), { day: '2026-09-19' }))).toEqual([
      { code: 'INVALID_INPUT', path: 'input.day', earliest: '2026-09-20' },
    ]);
    expect(refusals(await withdraw(admin(), { day: '2026-09-19' }))).toEqual([
      { code: 'INVALID_INPUT', path: 'input.day', earliest: '2026-09-20' },
    ]);
    expect(refusals(await declare(admin(), { day: '2026-09-20' }))).toEqual([]);
  });

  test.each([
    ['2026-10-02', '2026-10-02', 'to'],
    ['2026-10-02', '2026-10-01', 'to'],
    ['2026-01-01', '2027-01-03', 'to'],
    ['1800-01-01', '1800-01-02', 'from'],
  ])('Q-16 · days from %s to %s are refused at %s', async (from, to, path) => {
    expect(refusals(await days(admin(), null, from, to))).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ]);
  });

  test('D-30 · residents see the days and desk hours of their estate, and of no other', async () => {
    const { e01, e02 } = story.harbour;
    const own = await days(e01.resident, e01.id, '2026-11-11', '2026-11-12');
    expect(own.data.calendarDays).toMatchObject([{ reason: 'COMPANY', openings: [{}] }]);
    expect(refusals(await days(e01.resident, e02.id, '2026-11-11', '2026-11-12'))).toEqual([
      { code: 'NOT_FOUND', what: 'estate' },
    ]);
    expect(refusals(await declare(e01.resident, { day: '2026-11-11' }))).toEqual([
      { code: 'FORBIDDEN', action: 'calendar.manage' },
    ]);
  });

  test('R-ORG-78 · each role, another estate, another company, nobody', async () => {
    const { e01, e02 } = story.harbour;
    const code = async (person: StoryPerson | null, estateId: string | null): Promise<unknown[]> =>
      refusals(await declare(person, { estateId, day: '2026-12-12' })).map((error) => error['code']);
    for (const role of ['SERVICE_MANAGER', 'FRONT_DESK', 'ENGINEERING_HEAD', 'CONTROL_ROOM'])
      expect(await code(e01.staff[role]!, e01.id)).toEqual(['FORBIDDEN']);
    for (const role of ['COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER'])
      expect(await code(story.harbour.staff[role]!, null)).toEqual(['FORBIDDEN']);
    expect(await code(manager(), null)).toEqual(['FORBIDDEN']);
    expect(await code(manager(), e02.id)).toEqual(['NOT_FOUND']);
    expect(await code(story.cedar.staff['COMPANY_ADMIN']!, e01.id)).toEqual(['NOT_FOUND']);
    expect(await code(null, e01.id)).toEqual(['UNAUTHENTICATED']);
    const there = await days(story.cedar.staff['COMPANY_ADMIN']!, null, '2026-11-11', '2026-11-12');
    expect(there.data.calendarDays).toMatchObject([{ reason: 'WEEKDAY' }]);
    expect(refusals(await days(null, null, '2026-11-11', '2026-11-12'))).toEqual([
      expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    ]);
  });
});
