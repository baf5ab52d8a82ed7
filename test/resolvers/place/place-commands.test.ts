import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('what changes about places', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const admin = () => story.harbour.staff['COMPANY_ADMIN']!;
  const manager = () => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const lastEvent = async (): Promise<Record<string, unknown>> => {
    const { rows } = await house.database.superuser.query<Record<string, unknown>>(
      'select type, estate_id, subject_id, subject_version, facts from event where company_id = $1 order by seq desc limit 1',
      [story.harbour.id],
    );
    return rows[0] ?? {};
  };
  const events = async (): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ n: number }>('select count(*)::int as n from event');
    return rows[0]!.n;
  };

  const CREATE = `mutation ($input: CreateEstateInput!) { createEstate(input: $input) { cursor estate { id code name timeZone city version households } } }`;
  const UPDATE = `mutation ($input: UpdateEstateInput!) { updateEstate(input: $input) { estate { name city timeZone version } } }`;

  test('an estate is created with the company’s zone, its event carries codes and no name, a repeat creates nothing', async () => {
    const input = { commandId: randomUUID(), code: 'E77', name: '桃花源', city: 'Suzhou' };
    const made = await ask(admin(), CREATE, { input });
    expect(made.data.createEstate).toEqual({
      cursor: expect.any(String),
      estate: {
        id: expect.any(String),
        code: 'E77',
        name: '桃花源',
        timeZone: 'Asia/Shanghai',
        city: 'Suzhou',
        version: 1,
        households: 0,
      },
    });
    const event = await lastEvent();
    expect(event).toMatchObject({ type: 'place.ESTATE_CREATED', facts: { code: 'E77', timeZone: 'Asia/Shanghai' } });
    expect(JSON.stringify(event)).not.toContain('桃花源');
    const before = await events();
    expect((await ask(admin(), CREATE, { input })).data.createEstate.estate.id).toBe(made.data.createEstate.estate.id);
    expect(await events()).toBe(before);
  });

  test('a taken code is CONFLICT and kept so; the other company has its own codes', async () => {
    const input = { commandId: randomUUID(), code: 'E01', name: 'again' };
    for (let i = 0; i < 2; i += 1)
      expect((await ask(admin(), CREATE, { input })).facts).toEqual([{ code: 'CONFLICT', what: 'estate' }]);
    expect(
      (await ask(story.cedar.staff['COMPANY_ADMIN'], CREATE, { input: { code: 'E77', name: 'ours' } })).refusals,
    ).toEqual([]);
  });

  test('creating an estate or a group needs the action on all estates', async () => {
    const before = await events();
    expect((await ask(manager(), CREATE, { input: { code: 'E88', name: 'mine' } })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'estate.manage' },
    ]);
    const group = await ask(
      manager(),
      `mutation { createEstateGroup(input: { kind: CITY, name: "x" }) { group { id } } }`,
    );
    expect(group.facts).toEqual([{ code: 'FORBIDDEN', action: 'group.manage' }]);
    const partial = await house.database.superuser.query<{ id: string }>(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, group_id, created_at)
       values ($1, $2, $3, 'COMPANY_ADMIN', $4, null, now()) returning id`,
      [story.harbour.id, newId(), manager().subjectId, story.harbour.e01.id],
    );
    house.principals.drop(story.harbour.id);
    expect((await ask(manager(), CREATE, { input: { code: 'E88', name: 'mine' } })).refusals).toEqual([
      'FORBIDDEN createEstate',
    ]);
    await house.database.superuser.query('delete from role_assignment where id = $1', [partial.rows[0]!.id]);
    house.principals.drop(story.harbour.id);
    expect(await events()).toBe(before);
  });

  test.each([
    [{ code: 'Z1', name: 'n', timeZone: '+08:00' }, 'input.timeZone'],
    [{ code: 'Z1', name: 'n', timeZone: 'Asia/Atlantis' }, 'input.timeZone'],
    [{ code: 'Z1', name: '' }, 'input.name'],
    [{ code: 'Z1', name: 'a\nb' }, 'input.name'],
    [{ code: 'Z'.repeat(33), name: 'n' }, 'input.code'],
    [{ code: 'Z1', name: 'n', deliveryYear: 1700 }, 'input.deliveryYear'],
  ])('a malformed estate is INVALID_INPUT with the path: %j', async (input, path) => {
    expect((await ask(admin(), CREATE, { input })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ]);
  });

  test('an estate changes from the version that was seen; what is absent stays, null clears', async () => {
    const estateId = story.harbour.e02.id;
    const first = await ask(admin(), UPDATE, { input: { estateId, expectedVersion: 1, city: null, name: 'New name' } });
    expect(first.data.updateEstate.estate).toEqual({
      name: 'New name',
      city: null,
      timeZone: 'Asia/Shanghai',
      version: 2,
    });
    const event = await lastEvent();
    expect(event).toMatchObject({ type: 'place.ESTATE_UPDATED', subject_version: 2, facts: { changed: 'name,city' } });
    const late = await ask(admin(), UPDATE, { input: { estateId, expectedVersion: 1, city: 'Ningbo' } });
    expect(late.facts).toEqual([expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 })]);
    const none = await ask(admin(), UPDATE, { input: { estateId, expectedVersion: 2, name: null } });
    expect(none.facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.name' })]);
  });

  test('R-ORG-78 · ids of another estate or company inside inputs are NOT_FOUND, and nothing is written', async () => {
    const before = await events();
    for (const [estateId, buildingId, unitId] of [
      [story.cedar.e01.id, story.cedar.e01.buildingId, story.cedar.e01.units[0].id],
      [story.harbour.e02.id, story.harbour.e02.buildingId, story.harbour.e02.units[0].id],
      ['x', 'x', 'x'],
    ] as const) {
      const answer = await ask(
        manager(),
        `mutation ($estateId: ID!, $buildingId: ID!, $unitId: ID!) {
           a: createBuilding(input: { estateId: $estateId, code: "B9", name: "nine" }) { cursor }
           b: createUnit(input: { buildingId: $buildingId, code: "1", use: SHOP }) { cursor }
           c: createUnits(input: { buildingId: $buildingId, units: [{ code: "1", use: SHOP }] }) { cursor }
           d: recordUnitState(input: { unitId: $unitId, state: LET, fromDay: "2024-01-01" }) { cursor }
           e: recordUnitDelivery(input: { unitId: $unitId, deliveredOn: "2024-01-01" }) { cursor } }`,
        { estateId, buildingId, unitId },
      );
      expect(answer.data).toEqual({ a: null, b: null, c: null, d: null, e: null });
      expect(answer.refusals).toEqual(['NOT_FOUND a', 'NOT_FOUND b', 'NOT_FOUND c', 'NOT_FOUND d', 'NOT_FOUND e']);
    }
    const update = await ask(admin(), UPDATE, {
      input: { estateId: story.cedar.e01.id, expectedVersion: 1, name: 'taken' },
    });
    expect(update.refusals).toEqual(['NOT_FOUND updateEstate']);
    expect(await events()).toBe(before);
  });

  test('D-28 · units come with their first state, all or none, with one event; states are corrected day by day', async () => {
    const building = await ask(
      manager(),
      `mutation ($e: ID!) { createBuilding(input: { estateId: $e, code: "B2", name: "tower 2" }) { building { id code estate { code } } } }`,
      { e: story.harbour.e01.id },
    );
    const { id: buildingId } = building.data.createBuilding.building;
    const units = Array.from({ length: 200 }, (_, i) => ({
      code: `2-${i}`,
      use: i < 100 ? 'RESIDENTIAL' : 'PARKING',
      chargeArea: '88.5',
      state: 'VACANT',
      stateFromDay: '2024-01-01',
    }));
    const document = `mutation ($input: CreateUnitsInput!) { createUnits(input: $input) { units { id code chargeArea state } } }`;
    const twice = await ask(manager(), document, { input: { buildingId, units: [units[0], units[0]] } });
    expect(twice.facts).toEqual([{ code: 'CONFLICT', what: 'unit' }]);
    const before = await events();
    const made = await ask(manager(), document, { input: { buildingId, units } });
    expect(made.data.createUnits.units).toHaveLength(200);
    expect(made.data.createUnits.units[7]).toEqual({
      id: expect.any(String),
      code: '2-7',
      chargeArea: '88.5',
      state: 'VACANT',
    });
    expect(await events()).toBe(before + 1);
    expect(await lastEvent()).toMatchObject({
      type: 'place.UNITS_CREATED',
      subject_id: buildingId,
      facts: { count: 200 },
    });

    const unitId = made.data.createUnits.units[0].id;
    const record = (state: string, fromDay: string) =>
      ask(
        manager(),
        `mutation ($input: RecordUnitStateInput!) { recordUnitState(input: $input) { unit { past: state(on: "2024-05-31") day: state(on: "2024-06-01") estate { households occupied: occupiedHouseholds(on: "2024-06-01") } } } }`,
        { input: { unitId, state, fromDay } },
      );
    expect((await record('LET', '2024-06-01')).data.recordUnitState.unit).toEqual({
      past: 'VACANT',
      day: 'LET',
      estate: { households: 103, occupied: 4 },
    });
    expect((await record('OWNER_OCCUPIED', '2024-06-01')).data.recordUnitState.unit.day).toBe('OWNER_OCCUPIED');
    expect(await lastEvent()).toMatchObject({
      type: 'place.UNIT_STATE_RECORDED',
      facts: { fromDay: '2024-06-01', state: 'OWNER_OCCUPIED', corrected: 'LET' },
    });
    expect((await record('LET', '1850-01-01')).refusals).toEqual(['INVALID_INPUT recordUnitState']);
    expect((await record('LET', '2199-01-01')).refusals).toEqual(['INVALID_INPUT recordUnitState']);
  });

  test("D-05 · the developer's warranty runs from the delivery of a unit, which has happened and may be corrected", async () => {
    const create = `mutation ($input: CreateUnitInput!) { createUnit(input: $input) { unit { id deliveredOn } } }`;
    const input = { buildingId: story.harbour.e01.buildingId, code: 'D-05', use: 'SHOP', deliveredOn: '2024-02-29' };
    const { unit } = (await ask(manager(), create, { input })).data.createUnit;
    expect(unit.deliveredOn).toBe('2024-02-29');
    const record = (deliveredOn: string, by = manager()) =>
      ask(
        by,
        'mutation ($input: RecordUnitDeliveryInput!) { recordUnitDelivery(input: $input) { unit { deliveredOn } } }',
        { input: { unitId: unit.id, deliveredOn } },
      );
    expect((await record('2024-03-01')).data.recordUnitDelivery.unit).toEqual({ deliveredOn: '2024-03-01' });
    expect(await lastEvent()).toMatchObject({
      type: 'place.UNIT_DELIVERED',
      facts: { deliveredOn: '2024-03-01', corrected: '2024-02-29' },
    });
    for (const day of ['1850-01-01', '2190-01-01'])
      expect((await record(day)).facts).toMatchObject([{ code: 'INVALID_INPUT', path: 'input.deliveredOn' }]);
    expect((await record('2024-03-02', story.harbour.e01.staff['TECHNICIAN'])).facts).toMatchObject([
      { code: 'FORBIDDEN', action: 'unit.manage' },
    ]);
  });

  test.each([
    [{ code: 'a', use: 'SHOP', deliveredOn: '2190-01-01' }, 'deliveredOn'],
    [{ code: 'a', use: 'SHOP', chargeArea: '-1' }, 'chargeArea'],
    [{ code: 'a', use: 'SHOP', state: 'LET' }, 'stateFromDay'],
    [{ code: 'a', use: 'SHOP', state: 'LET', stateFromDay: '1800-01-01' }, 'stateFromDay'],
    [{ code: '', use: 'SHOP' }, 'code'],
  ])('a malformed unit among several is INVALID_INPUT with its path: %j', async (unit, field) => {
    const answer = await ask(
      manager(),
      `mutation ($input: CreateUnitsInput!) { createUnits(input: $input) { cursor } }`,
      { input: { buildingId: story.harbour.e01.buildingId, units: [{ code: 'fine', use: 'SHOP' }, unit] } },
    );
    expect(answer.facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: expect.stringContaining(field) }),
    ]);
    const many = {
      buildingId: story.harbour.e01.buildingId,
      units: Array.from({ length: 201 }, (_, i) => ({ code: `m${i}`, use: 'SHOP' })),
    };
    const tooMany = await ask(
      manager(),
      `mutation ($input: CreateUnitsInput!) { createUnits(input: $input) { cursor } }`,
      { input: many },
    );
    expect(tooMany.facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.units' })]);
  });

  test('D-11 · roles on a group reach its estates of now: members are set whole, foreign ones are NOT_FOUND', async () => {
    const made = await ask(
      admin(),
      `mutation { createEstateGroup(input: { kind: CITY, name: "Shanghai" }) { group { id kind estates { code } } } }`,
    );
    const { id: groupId } = made.data.createEstateGroup.group;
    const person = story.harbour.e01.staff['TECHNICIAN']!;
    await house.database.superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, group_id, created_at) values ($1, $2, $3, 'TECHNICIAN', null, $4, now())`,
      [story.harbour.id, newId(), person.subjectId, groupId],
    );
    const set = (estateIds: string[]) =>
      ask(
        admin(),
        `mutation ($input: SetEstateGroupMembersInput!) { setEstateGroupMembers(input: $input) { group { estates { code groups { name } } } } }`,
        {
          input: { groupId, estateIds },
        },
      );
    const seen = async (): Promise<string[]> => {
      house.principals.drop(story.harbour.id);
      const answer = await ask(person, `query { estates { nodes { code } } }`);
      return answer.data.estates.nodes.map((node: { code: string }) => node.code);
    };
    expect(await seen()).toEqual(['E01']);
    const { e01, e02 } = story.harbour;
    expect((await set([e01.id, e02.id, e02.id])).data.setEstateGroupMembers.group.estates).toEqual([
      { code: 'E01', groups: [{ name: 'Shanghai' }] },
      { code: 'E02', groups: [{ name: 'Shanghai' }] },
    ]);
    expect(await lastEvent()).toMatchObject({ type: 'identity.ESTATE_GROUP_CHANGED', facts: { added: 2, removed: 0 } });
    expect(await seen()).toEqual(['E01', 'E02']);
    expect((await set([e01.id, story.cedar.e01.id])).refusals).toEqual(['NOT_FOUND setEstateGroupMembers']);
    await set([]);
    expect(await seen()).toEqual(['E01']);
    const filtered = await ask(
      admin(),
      `query ($g: ID) { estates(filter: { groupId: $g }) { totalCount } estateGroups(kinds: [CITY]) { totalCount nodes { name } } }`,
      { g: groupId },
    );
    expect(filtered.data).toEqual({
      estates: { totalCount: 0 },
      estateGroups: { totalCount: 1, nodes: [{ name: 'Shanghai' }] },
    });
  });
});
