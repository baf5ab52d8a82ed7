import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { POLICY_KEYS } from '../../../src/domain/policy/policies.js';
import type { Story, StoryPerson } from '../../support/story.js';
import { tellStory } from '../../support/story.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';

const CHANGE = `mutation ($input: ChangePolicyInput!) { changePolicy(input: $input) { cursor policy { key on value source version effectiveFrom lastVersion estatesMayDiffer estate { code } } } }`;
const POLICY = `query ($key: String!, $estateId: ID, $on: LocalDate) { policy(key: $key, estateId: $estateId, on: $on) { key title titleZh rules shape defaultValue value source version effectiveFrom lastVersion estatesMayDiffer } }`;

const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const hours = (windows: object[]) => ({
  weekdays: Object.fromEntries(WEEK.map((day) => [day, windows])),
  holidays: 'CLOSED',
  makeUpDays: 'AS_WEEKDAY',
});

describe('policies through the API', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer({ clock: clockAt(new Date('2026-11-22T16:30:00Z')) });
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());

  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const change = (person: StoryPerson | null, input: object): Promise<Answer> =>
    server.query(
      CHANGE,
      { input: { key: 'D-08', effectiveFrom: '2026-12-01', reason: 'as agreed', ...input } },
      person,
    );
  const ask = (person: StoryPerson, variables: object): Promise<Answer> =>
    server.query(POLICY, { ...variables }, person);
  const refusals = (answer: Answer) => (answer.errors ?? []).map((error) => error.extensions);

  test('P-18 · a policy that nobody has set tells its default, its titles, rules and form', async () => {
    const { data } = await ask(manager(), { key: 'P-18' });
    expect(data.policy).toEqual({
      key: 'P-18',
      title: 'Time for the callback after a repair order is returned; 0 sets no limit',
      titleZh: '维修回访时限',
      rules: ['R-RPR-13', 'M-RPR-14'],
      shape: { kind: 'INTEGER', unit: 'MINUTES', min: 0, max: 43200 },
      defaultValue: 1440,
      value: 1440,
      source: 'DEFAULT',
      version: null,
      effectiveFrom: null,
      lastVersion: 0,
      estatesMayDiffer: true,
    });
    const all = await server.query('{ policies { key value } }', {}, manager());
    expect(all.data.policies.map((policy: { key: string }) => policy.key)).toEqual(POLICY_KEYS);
  });

  test('D-08, R-MET-09 · an estate sets its desk hours from a day on; the days before keep theirs', async () => {
    const { e01, e02 } = story.harbour;
    const value = hours([
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '01:00' },
    ]);
    const done = await change(manager(), { estateId: e01.id, value, expectedVersion: 0 });
    expect(done.data.changePolicy.policy).toMatchObject({
      key: 'D-08',
      on: '2026-12-01',
      value: { ...value, dates: {} },
      source: 'ESTATE',
      version: 1,
      effectiveFrom: '2026-12-01',
      lastVersion: 1,
      estate: { code: 'E01' },
    });
    const before = await ask(manager(), { key: 'D-08', estateId: e01.id, on: '2026-11-30' });
    expect(before.data.policy).toMatchObject({ source: 'DEFAULT', lastVersion: 1 });
    const elsewhere = await ask(admin(), { key: 'D-08', estateId: e02.id, on: '2026-12-01' });
    expect(elsewhere.data.policy.source).toBe('DEFAULT');
    const late = await change(manager(), { estateId: e01.id, value, expectedVersion: 0 });
    expect(refusals(late)).toEqual([{ code: 'CONFLICT', what: 'policy', currentVersion: 1, expectedVersion: 0 }]);
    await change(manager(), { estateId: e01.id, giveUp: true, effectiveFrom: '2027-01-01' });
    const after = await ask(manager(), { key: 'D-08', estateId: e01.id, on: '2027-01-01' });
    expect(after.data.policy).toMatchObject({ source: 'DEFAULT', lastVersion: 2 });
    const history = await server.query(
      `query ($id: ID) { policyVersions(key: "D-08", estateId: $id, first: 5) { totalCount nodes { version effectiveFrom value reason estatesMayOverride setAt setBy { displayName } estate { code } } } }`,
      { id: e01.id },
      admin(),
    );
    expect(history.data.policyVersions).toMatchObject({
      totalCount: 2,
      nodes: [
        { version: 2, effectiveFrom: '2027-01-01', value: null, estate: { code: 'E01' } },
        { version: 1, effectiveFrom: '2026-12-01', reason: 'as agreed', setBy: { displayName: 'estate_manager' } },
      ],
    });
  });

  test('R-MET-09 · today may be set, in the zone of the estate, yesterday may not', async () => {
    const input = { estateId: story.harbour.e02.id, value: hours([{ from: '09:00', to: '18:00' }]) };
    const other = story.harbour.e02.staff['ESTATE_MANAGER']!;
    expect(refusals(await change(other, { ...input, effectiveFrom: '2026-11-22' }))).toEqual([
      { code: 'INVALID_INPUT', path: 'input.effectiveFrom', earliest: '2026-11-23' },
    ]);
    expect(refusals(await change(other, { ...input, effectiveFrom: '2026-11-23' }))).toEqual([]);
    expect(refusals(await change(other, { ...input, effectiveFrom: '2099-01-01' }))).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.effectiveFrom' }),
    ]);
  });

  test.each<[object, string]>([
    [{ key: 'P-99', value: 1 }, 'input.key'],
    [{ value: 'always' }, 'input.value'],
    [{}, 'input.value'],
    [{ value: hours([]), giveUp: true }, 'input.value'],
    [{ value: hours([{ from: '08:00', to: '25:00' }]) }, 'input.value.weekdays.MON.0.to'],
    [
      {
        value: hours([
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '18:00' },
        ]),
      },
      'input.value.weekdays.MON.1',
    ],
    [
      {
        value: hours([
          { from: '06:00', to: '12:00' },
          { from: '20:00', to: '07:00' },
        ]),
      },
      'input.value.weekdays.MON',
    ],
    [{ value: hours([]), estatesMayOverride: false }, 'input.estatesMayOverride'],
  ])('D-08 · %j is refused at %s, and nothing is written', async (input, path) => {
    const count = async (): Promise<unknown> =>
      (await server.house.database.superuser.query('select count(*) from policy_version')).rows[0];
    const before = await count();
    const answer = await change(manager(), { estateId: story.harbour.e01.id, ...input });
    expect(refusals(answer)).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path })]);
    expect(await count()).toEqual(before);
  });

  test('R-ORG-68 · other policies need a second person, and no one changes that rule alone', async () => {
    for (const [key, value] of [
      ['P-18', 60],
      ['D-18', { company: 'DIRECT', estates: 'DIRECT' }],
    ] as const)
      expect(refusals(await change(admin(), { key, value }))).toEqual([
        { code: 'RULE_REFUSED', rule: 'R-ORG-68', key },
      ]);
  });

  test('D-18 · where the company has decided so, one person changes its policies; text, number and flag are kept', async () => {
    await setWay(story.cedar.id, story.cedar.staff['COMPANY_ADMIN']!.subjectId);
    const boss = story.cedar.staff['COMPANY_ADMIN']!;
    for (const [key, value] of [
      ['P-18', 60],
      ['Q-16', 'OTHER'],
      ['Q-34', true],
      ['P-26', { STEWARD: '楼管家' }],
    ] as const) {
      const done = await change(boss, { key, value });
      expect(done.data.changePolicy.policy).toMatchObject({ key, value, source: 'COMPANY', version: 1 });
    }
    expect(refusals(await change(boss, { key: 'D-18', value: { company: 'APPROVED', estates: 'APPROVED' } }))).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-ORG-68', key: 'D-18' },
    ]);
  });

  test('P-23 · where the policy is the company’s alone, or the company forbids it, an estate does not differ', async () => {
    const boss = story.cedar.staff['COMPANY_ADMIN']!;
    const estateId = story.cedar.e01.id;
    expect(refusals(await change(boss, { key: 'P-23', value: 10, estateId }))).toEqual([
      { code: 'RULE_REFUSED', rule: 'P-23', key: 'P-23', effectiveFrom: '2026-12-01' },
    ]);
    await change(boss, { key: 'P-28', value: 6, estatesMayOverride: false, effectiveFrom: '2026-12-10' });
    expect(refusals(await change(boss, { key: 'P-28', value: 12, estateId, effectiveFrom: '2026-12-10' }))).toEqual([
      { code: 'RULE_REFUSED', rule: 'P-28', key: 'P-28', effectiveFrom: '2026-12-10' },
    ]);
    expect(refusals(await change(boss, { key: 'P-28', value: 12, estateId, effectiveFrom: '2026-12-09' }))).toEqual([]);
    const on = async (day: string) => (await ask(boss, { key: 'P-28', estateId, on: day })).data.policy;
    expect(await on('2026-12-09')).toMatchObject({ value: 12, source: 'ESTATE', estatesMayDiffer: true });
    expect(await on('2026-12-10')).toMatchObject({ value: 6, source: 'COMPANY', estatesMayDiffer: false });
  });

  test('R-MET-09 · the event tells the policy and the day, never the value or the reason; a repeat changes nothing', async () => {
    const input = {
      estateId: story.harbour.e02.id,
      value: hours([{ from: '10:00', to: '11:00' }]),
      reason: 'canary',
      commandId: crypto.randomUUID(),
    };
    const other = story.harbour.e02.staff['ESTATE_MANAGER']!;
    const first = await change(other, input);
    const again = await change(other, input);
    expect(again.data.changePolicy).toEqual(first.data.changePolicy);
    const { rows } = await server.house.database.superuser.query<Record<string, unknown>>(
      `select type, estate_id, facts, actor_id from event where company_id = $1 and type = 'policy.CHANGED' order by seq desc`,
      [story.harbour.id],
    );
    expect(rows[0]).toEqual({
      type: 'policy.CHANGED',
      estate_id: story.harbour.e02.id,
      actor_id: other.subjectId,
      facts: { approvalId: null, key: 'D-08', effectiveFrom: '2026-12-01', givenUp: false, estatesMayOverride: true },
    });
    expect(JSON.stringify(rows)).not.toContain('canary');
  });

  test('D-08 · two who change the same policy at once make two versions, or one is told that somebody was faster', async () => {
    const input = { estateId: story.harbour.e01.id, value: hours([{ from: '10:00', to: '11:00' }]) };
    const seen = (await ask(manager(), { key: 'D-08', estateId: input.estateId })).data.policy.lastVersion;
    const answers = await Promise.all([1, 2, 3].map(() => change(manager(), { ...input, expectedVersion: seen })));
    expect(answers.flatMap(refusals).map((error) => error['code'])).toEqual(['CONFLICT', 'CONFLICT']);
  });

  test('R-ORG-78 · each role, another estate, another company, nobody', async () => {
    const { e01, e02 } = story.harbour;
    const value = hours([]);
    const code = async (person: StoryPerson | null, input: object) =>
      refusals(await change(person, { value, ...input })).map((error) => error['code']);
    for (const role of ['SERVICE_MANAGER', 'FRONT_DESK', 'TECHNICIAN', 'CASHIER'])
      expect(await code(e01.staff[role]!, { estateId: e01.id })).toEqual(['FORBIDDEN']);
    for (const role of ['COMPANY_LEADER', 'FINANCE_OFFICER'])
      expect(await code(story.harbour.staff[role]!, {})).toEqual(['FORBIDDEN']);
    expect(await code(manager(), {})).toEqual(['FORBIDDEN']);
    expect(await code(manager(), { estateId: e02.id })).toEqual(['NOT_FOUND']);
    expect(await code(story.cedar.staff['COMPANY_ADMIN']!, { estateId: e01.id })).toEqual(['NOT_FOUND']);
    expect(await code(admin(), { estateId: 'nonsense' })).toEqual(['NOT_FOUND']);
    expect(await code(e01.resident, { estateId: e01.id })).toEqual(['FORBIDDEN']);
    expect(await code(null, {})).toEqual(['UNAUTHENTICATED']);
    expect(await code(story.harbour.staff['QUALITY_OFFICER']!, { effectiveFrom: '2028-01-01' })).toEqual([]);
    const read = async (person: StoryPerson, estateId: string | null) =>
      refusals(await ask(person, { key: 'P-18', estateId })).map((error) => error['code']);
    expect(await read(e01.staff['CASHIER']!, e01.id)).toEqual([]);
    expect(await read(e01.staff['CASHIER']!, e02.id)).toEqual(['NOT_FOUND']);
    expect(await read(story.cedar.e01.staff['CASHIER']!, e01.id)).toEqual(['NOT_FOUND']);
    expect(await read(e01.resident, e01.id)).toEqual(['FORBIDDEN']);
    const wrong = await server.query('{ policies(keys: ["P-18", "nonsense"]) { key } }', {}, admin());
    expect(refusals(wrong)).toEqual([{ code: 'INVALID_INPUT', path: 'keys[1]' }]);
  });

  /** The company has decided before that one person is enough. */
  async function setWay(companyId: string, staffId: string): Promise<void> {
    await server.house.database.superuser.query(
      `insert into policy_version (company_id, id, key, version, effective_from, value, estates_may_override, reason, set_by, set_at)
       values ($1, gen_random_uuid(), 'D-18', 1, '2026-01-01', '{"company": "DIRECT", "estates": "DIRECT"}', true, 'small company', $2, now())`,
      [companyId, staffId],
    );
  }
});
