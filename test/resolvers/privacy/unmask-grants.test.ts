import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';

const GRANT = `mutation ($input: GrantUnmaskInput!) {
  grantUnmask(input: $input) { cursor grant { id state subject purpose expiresAt version estate { code } holder { id } customers { id } } }
}`;
const REVOKE = `mutation ($id: ID!) { revokeUnmask(input: { grantId: $id }) { grant { state version } } }`;
const CUSTOMER = `query ($id: ID!) { customer(id: $id) { name phone } }`;
const LOG = `query ($ids: [ID!]) {
  unmaskGrants(filter: { estateIds: $ids }) {
    nodes { id state reason purpose holder { id } reads { nodes { day operations customer { id } ticket { id } } } }
  }
}`;
const codes = ({ errors }: Answer) => (errors ?? []).map((error) => error.extensions);

describe('grants to unmask', () => {
  let server: TestServer;
  let story: Story;
  let now = new Date('2026-03-02T20:00:00Z');

  beforeAll(async () => {
    server = await startTestServer({ clock: { now: () => now }, compareEngines: false });
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());

  const quality = (): StoryPerson => story.harbour.staff['QUALITY_OFFICER']!;
  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const grant = (subjects: object, person = quality()) =>
    server.query(GRANT, { input: { purpose: 'COMPLAINT_REVIEW', reason: 'call back', ...subjects } }, person);
  const granted = async (subjects: object, person = quality()): Promise<string> => {
    const answer = await grant(subjects, person);
    expect(codes(answer)).toEqual([]);
    return answer.data.grantUnmask.grant.id as string;
  };
  const revoke = async (id: string): Promise<void> => {
    expect(codes(await server.query(REVOKE, { id }, quality()))).toEqual([]);
  };
  const nameOf = async (id: string, person = quality()): Promise<string> =>
    (await server.query(CUSTOMER, { id }, person)).data.customer.name as string;
  const logOf = async (id: string) => {
    const { data } = await server.query(LOG, { ids: [story.harbour.e01.id] }, manager());
    return (data.unmaskGrants.nodes as { id: string; reads: { nodes: unknown[] } }[]).find((row) => row.id === id);
  };

  test('R-ORG-78 · under a grant the named customers are read whole, nobody else, and only by whom it was given', async () => {
    const { resident, next } = story.harbour.e01;
    const other = story.harbour.e02.resident;
    expect(await nameOf(resident.subjectId)).toBe('张*');
    const answer = await grant({ customerIds: [resident.subjectId] });
    expect(answer.data.grantUnmask.grant).toMatchObject({
      state: 'IN_FORCE',
      subject: 'CUSTOMERS',
      expiresAt: '2026-03-05T20:00:00.000Z',
      estate: { code: 'E01' },
      holder: { id: quality().subjectId },
      customers: [{ id: resident.subjectId }],
    });
    const id = answer.data.grantUnmask.grant.id as string;
    const read = await server.query(CUSTOMER, { id: resident.subjectId }, quality());
    expect(read.data.customer).toEqual({ name: '张三1', phone: '13800000001' });
    expect(await nameOf(next.subjectId)).toBe('张*');
    expect(await nameOf(other.subjectId)).toBe('张*');
    expect(await nameOf(resident.subjectId, story.harbour.staff['COMPANY_LEADER'])).toBe('张*');
    await revoke(id);
    expect(await nameOf(resident.subjectId)).toBe('张*');
    expect(codes(await server.query(REVOKE, { id }, quality()))).toEqual([
      { code: 'CONFLICT', what: 'grant', currentVersion: 2 },
    ]);
  });

  test('R-ORG-77, R-ORG-78 · the estate sees the grant, its reason and every subject read, one row a day; an unread one shows none', async () => {
    const { resident, next } = story.harbour.e01;
    const id = await granted({ customerIds: [resident.subjectId, next.subjectId] });
    expect((await logOf(id))?.reads.nodes).toEqual([]);
    await nameOf(resident.subjectId);
    await nameOf(resident.subjectId);
    now = new Date('2026-03-03T17:00:00Z');
    await server.query('{ customers(first: 50) { nodes { name } } }', {}, quality());
    const log = await logOf(id);
    expect(log).toMatchObject({ state: 'IN_FORCE', reason: 'call back', holder: { id: quality().subjectId } });
    const rows = log?.reads.nodes as { day: string; operations: number; customer: { id: string } }[];
    expect(rows.map((row) => [row.day, row.operations, row.customer.id]).sort()).toEqual(
      [
        ['2026-03-03', 2, resident.subjectId],
        ['2026-03-04', 1, resident.subjectId],
        ['2026-03-04', 1, next.subjectId],
      ].sort(),
    );
    await revoke(id);
  });

  test('R-ORG-78 · a grant for a ticket opens its contact and its customer', async () => {
    const { e01 } = story.harbour;
    const reported = await server.query(
      `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`,
      {
        input: {
          estateId: e01.id,
          unitId: e01.units[0].id,
          customerId: e01.resident.subjectId,
          channel: 'PHONE',
          urgency: 'ORDINARY',
          subject: 'tap drips',
          contactName: '李四',
          contactPhone: '13711112222',
        },
      },
      e01.staff['FRONT_DESK'],
    );
    const ticketId = reported.data.reportRepair.repair.id as string;
    const TICKET = `query ($id: ID!) { ticket(id: $id) { contactName contactPhone customer { name } } }`;
    const before = await server.query(TICKET, { id: ticketId }, quality());
    expect(before.data.ticket).toEqual({ contactName: '李*', contactPhone: '137****2222', customer: { name: '张*' } });
    const id = await granted({ ticketId });
    const under = await server.query(TICKET, { id: ticketId }, quality());
    expect(under.data.ticket).toEqual({
      contactName: '李四',
      contactPhone: '13711112222',
      customer: { name: '张三1' },
    });
    const rows = (await logOf(id))?.reads.nodes as { customer: object | null; ticket: object | null }[];
    expect(rows.map((row) => [row.customer !== null, row.ticket !== null]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    await revoke(id);
  });

  test('R-ORG-78 · filters and orders by masked fields reach whom the grant opens, and what they find is logged', async () => {
    const { e01 } = story.harbour;
    const SEARCH = `{ customers(filter: { namePrefix: "张" }, orderBy: NAME_ASC) { totalCount nodes { id } } }`;
    expect(codes(await server.query(SEARCH, {}, quality()))).toEqual([
      { code: 'FORBIDDEN', action: 'customer.unmask' },
    ]);
    const one = await granted({ customerIds: [e01.resident.subjectId] });
    expect((await server.query(SEARCH, {}, quality())).data.customers).toEqual({
      totalCount: 1,
      nodes: [{ id: e01.resident.subjectId }],
    });
    expect((await logOf(one))?.reads.nodes).toHaveLength(1);
    const all = await granted({ estateId: e01.id });
    expect((await server.query(SEARCH, {}, quality())).data.customers.totalCount).toBe(3);
    const foreign = `{ customers(filter: { phone: "13800000004" }) { totalCount } }`;
    expect((await server.query(foreign, {}, quality())).data.customers.totalCount).toBe(0);
    await revoke(one);
    await revoke(all);
  });

  test('R-ORG-78 · a grant ends by itself at its instant, without anybody doing anything', async () => {
    const { resident } = story.harbour.e01;
    const id = await granted({ customerIds: [resident.subjectId], expiresAt: '2026-03-03T18:00:00Z' });
    now = new Date('2026-03-03T17:59:59.999Z');
    expect(await nameOf(resident.subjectId)).toBe('张三1');
    now = new Date('2026-03-03T18:00:00Z');
    expect(await nameOf(resident.subjectId)).toBe('张*');
    expect(await logOf(id)).toMatchObject({ state: 'EXPIRED' });
  });

  test('R-ORG-77, R-ORG-78 · the estate sees how often a grant was used and when last; who listens reads masks again from the instant of its end', async () => {
    const { e01 } = story.harbour;
    const start = now.getTime();
    const contactName = '李四';
    const report = async (): Promise<void> => {
      const answer = await server.query(
        `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`,
        { input: { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap drips', contactName } },
        e01.staff['FRONT_DESK'],
      );
      expect(codes(answer)).toEqual([]);
    };
    const expiresAt = new Date(start + 3_600_000);
    const given = await grant({ estateId: e01.id, expiresAt: expiresAt.toISOString() });
    const after = given.data.grantUnmask.cursor as string;
    const id = given.data.grantUnmask.grant.id as string;
    const used = async (): Promise<object | undefined> => {
      const document = `query ($ids: [ID!]) { unmaskGrants(filter: { estateIds: $ids }) { nodes { id timesRead lastReadAt } } }`;
      const { data } = await server.query(document, { ids: [e01.id] }, manager());
      return (data.unmaskGrants.nodes as { id: string }[]).find((row) => row.id === id);
    };
    expect(await used()).toMatchObject({ timesRead: 0, lastReadAt: null });
    const client = await server.socket(quality());
    const query = `subscription ($estateIds: [ID!], $after: Cursor) {
      ticketEvents(estateIds: $estateIds, after: $after) { ticket { contactName } } }`;
    const events = client.iterate<{ ticketEvents: { ticket: { contactName: string } } }>({
      query,
      variables: { estateIds: [e01.id], after },
    });
    const heard = async () => (await events.next()).value?.data?.ticketEvents.ticket.contactName;
    await report();
    expect(await heard()).toBe('李四');
    expect(await used()).toMatchObject({ timesRead: 1, lastReadAt: now.toISOString() });
    now = expiresAt;
    await report();
    expect(await heard()).toBe('李*');
    expect(await used()).toMatchObject({ timesRead: 1, lastReadAt: new Date(start).toISOString() });
    await events.return?.();
  });

  test('R-ORG-78 · what cannot be logged is not answered', async () => {
    const { resident } = story.harbour.e01;
    const id = await granted({ customerIds: [resident.subjectId] });
    await server.house.database.superuser.query('revoke insert on unmask_read from guanjia_api');
    const answer = await server.query(CUSTOMER, { id: resident.subjectId }, quality());
    await server.house.database.superuser.query('grant insert on unmask_read to guanjia_api');
    expect(codes(answer)).toEqual([{ code: 'INTERNAL', logId: expect.any(String) }]);
    expect(answer.text).not.toContain('张三');
    await revoke(id);
  });

  test.each([
    [{}, 'input'],
    [{ customerIds: ['x'], estateId: 'y' }, 'input'],
    [{ estateId: 'E01', expiresAt: '2026-03-09T00:00:00Z' }, 'input.expiresAt'],
    [{ estateId: 'E01', expiresAt: '2026-03-01T00:00:00Z' }, 'input.expiresAt'],
    [{ estateId: 'E01', reason: ' ' }, 'input.reason'],
    [{ estateId: 'E01', purpose: 'CURIOSITY' }, 'input.purpose'],
  ])('R-ORG-78 · %j is refused at %s', async (input, path) => {
    const named = 'estateId' in input && input.estateId === 'E01' ? { estateId: story.harbour.e01.id } : {};
    const answer = await grant({ ...input, ...named });
    expect(codes(answer)).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path })]);
  });

  test('R-ORG-78 · customers of two estates are two grants', async () => {
    const { e01, e02 } = story.harbour;
    const both = await grant({ customerIds: [e01.resident.subjectId, e02.resident.subjectId] });
    expect(codes(both)).toEqual([{ code: 'INVALID_INPUT', path: 'input.customerIds' }]);
  });

  test.each([
    ['QUALITY_OFFICER', []],
    ['COMPANY_LEADER', []],
    ['COMPANY_ADMIN', ['FORBIDDEN']],
    ['FINANCE_OFFICER', ['FORBIDDEN']],
    ['ESTATE_MANAGER', ['FORBIDDEN']],
    ['FRONT_DESK', ['FORBIDDEN']],
  ])('R-ORG-78 · %s asks for a grant: %j', async (role, expected) => {
    const person = story.harbour.staff[role] ?? story.harbour.e01.staff[role]!;
    const answer = await grant({ estateId: story.harbour.e01.id }, person);
    expect(codes(answer).map(({ code }) => code)).toEqual(expected);
    if (expected.length === 0) await server.query(REVOKE, { id: answer.data.grantUnmask.grant.id }, person);
  });

  test('R-ORG-78 · grants of another company, another estate and of nobody are out of reach', async () => {
    const id = await granted({ estateId: story.harbour.e01.id });
    const stranger = story.cedar.staff['QUALITY_OFFICER']!;
    for (const subject of [
      { estateId: story.harbour.e01.id },
      { customerIds: [story.harbour.e01.resident.subjectId] },
      { ticketId: story.harbour.e01.id },
    ])
      expect(codes(await grant(subject, stranger)).map(({ code }) => code)).toEqual(['NOT_FOUND']);
    expect(codes(await server.query(REVOKE, { id }, stranger))).toEqual([{ code: 'NOT_FOUND', what: 'grant' }]);
    expect((await server.query(LOG, {}, stranger)).data.unmaskGrants.nodes).toEqual([]);
    const neighbour = story.harbour.e02.staff['ESTATE_MANAGER']!;
    expect(codes(await server.query(REVOKE, { id }, neighbour))).toEqual([{ code: 'NOT_FOUND', what: 'grant' }]);
    expect((await server.query(LOG, {}, neighbour)).data.unmaskGrants.nodes).toEqual([]);
    expect(codes(await server.query(LOG, {}, story.harbour.e01.resident))).toEqual([
      { code: 'FORBIDDEN', action: 'unmask.read' },
    ]);
    expect(codes(await server.query(LOG, {}, null)).map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
    expect(codes(await server.query(REVOKE, { id }, manager()))).toEqual([]);
    expect(await nameOf(story.harbour.e01.resident.subjectId)).toBe('张*');
  });

  test('R-ORG-78 · events tell of grants without names, words or numbers of telephones', async () => {
    const { rows } = await server.house.database.superuser.query<{ type: string; text: string }>(
      `select distinct type, string_agg(facts::text, '') over () as text from event where type like 'privacy.%' order by type`,
    );
    expect(rows.map((row) => row.type)).toEqual(['privacy.UNMASK_GRANTED', 'privacy.UNMASK_REVOKED']);
    expect(rows[0]?.text).not.toMatch(/张|call back|1380000/);
  });

  test('R-ORG-78 · the company sets for how many days a grant may last', async () => {
    const { resident } = story.harbour.e01;
    now = new Date('2026-03-20T04:00:00Z');
    const proposed = await server.query(
      `mutation ($input: ProposePolicyChangeInput!) { proposePolicyChange(input: $input) { approval { id } } }`,
      { input: { key: 'R-ORG-78', value: 1, effectiveFrom: '2026-03-21', reason: 'less is enough' } },
      story.harbour.staff['COMPANY_ADMIN'],
    );
    const approved = await server.query(
      `mutation ($id: ID!) { grantApproval(input: { approvalId: $id }) { approval { state } } }`,
      { id: proposed.data.proposePolicyChange.approval.id },
      story.harbour.staff['COMPANY_LEADER'],
    );
    expect(codes(approved)).toEqual([]);
    const wanted = { customerIds: [resident.subjectId], expiresAt: '2026-03-22T20:00:00Z' };
    await revoke(await granted(wanted));
    now = new Date('2026-03-21T04:00:00Z');
    expect(codes(await grant(wanted))).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.expiresAt' }),
    ]);
    await revoke(await granted({ ...wanted, expiresAt: '2026-03-22T03:00:00Z' }));
  });
});
