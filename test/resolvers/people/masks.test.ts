import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askThrough, type Ask } from '../../support/ask.js';
import { newId } from '../../../src/entities/new-id.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('personal data', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let firmId: string;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
    firmId = newId();
    await house.database.superuser.query(
      `insert into customer (company_id, estate_id, id, kind, name, phone, created_at, version)
       values ($1, $2, $3, 'FIRM', '四海商贸有限公司', '02155551234', now(), 1)`,
      [story.harbour.id, story.harbour.e01.id, firmId],
    );
  });
  afterAll(() => house.close());

  const CUSTOMER = `query ($id: ID!) { customer(id: $id) { name phone } }`;
  const inFull = { name: '张三1', phone: '13800000001' };
  const masked = { name: '张*', phone: '138****0001' };
  const staffOf = (role: string): StoryPerson => (story.harbour.e01.staff[role] ?? story.harbour.staff[role])!;

  test.each([
    ['FRONT_DESK', inFull],
    ['STEWARD', inFull],
    ['CASHIER', inFull],
    ['ESTATE_MANAGER', inFull],
    ['COMPANY_ADMIN', masked],
    ['QUALITY_OFFICER', masked],
    ['COMPANY_LEADER', masked],
    ['FINANCE_OFFICER', masked],
  ])('R-ORG-78 · %s reads a customer as the action says', async (role, expected) => {
    const answer = await ask(staffOf(role), CUSTOMER, { id: story.harbour.e01.resident.subjectId });
    expect(answer.data.customer).toEqual(expected);
  });

  test('R-ORG-78 · no edge leads around the mask', async () => {
    const answer = await ask(
      staffOf('QUALITY_OFFICER'),
      `query ($unit: ID!, $estate: ID!) {
         customers { nodes { name phone } edges { node { name phone } } }
         unit(id: $unit) { occupancies { customer { name phone occupancies { customer { name phone } } } } }
         staffMembers(first: 100, filter: { estateIds: [$estate] }) { nodes { phone } }
       }`,
      { unit: story.harbour.e01.units[0].id, estate: story.harbour.e01.id },
    );
    const text = JSON.stringify(answer.data);
    expect(answer.refusals).toEqual([]);
    expect(text).toContain('138****0001');
    expect(text).not.toContain('三');
    expect(text).not.toMatch(/\d{8}/);
  });

  test('a firm’s name is no personal data, its telephone is', async () => {
    const answer = await ask(staffOf('QUALITY_OFFICER'), CUSTOMER, { id: firmId });
    expect(answer.data.customer).toEqual({ name: '四海商贸有限公司', phone: '021****1234' });
  });

  test('R-ORG-78 · a role without customer.read has no customers, and an edge to one is null', async () => {
    const answer = await ask(
      staffOf('SECURITY'),
      `query ($unit: ID!) { unit(id: $unit) { code occupancies { id } } }`,
      { unit: story.harbour.e01.units[0].id },
    );
    expect(answer.data.unit).toEqual({ code: '101', occupancies: [] });
    const list = await ask(staffOf('SECURITY'), `{ customers { nodes { id } } }`);
    expect(list.facts).toEqual([{ code: 'FORBIDDEN', action: 'customer.read' }]);
  });

  test('D-30 · residents read themselves whole and nobody else', async () => {
    const { e01 } = story.harbour;
    const own = await ask(e01.resident, `{ customers { totalCount nodes { id name phone } } }`);
    expect(own.data.customers).toEqual({ totalCount: 1, nodes: [{ id: e01.resident.subjectId, ...inFull }] });
    for (const other of [e01.former, e01.next, story.harbour.e02.resident, story.cedar.e01.resident]) {
      const answer = await ask(e01.resident, CUSTOMER, { id: other.subjectId });
      expect([answer.data, answer.refusals]).toEqual([{ customer: null }, ['NOT_FOUND customer']]);
    }
    const stranger = await ask(e01.former, CUSTOMER, { id: e01.next.subjectId });
    expect(stranger.refusals).toEqual(['NOT_FOUND customer']);
  });

  test.each([
    ['filter: { namePrefix: "张" }'],
    ['filter: { phone: "13800000001" }'],
    ['orderBy: NAME_ASC'],
    ['orderBy: NAME_DESC'],
  ])('R-ORG-78 · who may not unmask is refused to search or sort behind the mask: %s', async (args) => {
    const document = `{ customers(${args}) { totalCount nodes { id } } }`;
    const refused = await ask(staffOf('QUALITY_OFFICER'), document);
    expect(refused.data).toBeNull();
    expect(refused.facts).toEqual([{ code: 'FORBIDDEN', action: 'customer.unmask' }]);
    const allowed = await ask(staffOf('FRONT_DESK'), document);
    expect(allowed.refusals).toEqual([]);
    expect(allowed.data.customers.totalCount).toBeGreaterThan(0);
  });

  test('R-ORG-78 · who may unmask on one estate searches that estate only', async () => {
    const both = story.harbour.staff['QUALITY_OFFICER']!;
    await house.database.superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, group_id, created_at) values ($1, $2, $3, 'FRONT_DESK', $4, null, now())`,
      [story.harbour.id, newId(), both.subjectId, story.harbour.e02.id],
    );
    house.principals.drop(story.harbour.id);
    const answer = await ask(
      both,
      `{ search: customers(filter: { namePrefix: "张" }) { nodes { name estate { code } } } all: customers { totalCount nodes { name estate { code } } } }`,
    );
    expect(answer.data.search.nodes).toHaveLength(3);
    for (const node of answer.data.search.nodes)
      expect(node).toEqual({ name: expect.stringMatching(/^张三\d$/), estate: { code: 'E02' } });
    expect(answer.data.all.totalCount).toBe(7);
    for (const { name, estate } of answer.data.all.nodes)
      if (estate.code === 'E01' && !name.startsWith('四海')) expect(name).toBe('张*');
  });

  test('colleagues without the action read a masked telephone, everybody reads the own', async () => {
    const document = `query ($id: ID!) { staffMember(id: $id) { phone } }`;
    const { e01 } = story.harbour;
    const technician = e01.staff['TECHNICIAN']!;
    const security = e01.staff['SECURITY']!;
    expect((await ask(security, document, { id: technician.subjectId })).data.staffMember.phone).toBe('139****0000');
    expect((await ask(security, document, { id: security.subjectId })).data.staffMember.phone).toBe('13900000000');
    expect((await ask(e01.staff['FRONT_DESK'], document, { id: technician.subjectId })).data.staffMember.phone).toBe(
      '13900000000',
    );
  });
});
