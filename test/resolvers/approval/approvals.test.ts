import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';

const APPROVAL = `id state awaitedAction round version decidedAt preparedBy { displayName } estate { code }
  subject { ... on PolicyProposal { key effectiveFrom value reason estatesMayOverride estate { code } policy { value source } } }
  decisions { round verdict reason decidedBy { displayName } onBehalfOf { displayName } }`;
const PROPOSE = `mutation ($input: ProposePolicyChangeInput!) { proposePolicyChange(input: $input) { cursor approval { ${APPROVAL} } } }`;
const RESUBMIT = `mutation ($input: ResubmitPolicyChangeInput!) { resubmitPolicyChange(input: $input) { approval { ${APPROVAL} } } }`;
const STEP = (verb: string): string =>
  `mutation ($input: ${verb.replace(/^./, (letter) => letter.toUpperCase())}Input!) { ${verb}(input: $input) { cursor approval { ${APPROVAL} } } }`;
const WAITING = `{ approvals(filter: { waitingForMe: true }) { totalCount nodes { id } } }`;
const NAME = `mutation ($input: NameDeputyInput!) { nameDeputy(input: $input) { cursor deputy { id role fromDay untilDay version estate { code } absent { displayName } deputy { displayName } namedBy { displayName } } } }`;
const END = `mutation ($input: EndDeputyInput!) { endDeputy(input: $input) { deputy { untilDay version } } }`;

