import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';

const TRAIL = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { cursor type subjectKind subjectId subjectVersion recordedAt estate { code } actor { kind staff { id } } facts { name value } }
  }
}`;
const codes = ({ errors }: Answer) => (errors ?? []).map((error) => error.extensions);

describe('the audit trail', () => {
  let server: TestServer;
  let story: Story;
  let customerId: string;

  const on = (role: string): StoryPerson => story.harbour.staff[role] ?? story.harbour.e01.staff[role]!;
  const trail = async (filter: object | null, person = on('COMPANY_ADMIN'), page: object = { first: 50 }) => {
    const answer = await server.query(TRAIL, { filter, ...page }, person);
    expect(codes(answer)).toEqual([]);
    return answer.data.auditTrail;
  };

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false });
    story = await tellStory(server.house.database, { passwordHash: 'none' });
    const create = `mutation ($id: ID!, $name: String!) { createCustomer(input: { estateId: $id, kind: PERSON, name: $name }) { customer { id } } }`;
    const made = await server.query(create, { id: story.harbour.e01.id, name: '王小明' }, on('FRONT_DESK'));
    customerId = made.data.createCustomer.customer.id as string;
    const update = `mutation ($id: ID!) { updateCustomer(input: { customerId: $id, expectedVersion: 1, name: "王大明" }) { customer { id } } }`;
    await server.query(update, { id: customerId }, on('SERVICE_MANAGER'));
    const elsewhere = story.harbour.e02;
    await server.query(create, { id: elsewhere.id, name: '赵六' }, elsewhere.staff['FRONT_DESK']);
    const department = `mutation { createDepartment(input: { code: "QA", name: "Quality" }) { department { id } } }`;
    await server.query(department, {}, on('COMPANY_ADMIN'));
  });
  afterAll(() => server.close());

  test('R-ORG-77 · it says who did what to this thing, latest first, without names', async () => {
    const { nodes } = await trail({ subjectKind: 'customer', subjectId: customerId });
    expect(nodes).toEqual([
      expect.objectContaining({
        type: 'people.CUSTOMER_UPDATED',
        subjectVersion: 2,
        estate: { code: 'E01' },
        actor: { kind: 'STAFF', staff: { id: on('SERVICE_MANAGER').subjectId } },
        facts: [{ name: 'changed', value: 'name' }],
      }),
      expect.objectContaining({
        type: 'people.CUSTOMER_CREATED',
        subjectVersion: 1,
        actor: { kind: 'STAFF', staff: { id: on('FRONT_DESK').subjectId } },
      }),
    ]);
    expect(JSON.stringify(nodes)).not.toContain('王');
  });

  test('R-ORG-77 · by actor, estate, kind of event and period', async () => {
    const types = async (filter: object) =>
      ((await trail(filter)).nodes as { type: string }[]).map((node) => node.type);
    expect(await types({ actorId: on('FRONT_DESK').subjectId })).toEqual(['people.CUSTOMER_CREATED']);
    expect(await types({ estateIds: [story.harbour.e02.id] })).toEqual(['people.CUSTOMER_CREATED']);
    expect(await types({ typePrefix: 'people.CUSTOMER_UP' })).toEqual(['people.CUSTOMER_UPDATED']);
    expect(await types({ actorId: 'nobody' })).toEqual([]);
    const [latest] = (await trail(null)).nodes as { recordedAt: string; type: string }[];
    expect(await types({ recordedFrom: latest?.recordedAt })).toEqual([latest?.type]);
    expect(await types({ recordedTo: latest?.recordedAt })).toHaveLength(3);
  });

  test('pages neither skip nor repeat', async () => {
    const all = ((await trail(null)).nodes as { cursor: string }[]).map((node) => node.cursor);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const {
        nodes,
        pageInfo,
      }: { nodes: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await trail(
        null,
        on('COMPANY_ADMIN'),
        { first: 1, after },
      );
      paged.push(...nodes.map((node) => node.cursor));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(4);
  });

  test.each([
    ['COMPANY_ADMIN', 4],
    ['COMPANY_LEADER', 4],
    ['QUALITY_OFFICER', 4],
    ['ESTATE_MANAGER', 2],
    ['SERVICE_MANAGER', 'audit.read'],
    ['FRONT_DESK', 'audit.read'],
    ['FINANCE_OFFICER', 'audit.read'],
  ])('R-ORG-77, R-ORG-78 · %s sees %s', async (role, expected) => {
    const answer = await server.query(TRAIL, {}, on(role));
    if (typeof expected === 'number') expect(answer.data.auditTrail.totalCount).toBe(expected);
    else expect(codes(answer)).toEqual([{ code: 'FORBIDDEN', action: expected }]);
  });

  test('R-ORG-78 · another estate, another company, a resident and nobody see nothing of it', async () => {
    const filter = { subjectId: customerId };
    expect((await trail(filter, story.harbour.e02.staff['ESTATE_MANAGER'])).nodes).toEqual([]);
    expect((await trail(filter, story.cedar.staff['COMPANY_ADMIN'])).nodes).toEqual([]);
    expect(
      (await trail({ estateIds: [story.harbour.e01.id] }, story.harbour.e02.staff['ESTATE_MANAGER'])).nodes,
    ).toEqual([]);
    const resident = await server.query(TRAIL, { filter }, story.harbour.e01.resident);
    expect(codes(resident)).toEqual([{ code: 'FORBIDDEN', action: 'audit.read' }]);
    expect(codes(await server.query(TRAIL, { filter })).map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
  });

  test.each([
    ['subject_id = $2 order by seq desc', 'event_company_subject_idx', () => customerId],
    ['actor_id = $2 order by recorded_at desc, seq desc', 'event_company_actor_idx', () => on('FRONT_DESK').subjectId],
    ['estate_id = $2 order by recorded_at desc, seq desc', 'event_company_estate_idx', () => story.harbour.e01.id],
    ['$2::uuid is not null order by recorded_at desc, seq desc', 'event_company_recorded_idx', () => story.harbour.id],
  ])('where %s is served in order by %s, also with much in the log', async (condition, index, value) => {
    const { superuser } = server.house.database;
    await superuser.query(
      `insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, visibility, actor_kind, actor_id, occurred_at, recorded_at, facts)
       select $1, 1000000 + g, case g % 3 when 0 then $2::uuid else $3::uuid end, 'test.NOISE', 'noise', gen_random_uuid(), 1, 'INTERNAL', 'STAFF', gen_random_uuid(), now(), '2030-01-01'::timestamptz + g * interval '1 second', '{}'
         from generate_series(1, 5000) g on conflict do nothing`,
      [story.harbour.id, story.harbour.e01.id, story.harbour.e02.id],
    );
    await superuser.query('analyze event');
    await superuser.query('begin');
    await superuser.query(
      `select set_config('app.company', $1, true), set_config('app.audience', 'staff', true), set_config('app.all_estates', 'on', true)`,
      [story.harbour.id],
    );
    await superuser.query('set local role guanjia_api');
    const { rows } = await superuser.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) select * from event where company_id = '${story.harbour.id}' and ${condition.replace('$2', `'${value()}'`)} limit 21`,
    );
    await superuser.query('rollback');
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Sort|Seq Scan on event/);
  });
});

