import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('what changes about people', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse({ clock: clockAt(new Date('2026-11-22T02:00:00Z')) });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const desk = () => story.harbour.e01.staff['FRONT_DESK']!;
  const manager = () => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const admin = () => story.harbour.staff['COMPANY_ADMIN']!;
  const lastEvent = async (): Promise<Record<string, unknown>> => {
    const { rows } = await house.database.superuser.query<Record<string, unknown>>(
      'select type, estate_id, subject_id, subject_version, facts from event where company_id = $1 order by seq desc limit 1',
      [story.harbour.id],
    );
    return rows[0] ?? {};
  };

  const newCustomer = async (name = '王小明', phone: string | null = '13711112222'): Promise<string> => {
    const made = await ask(
      desk(),
      `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id name phone version estate { code } } } }`,
      {
        input: { estateId: story.harbour.e01.id, kind: 'PERSON', name, phone },
      },
    );
    expect(made.data.createCustomer.customer).toEqual({
      id: expect.any(String),
      name,
      phone,
      version: 1,
      estate: { code: 'E01' },
    });
    return made.data.createCustomer.customer.id;
  };

  test('customers are created and changed from the version that was seen; events tell which fields, never what', async () => {
    const customerId = await newCustomer();
    const update = (input: object) =>
      ask(
        desk(),
        `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { name phone version } } }`,
        { input: { customerId, ...input } },
      );
    expect((await update({ expectedVersion: 1, phone: null })).data.updateCustomer.customer).toEqual({
      name: '王小明',
      phone: null,
      version: 2,
    });
    expect((await update({ expectedVersion: 1, name: '王大明' })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 }),
    ]);
    await update({ expectedVersion: 2, name: '王大明' });
    expect(await lastEvent()).toMatchObject({
      type: 'people.CUSTOMER_UPDATED',
      subject_version: 3,
      facts: { changed: 'name' },
    });
    const { rows } = await house.database.superuser.query<{ event: string }>(
      'select row_to_json(event)::text as event from event',
    );
    expect(rows.map((row) => row.event).join()).not.toMatch(/王|137111/);
  });

  const RECORD = `mutation ($input: RecordOccupancyInput!) { recordOccupancy(input: $input) { occupancy { id capacity fromDay untilDay unit { code } customer { name } } } }`;
  const END = `mutation ($input: EndOccupancyInput!) { endOccupancy(input: $input) { occupancy { untilDay } } }`;

  test('D-30 · an occupancy is recorded and ended; the same capacity twice at a time is refused', async () => {
    const customerId = await newCustomer('李雷');
    const unitId = story.harbour.e01.units[2].id;
    const record = (input: object) =>
      ask(desk(), RECORD, { input: { unitId, customerId, capacity: 'TENANT', ...input } });
    const made = await record({ fromDay: '2026-01-01' });
    expect(made.data.recordOccupancy.occupancy).toEqual({
      id: expect.any(String),
      capacity: 'TENANT',
      fromDay: '2026-01-01',
      untilDay: null,
      unit: { code: '103' },
      customer: { name: '李雷' },
    });
    const occupancyId = made.data.recordOccupancy.occupancy.id;
    expect(await lastEvent()).toMatchObject({
      type: 'identity.OCCUPANCY_RECORDED',
      facts: { unitId, customerId, capacity: 'TENANT', fromDay: '2026-01-01', untilDay: null },
    });
    expect((await record({ fromDay: '2026-06-01' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'D-30', occupancyId },
    ]);
    expect((await record({ fromDay: '2020-01-01', untilDay: '2026-01-02' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'D-30', occupancyId },
    ]);
    expect((await record({ fromDay: '2020-01-01', untilDay: '2026-01-01' })).refusals).toEqual([]);
    expect((await record({ fromDay: '2026-06-01', capacity: 'OCCUPANT' })).refusals).toEqual([]);

    const end = (untilDay: string) => ask(desk(), END, { input: { occupancyId, untilDay } });
    expect((await end('2026-01-01')).refusals).toEqual(['INVALID_INPUT endOccupancy']);
    expect((await end('2027-03-01')).data.endOccupancy.occupancy.untilDay).toBe('2027-03-01');
    expect((await end('2026-11-01')).data.endOccupancy.occupancy.untilDay).toBe('2026-11-01');
    expect(await lastEvent()).toMatchObject({
      type: 'identity.OCCUPANCY_ENDED',
      facts: { unitId, customerId, untilDay: '2026-11-01' },
    });
    expect((await end('2026-12-01')).facts).toEqual([{ code: 'CONFLICT', what: 'occupancy', untilDay: '2026-11-01' }]);
    expect((await record({ fromDay: '2026-11-01' })).refusals).toEqual([]);
  });

  test('D-30 · two who record the same occupancy at once make one', async () => {
    const customerId = await newCustomer('赵六');
    const input = { unitId: story.harbour.e01.units[2].id, customerId, capacity: 'OWNER', fromDay: '2026-01-01' };
    const answers = await Promise.all([1, 2, 3].map(() => ask(desk(), RECORD, { input })));
    expect(answers.flatMap((answer) => answer.refusals)).toEqual([
      'RULE_REFUSED recordOccupancy',
      'RULE_REFUSED recordOccupancy',
    ]);
  });

  test('D-30 · what the occupancy opens and closes follows its events', async () => {
    const { e01 } = story.harbour;
    const seen = async (): Promise<string[]> => {
      house.principals.drop(story.harbour.id);
      const answer = await ask(e01.resident, `{ units { nodes { code } } }`);
      return answer.data.units.nodes.map((node: { code: string }) => node.code);
    };
    expect(await seen()).toEqual(['101']);
    await ask(desk(), RECORD, {
      input: { unitId: e01.units[2].id, customerId: e01.resident.subjectId, capacity: 'OWNER', fromDay: '2026-01-01' },
    });
    expect(await seen()).toEqual(['101', '103']);
  });

  test.each([
    [{ fromDay: '2026-02-01', untilDay: '2026-02-01' }, 'input.untilDay'],
    [{ fromDay: '1800-01-01' }, 'input.fromDay'],
    [{ fromDay: '2026-01-01', untilDay: '2190-01-01' }, 'input.untilDay'],
  ])('an impossible occupancy is INVALID_INPUT with the path: %j', async (days, path) => {
    const input = {
      unitId: story.harbour.e01.units[0].id,
      customerId: story.harbour.e01.resident.subjectId,
      capacity: 'TENANT',
      ...days,
    };
    expect((await ask(desk(), RECORD, { input })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ]);
  });

  test('R-ORG-78 · customers and units of another estate are NOT_FOUND inside inputs, also for who sees both', async () => {
    const { e01, e02 } = story.harbour;
    const days = { capacity: 'OWNER', fromDay: '2026-01-01' };
    for (const person of [desk(), admin()])
      expect(
        (await ask(person, RECORD, { input: { unitId: e01.units[0].id, customerId: e02.resident.subjectId, ...days } }))
          .facts,
      ).toEqual([{ code: 'NOT_FOUND', what: 'customer' }]);
    expect(
      (await ask(desk(), RECORD, { input: { unitId: e02.units[0].id, customerId: e02.resident.subjectId, ...days } }))
        .facts,
    ).toEqual([{ code: 'NOT_FOUND', what: 'unit' }]);
    expect(
      (await ask(desk(), END, { input: { occupancyId: e02.resident.occupancyId, untilDay: '2026-12-01' } })).facts,
    ).toEqual([{ code: 'NOT_FOUND', what: 'occupancy' }]);
    const customer = `mutation ($e: ID!, $c: ID!) { a: createCustomer(input: { estateId: $e, kind: PERSON, name: "x" }) { cursor } b: updateCustomer(input: { customerId: $c, expectedVersion: 1, name: "x" }) { cursor } }`;
    expect((await ask(desk(), customer, { e: e02.id, c: e02.resident.subjectId })).refusals).toEqual([
      'NOT_FOUND a',
      'NOT_FOUND b',
    ]);
    expect((await ask(desk(), customer, { e: story.cedar.e01.id, c: 'x' })).refusals).toEqual([
      'NOT_FOUND a',
      'NOT_FOUND b',
    ]);
  });

  test('a department has head and deputy of its estate, changed from the version that was seen', async () => {
    const { e01, e02 } = story.harbour;
    const made = await ask(
      manager(),
      `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id code version estate { code } head { displayName } deputy { id } } } }`,
      {
        input: { estateId: e01.id, code: 'ENG', name: 'Engineering', headId: e01.staff['ENGINEERING_HEAD']!.subjectId },
      },
    );
    const { id: departmentId, ...shown } = made.data.createDepartment.department;
    expect(shown).toEqual({
      code: 'ENG',
      version: 1,
      estate: { code: 'E01' },
      head: { displayName: 'engineering_head' },
      deputy: null,
    });
    const update = (input: object, person = manager()) =>
      ask(
        person,
        `mutation ($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { department { version head { id } deputy { displayName } } } }`,
        { input: { departmentId, ...input } },
      );
    const deputyId = e01.staff['TECHNICIAN']!.subjectId;
    expect((await update({ expectedVersion: 1, deputyId })).data.updateDepartment.department).toEqual({
      version: 2,
      head: { id: e01.staff['ENGINEERING_HEAD']!.subjectId },
      deputy: { displayName: 'technician' },
    });
    expect((await update({ expectedVersion: 1, headId: null })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 }),
    ]);
    expect((await update({ expectedVersion: 2, headId: deputyId })).refusals).toEqual([
      'INVALID_INPUT updateDepartment',
    ]);
    for (const person of [manager(), admin()])
      expect((await update({ expectedVersion: 2, headId: e02.staff['TECHNICIAN']!.subjectId }, person)).facts).toEqual([
        { code: 'NOT_FOUND', what: 'staff' },
      ]);
    expect((await update({ expectedVersion: 2, headId: null })).data.updateDepartment.department.head).toBeNull();
  });

  test('the company’s own departments need the action on all estates, and have codes of their own', async () => {
    const create = (person = admin()) =>
      ask(
        person,
        `mutation { createDepartment(input: { code: "HQ", name: "Quality" }) { department { estate { code } } } }`,
      );
    expect((await create(manager())).facts).toEqual([{ code: 'FORBIDDEN', action: 'department.manage' }]);
    expect((await create()).data.createDepartment.department).toEqual({ estate: null });
    expect((await create()).facts).toEqual([{ code: 'CONFLICT', what: 'department' }]);
    const seen = await ask(desk(), `{ departments { nodes { code estate { code } } } }`);
    expect(seen.data.departments.nodes).toEqual(expect.arrayContaining([{ code: 'HQ', estate: null }]));
  });

  test('R-ORG-33 · stewards are responsible for buildings of their estate, set whole; nobody else is', async () => {
    const { e01, e02 } = story.harbour;
    const set = (staffId: string, buildingIds: string[], estateId = e01.id) =>
      ask(
        manager(),
        `mutation ($input: SetStewardBuildingsInput!) { setStewardBuildings(input: $input) { staff { buildings { code stewards { displayName } } } } }`,
        {
          input: { staffId, estateId, buildingIds },
        },
      );
    const steward = e01.staff['STEWARD']!.subjectId;
    expect((await set(steward, [e01.buildingId])).data.setStewardBuildings.staff.buildings).toEqual([
      { code: 'B1', stewards: [{ displayName: 'steward' }] },
    ]);
    expect((await set(steward, [e01.buildingId])).refusals).toEqual([]);
    expect((await set(steward, [])).data.setStewardBuildings.staff.buildings).toEqual([]);
    expect((await set(e01.staff['CASHIER']!.subjectId, [e01.buildingId])).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-ORG-33' },
    ]);
    expect((await set(steward, [e02.buildingId])).facts).toEqual([{ code: 'NOT_FOUND', what: 'building' }]);
    expect((await set(e02.staff['STEWARD']!.subjectId, [e01.buildingId])).facts).toEqual([
      { code: 'NOT_FOUND', what: 'staff' },
    ]);
    expect((await set(steward, [e01.buildingId], e02.id)).facts).toEqual([{ code: 'NOT_FOUND', what: 'estate' }]);
  });
});