describe('approvals of policy changes', () => {
  let server: TestServer;
  let story: Story;
  let now = new Date('2026-11-22T02:00:00Z');
  let first = 0;

  beforeAll(async () => {
    server = await startTestServer({ clock: { now: () => now } });
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    now = new Date('2026-11-22T02:00:00Z');
  });

  const head = (role: string): StoryPerson => story.harbour.staff[role]!;
  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const refusals = (answer: Answer) => (answer.errors ?? []).map((error) => error.extensions);
  const codes = (answer: Answer) =>
    refusals(answer).map((error) => [error['code'], error['rule']].filter(Boolean).join(' '));
  const propose = (person: StoryPerson | null, over: object = {}): Promise<Answer> =>
    server.query(
      PROPOSE,
      {
        input: {
          key: 'P-18',
          effectiveFrom: '2026-12-01',
          value: 60 + (first += 1),
          reason: 'customers wait too long',
          ...over,
        },
      },
      person,
    );
  const proposed = async (person: StoryPerson, over: object = {}): Promise<string> => {
    const answer = await propose(person, over);
    expect(refusals(answer)).toEqual([]);
    return answer.data.proposePolicyChange.approval.id;
  };
  const ofEstate = (): object => ({ estateId: story.harbour.e01.id });
  const step = (verb: string, person: StoryPerson | null, approvalId: string, over: object = {}): Promise<Answer> =>
    server.query(STEP(verb), { input: { approvalId, ...over } }, person);
  const waiting = async (person: StoryPerson): Promise<string[]> =>
    (await server.query(WAITING, {}, person)).data.approvals.nodes.map((node: { id: string }) => node.id);
  const valueOn = async (on: string, estateId: string | null = null): Promise<unknown> =>
    (
      await server.query(
        `query ($on: LocalDate, $id: ID) { policy(key: "P-18", on: $on, estateId: $id) { value } }`,
        { on, id: estateId },
        head('COMPANY_ADMIN'),
      )
    ).data.policy.value;
  const name = (person: StoryPerson | null, over: object): Promise<Answer> =>
    server.query(NAME, { input: { fromDay: '2026-11-22', untilDay: '2026-11-25', ...over } }, person);

  test('R-ORG-68 · an estate’s change is prepared by its manager, reviewed by quality, approved by a leader, and holds', async () => {
    const { e01 } = story.harbour;
    const made = (await propose(manager(), { ...ofEstate(), value: 45 })).data.proposePolicyChange.approval;
    expect(made).toEqual({
      id: expect.any(String),
      state: 'IN_REVIEW',
      awaitedAction: 'policy.review',
      round: 1,
      version: 1,
      decidedAt: null,
      preparedBy: { displayName: 'estate_manager' },
      estate: { code: 'E01' },
      subject: {
        key: 'P-18',
        effectiveFrom: '2026-12-01',
        value: 45,
        reason: 'customers wait too long',
        estatesMayOverride: true,
        estate: { code: 'E01' },
        policy: { value: 1440, source: 'DEFAULT' },
      },
      decisions: [
        {
          round: 1,
          verdict: 'SUBMITTED',
          reason: null,
          decidedBy: { displayName: 'estate_manager' },
          onBehalfOf: null,
        },
      ],
    });
    expect(await waiting(head('QUALITY_OFFICER'))).toContain(made.id);
    expect(await waiting(head('COMPANY_LEADER'))).not.toContain(made.id);
    expect(codes(await step('grantApproval', head('COMPANY_LEADER'), made.id))).toEqual(['RULE_REFUSED Q-18']);
    const reviewed = await step('reviewApproval', head('QUALITY_OFFICER'), made.id, { expectedVersion: 1 });
    expect(reviewed.data.reviewApproval.approval).toMatchObject({
      state: 'IN_APPROVAL',
      awaitedAction: 'policy.approve',
      version: 2,
    });
    expect(await waiting(head('QUALITY_OFFICER'))).not.toContain(made.id);
    expect(await waiting(head('COMPANY_LEADER'))).toContain(made.id);
    expect(await valueOn('2026-12-01', e01.id)).toBe(1440);
    const granted = await step('grantApproval', head('COMPANY_LEADER'), made.id, { expectedVersion: 2 });
    expect(granted.data.grantApproval.approval).toMatchObject({
      state: 'APPROVED',
      awaitedAction: null,
      decidedAt: '2026-11-22T02:00:00.000Z',
      decisions: [{ verdict: 'SUBMITTED' }, { verdict: 'REVIEWED' }, { verdict: 'APPROVED' }],
    });
    expect(await valueOn('2026-12-01', e01.id)).toBe(45);
    expect(await valueOn('2026-11-30', e01.id)).toBe(1440);
    const history = await server.query(
      `query ($id: ID) { policyVersions(key: "P-18", estateId: $id) { nodes { value approval { id } setBy { displayName } } } }`,
      { id: e01.id },
      head('COMPANY_LEADER'),
    );
    expect(history.data.policyVersions.nodes).toEqual([
      { value: 45, approval: { id: made.id }, setBy: { displayName: 'company_leader' } },
    ]);
    const { rows } = await server.house.database.superuser.query<Record<string, unknown>>(
      `select type, actor_id, facts from event where company_id = $1 and (subject_id = $2 or facts ->> 'approvalId' = $2::text) order by seq`,
      [story.harbour.id, made.id],
    );
    expect(rows.map((row) => [row['type'], row['actor_id']])).toEqual([
      ['approval.SUBMITTED', manager().subjectId],
      ['approval.REVIEWED', head('QUALITY_OFFICER').subjectId],
      ['approval.APPROVED', head('COMPANY_LEADER').subjectId],
      ['policy.CHANGED', head('COMPANY_LEADER').subjectId],
    ]);
    expect(JSON.stringify(rows)).not.toContain('customers wait');
  });

  test('R-ORG-68 · the company’s change is prepared by an administrator and approved by a leader at once', async () => {
    const id = await proposed(head('COMPANY_ADMIN'), { value: 77, estatesMayOverride: false });
    expect(codes(await step('reviewApproval', head('QUALITY_OFFICER'), id))).toEqual(['RULE_REFUSED Q-18']);
    await step('grantApproval', head('COMPANY_LEADER'), id);
    expect(await valueOn('2026-12-01')).toBe(77);
    expect(codes(await propose(manager(), ofEstate()))).toEqual(['RULE_REFUSED P-18']);
    const again = await proposed(head('COMPANY_ADMIN'), { giveUp: true, value: null });
    await step('grantApproval', head('COMPANY_LEADER'), again);
    expect(await valueOn('2026-12-01')).toBe(1440);
  });

  test('R-ORG-68 · persons are compared, not roles: nobody decides the own matter, whatever roles they hold', async () => {
    const both = head('COMPANY_ADMIN');
    await giveRole(both, 'COMPANY_LEADER');
    const id = await proposed(both);
    expect(await waiting(both)).not.toContain(id);
    expect(refusals(await step('grantApproval', both, id))).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-ORG-68', preparedBy: both.subjectId },
    ]);
    expect(codes(await step('sendBackApproval', both, id, { reason: 'no' }))).toEqual(['RULE_REFUSED R-ORG-68']);
    expect(codes(await step('grantApproval', head('COMPANY_LEADER'), id))).toEqual([]);
  });

  test('Q-18 · what is sent back carries the reason, is submitted again changed, and goes its whole way anew', async () => {
    const id = await proposed(manager(), { ...ofEstate(), value: 30 });
    await step('reviewApproval', head('QUALITY_OFFICER'), id);
    const back = await step('sendBackApproval', head('COMPANY_LEADER'), id, { reason: '太短' });
    expect(back.data.sendBackApproval.approval).toMatchObject({
      state: 'SENT_BACK',
      awaitedAction: null,
      decisions: [{}, {}, { verdict: 'SENT_BACK', reason: '太短', decidedBy: { displayName: 'company_leader' } }],
    });
    for (const person of [head('COMPANY_LEADER'), head('QUALITY_OFFICER')])
      expect(await waiting(person)).not.toContain(id);
    const input = { approvalId: id, effectiveFrom: '2026-12-02', value: 40, reason: 'a little longer' };
    const resubmit = (person: StoryPerson, over: object = {}): Promise<Answer> =>
      server.query(RESUBMIT, { input: { ...input, ...over } }, person);
    expect(codes(await resubmit(head('COMPANY_ADMIN')))).toEqual(['RULE_REFUSED Q-18']);
    expect(refusals(await resubmit(manager(), { value: 'soon' }))).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.value' }),
    ]);
    const again = await resubmit(manager(), { expectedVersion: 3 });
    expect(again.data.resubmitPolicyChange.approval).toMatchObject({
      state: 'IN_REVIEW',
      round: 2,
      version: 4,
      subject: { value: 40, effectiveFrom: '2026-12-02' },
    });
    await step('reviewApproval', head('QUALITY_OFFICER'), id);
    await step('grantApproval', head('COMPANY_LEADER'), id);
    expect(await valueOn('2026-12-02', story.harbour.e01.id)).toBe(40);
    expect(codes(await step('withdrawApproval', manager(), id))).toEqual(['RULE_REFUSED Q-18']);
  });

  test('Q-18 · only who has prepared it withdraws it, and then nobody decides it', async () => {
    const id = await proposed(manager(), ofEstate());
    expect(codes(await step('withdrawApproval', head('COMPANY_LEADER'), id))).toEqual(['RULE_REFUSED Q-18']);
    const gone = await step('withdrawApproval', manager(), id);
    expect(gone.data.withdrawApproval.approval).toMatchObject({ state: 'WITHDRAWN', awaitedAction: null });
    expect(codes(await step('reviewApproval', head('QUALITY_OFFICER'), id))).toEqual(['RULE_REFUSED Q-18']);
  });

  test('R-MET-09 · what is approved after its first day is refused as a whole; sent back, it gets a later day', async () => {
    const id = await proposed(head('QUALITY_OFFICER'), { effectiveFrom: '2026-11-23', value: 66 });
    now = new Date('2026-11-24T02:00:00Z');
    const command = { commandId: crypto.randomUUID() };
    const late = await step('grantApproval', head('COMPANY_LEADER'), id, command);
    expect(refusals(late)).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-MET-09', effectiveFrom: '2026-11-23', today: '2026-11-24' },
    ]);
    expect(refusals(await step('grantApproval', head('COMPANY_LEADER'), id, command))).toEqual(refusals(late));
    const { rows } = await server.house.database.superuser.query(
      `select state, version from approval where id = $1 union all select 'decisions', count(*) from approval_decision where approval_id = $1`,
      [id],
    );
    expect(rows).toEqual([
      { state: 'IN_APPROVAL', version: '1' },
      { state: 'decisions', version: '1' },
    ]);
    expect(codes(await step('sendBackApproval', head('COMPANY_LEADER'), id, { reason: 'too late' }))).toEqual([]);
  });

  test('Q-43 · a deputy reviews within the dates and for the absent person, and no longer once it has ended', async () => {
    const [absent, deputy] = [head('QUALITY_OFFICER'), head('FINANCE_OFFICER')];
    const id = await proposed(manager(), ofEstate());
    expect(await waiting(deputy)).not.toContain(id);
    expect(codes(await step('reviewApproval', deputy, id))).toEqual(['FORBIDDEN']);
    const named = await name(head('COMPANY_ADMIN'), {
      absentId: absent.subjectId,
      role: 'QUALITY_OFFICER',
      deputyId: deputy.subjectId,
    });
    expect(named.data.nameDeputy.deputy).toEqual({
      id: expect.any(String),
      role: 'QUALITY_OFFICER',
      fromDay: '2026-11-22',
      untilDay: '2026-11-25',
      version: 1,
      estate: null,
      absent: { displayName: 'quality_officer' },
      deputy: { displayName: 'finance_officer' },
      namedBy: { displayName: 'company_admin' },
    });
    expect(await waiting(deputy)).toContain(id);
    now = new Date('2026-11-25T02:00:00Z');
    expect(await waiting(deputy)).not.toContain(id);
    expect(refusals(await step('reviewApproval', deputy, id))).toEqual([
      { code: 'RULE_REFUSED', rule: 'Q-43', fromDay: '2026-11-22', untilDay: '2026-11-25', today: '2026-11-25' },
    ]);
    now = new Date('2026-11-24T15:59:00Z');
    const done = await step('reviewApproval', deputy, id);
    expect(done.data.reviewApproval.approval.decisions.at(-1)).toEqual({
      round: 1,
      verdict: 'REVIEWED',
      reason: null,
      decidedBy: { displayName: 'finance_officer' },
      onBehalfOf: { displayName: 'quality_officer' },
    });
    const own = await proposed(absent, { effectiveFrom: '2026-12-20' });
    expect(codes(await step('grantApproval', deputy, own))).toEqual(['FORBIDDEN']);
    const { id: deputyshipId } = named.data.nameDeputy.deputy;
    const end = (person: StoryPerson, untilDay: string): Promise<Answer> =>
      server.query(END, { input: { deputyshipId, untilDay } }, person);
    expect(codes(await end(head('COMPANY_LEADER'), '2026-11-24'))).toEqual(['FORBIDDEN']);
    expect(codes(await end(head('COMPANY_ADMIN'), '2026-11-23'))).toEqual(['INVALID_INPUT']);
    expect(codes(await end(head('COMPANY_ADMIN'), '2026-11-26'))).toEqual(['INVALID_INPUT']);
    expect((await end(head('COMPANY_ADMIN'), '2026-11-24')).data.endDeputy.deputy).toEqual({
      untilDay: '2026-11-24',
      version: 2,
    });
    expect(codes(await end(head('COMPANY_ADMIN'), '2026-11-24'))).toEqual(['CONFLICT']);
  });

  test('R-ORG-68 · nobody has the own matter decided through a deputy', async () => {
    const leader = head('COMPANY_LEADER');
    await giveRole(leader, 'QUALITY_OFFICER');
    const deputy = head('FINANCE_OFFICER');
    await name(head('COMPANY_ADMIN'), {
      absentId: leader.subjectId,
      role: 'COMPANY_LEADER',
      deputyId: deputy.subjectId,
    });
    const id = await proposed(leader);
    expect(await waiting(deputy)).not.toContain(id);
    expect(refusals(await step('grantApproval', deputy, id))).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-ORG-68', preparedBy: leader.subjectId },
    ]);
    const other = await proposed(head('QUALITY_OFFICER'));
    expect(await waiting(deputy)).toContain(other);
    expect(codes(await step('grantApproval', deputy, other))).toEqual([]);
  });

  test('Q-43 · the estate manager names deputies of the estate; each bad naming is refused', async () => {
    const { e01, e02 } = story.harbour;
    const post = {
      absentId: e01.staff['SERVICE_MANAGER']!.subjectId,
      role: 'SERVICE_MANAGER',
      estateId: e01.id,
      deputyId: e01.staff['SERVICE_SUPERVISOR']!.subjectId,
    };
    expect(codes(await name(manager(), post))).toEqual([]);
    expect(codes(await name(manager(), post))).toEqual(['CONFLICT']);
    expect(codes(await name(manager(), { ...post, fromDay: '2026-11-25', untilDay: '2026-11-26' }))).toEqual([]);
    for (const [over, expected] of [
      [{ deputyId: post.absentId }, 'INVALID_INPUT'],
      [{ fromDay: '2026-11-21' }, 'INVALID_INPUT'],
      [{ untilDay: '2026-11-22' }, 'INVALID_INPUT'],
      [{ role: 'STEWARD' }, 'RULE_REFUSED Q-43'],
      [{ deputyId: e02.staff['STEWARD']!.subjectId }, 'NOT_FOUND'],
      [{ absentId: story.cedar.e01.staff['SERVICE_MANAGER']!.subjectId }, 'NOT_FOUND'],
      [{ estateId: e02.id }, 'NOT_FOUND'],
      [{ estateId: null }, 'FORBIDDEN'],
    ] as const)
      expect([over, codes(await name(manager(), { ...post, ...over }))]).toEqual([over, [expected]]);
    expect(
      codes(await name(e01.staff['SERVICE_MANAGER']!, { ...post, deputyId: e01.staff['STEWARD']!.subjectId })),
    ).toEqual(['RULE_REFUSED Q-43']);
    expect(codes(await name(e01.staff['FRONT_DESK']!, post))).toEqual(['FORBIDDEN']);
    expect(codes(await name(null, post))).toEqual(['UNAUTHENTICATED']);
    const list = await server.query(
      `query ($ids: [ID!]) { deputies(estateIds: $ids) { nodes { role deputy { displayName } } } }`,
      { ids: [e01.id, e02.id] },
      e01.staff['STEWARD'],
    );
    expect(list.data.deputies.nodes).toHaveLength(2);
    const elsewhere = await server.query(`{ deputies { nodes { estate { code } } } }`, {}, e02.staff['STEWARD']);
    expect(elsewhere.data.deputies.nodes.filter((node: { estate: unknown }) => node.estate !== null)).toEqual([]);
  });

  test('R-ORG-78 · each role, another estate, another company, another system, nobody', async () => {
    const { e01, e02 } = story.harbour;
    const id = await proposed(manager(), ofEstate());
    for (const role of ['SERVICE_MANAGER', 'FRONT_DESK', 'CASHIER'])
      for (const verb of ['reviewApproval', 'withdrawApproval'])
        expect(codes(await step(verb, e01.staff[role]!, id))).toEqual([
          verb === 'reviewApproval' ? 'FORBIDDEN' : 'RULE_REFUSED Q-18',
        ]);
    expect(codes(await step('reviewApproval', head('COMPANY_LEADER'), id))).toEqual([]);
    expect(codes(await step('grantApproval', head('COMPANY_ADMIN'), id))).toEqual([]);
    const next = await proposed(manager(), ofEstate());
    for (const stranger of [e02.staff['ESTATE_MANAGER']!, story.cedar.staff['QUALITY_OFFICER']!])
      for (const verb of ['reviewApproval', 'grantApproval', 'withdrawApproval'])
        expect(refusals(await step(verb, stranger, next))).toEqual([{ code: 'NOT_FOUND', what: 'approval' }]);
    expect(codes(await step('reviewApproval', e01.resident, next))).toEqual(['FORBIDDEN']);
    expect(codes(await step('reviewApproval', null, next))).toEqual(['UNAUTHENTICATED']);
    for (const role of ['SERVICE_MANAGER', 'FRONT_DESK'])
      expect(codes(await propose(e01.staff[role]!, ofEstate()))).toEqual(['FORBIDDEN']);
    expect(codes(await propose(manager(), { estateId: e02.id }))).toEqual(['NOT_FOUND']);
    expect(codes(await propose(null, ofEstate()))).toEqual(['UNAUTHENTICATED']);
    const look = (person: StoryPerson): Promise<Answer> =>
      server.query('query ($id: ID!) { approval(id: $id) { id } }', { id: next }, person);
    for (const person of [manager(), head('QUALITY_OFFICER'), head('COMPANY_LEADER')])
      expect((await look(person)).data.approval).toEqual({ id: next });
    for (const person of [e01.staff['FRONT_DESK']!, e02.staff['ESTATE_MANAGER']!, story.cedar.staff['COMPANY_LEADER']!])
      expect(refusals(await look(person))).toEqual([{ code: 'NOT_FOUND', what: 'approval' }]);
    const token = await keyOf(e01.id);
    const byKey = await server.query(
      PROPOSE,
      { input: { key: 'P-18', ...ofEstate(), effectiveFrom: '2026-12-01', value: 5, reason: 'x' } },
      token,
    );
    expect(codes(byKey)).toEqual(['RULE_REFUSED R-ORG-68']);
  });

  test('approvals are listed by filter and page, what waits longest first', async () => {
    const mine = `query ($after: String) { approvals(filter: { preparedByMe: true, states: [APPROVED], subjectKinds: [POLICY_CHANGE] }, first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id state preparedBy { displayName } } } }`;
    const pageOne = (await server.query(mine, {}, manager())).data.approvals;
    expect(pageOne.nodes).toHaveLength(2);
    expect(pageOne.totalCount).toBeGreaterThan(2);
    const pageTwo = (await server.query(mine, { after: pageOne.pageInfo.endCursor }, manager())).data.approvals;
    const ids = [...pageOne.nodes, ...pageTwo.nodes].map((node: { id: string }) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const node of [...pageOne.nodes, ...pageTwo.nodes])
      expect(node).toMatchObject({ state: 'APPROVED', preparedBy: { displayName: 'estate_manager' } });
  });

  /** Somebody holds one more role over the whole company. */
  async function giveRole(person: StoryPerson, role: string): Promise<void> {
    await server.house.database.superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, created_at) values ($1, gen_random_uuid(), $2, $3, now())`,
      [person.companyId, person.subjectId, role],
    );
    server.house.principals.drop(person.companyId);
  }

  /** A key that holds the estate manager's role. */
  async function keyOf(estateId: string): Promise<string> {
    const made = await server.query(
      `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key } }`,
      { input: { name: 'robot', roles: ['ESTATE_MANAGER'], estateIds: [estateId], expiresAt: '2027-01-01T00:00:00Z' } },
      head('COMPANY_ADMIN'),
    );
    return made.data.createApiKey.key;
  }
});