describe('the security log', () => {
  let server: TestServer;
  let story: Story;
  const LOG = '{ securityLog { totalCount nodes { at kind accountId address } } }';

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false });
    story = await tellStory(server.house.database);
    for (const login of ['front_desk@harbour', 'front_desk@cedar', 'nobody@harbour', 'nobody@nowhere'])
      await server.query(
        'mutation ($login: String!) { signIn(input: { login: $login, password: "wrong" }) { accessToken } }',
        {
          login,
        },
      );
  });
  afterAll(() => server.close());

  test('R-ORG-78 · an administrator sees what was refused at the own door, and nothing of another company', async () => {
    const { data } = await server.query(LOG, {}, story.harbour.staff['COMPANY_ADMIN']);
    expect(data.securityLog.totalCount).toBe(2);
    expect(data.securityLog.nodes).toEqual([
      { at: expect.any(String), kind: 'SIGN_IN_FAILED', accountId: null, address: expect.any(String) },
      {
        at: expect.any(String),
        kind: 'SIGN_IN_FAILED',
        accountId: story.harbour.e01.staff['FRONT_DESK']!.accountId,
        address: expect.any(String),
      },
    ]);
  });

  test.each(['QUALITY_OFFICER', 'COMPANY_LEADER', 'ESTATE_MANAGER', 'FRONT_DESK'])(
    'R-ORG-78 · %s does not',
    async (role) => {
      const person = story.harbour.staff[role] ?? story.harbour.e01.staff[role]!;
      expect(codes(await server.query(LOG, {}, person))).toEqual([{ code: 'FORBIDDEN', action: 'security.read' }]);
    },
  );

  test('R-ORG-78 · the function of the database gives a company’s lines only to a session of that company', async () => {
    const { superuser } = server.house.database;
    const count = async (company: string, audience: string, everywhere: string, asked: string): Promise<number> => {
      await superuser.query('begin');
      await superuser.query(
        `select set_config('app.company', $1, true), set_config('app.audience', $2, true), set_config('app.all_estates', $3, true)`,
        [company, audience, everywhere],
      );
      const { rows } = await superuser.query<{ n: number }>('select count(*)::int as n from own_security_log($1)', [
        asked,
      ]);
      await superuser.query('rollback');
      return rows[0]?.n ?? -1;
    };
    const { harbour, cedar } = story;
    expect(await count(harbour.id, 'staff', 'on', harbour.id)).toBe(2);
    expect(await count(harbour.id, 'staff', 'on', cedar.id)).toBe(0);
    expect(await count(harbour.id, 'staff', '', harbour.id)).toBe(0);
    expect(await count(harbour.id, 'resident', 'on', harbour.id)).toBe(0);
    expect(await count('', '', '', harbour.id)).toBe(0);
  });
});
