import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('estates, buildings and units', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const superuser = (text: string, values: unknown[]): Promise<unknown> => house.database.superuser.query(text, values);
  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;

  const UNIT = `query ($id: ID!) { unit(id: $id) { id code } }`;
  const ESTATE = `query ($id: ID!) { estate(id: $id) { id } }`;

  test('R-ORG-78 · ids of another company, another estate, unknown and malformed ones are NOT_FOUND alike', async () => {
    const desk = story.harbour.e01.staff['FRONT_DESK']!;
    const foreign = [story.cedar.e01.units[0].id, story.harbour.e02.units[0].id, newId(), 'nonsense', ''];
    for (const id of foreign) {
      const answer = await ask(desk, UNIT, { id });
      expect({ id, data: answer.data, facts: answer.facts }).toEqual({
        id,
        data: { unit: null },
        facts: [{ code: 'NOT_FOUND', what: 'unit' }],
      });
    }
    for (const id of [story.cedar.e01.id, story.harbour.e02.id, newId(), 'nonsense']) {
      const answer = await ask(desk, ESTATE, { id });
      expect([answer.data, answer.refusals]).toEqual([{ estate: null }, ['NOT_FOUND estate']]);
    }
  });

  test('R-ORG-78 · filters by foreign and malformed ids find nothing and count nothing', async () => {
    const answer = await ask(
      story.harbour.e01.staff['FRONT_DESK'],
      `query ($estates: [ID!], $building: [ID!], $group: ID) {
         estates(filter: { ids: $estates }) { totalCount nodes { id } }
         byGroup: estates(filter: { groupId: $group }) { totalCount }
         units(filter: { estateIds: $estates }) { totalCount nodes { id } }
         byBuilding: units(filter: { buildingIds: $building }) { totalCount nodes { id } }
         customers(filter: { estateIds: $estates }) { totalCount nodes { id } }
         staffMembers(filter: { estateIds: $estates }) { totalCount nodes { id } }
         departments(estateIds: $estates) { totalCount nodes { id } }
       }`,
      {
        estates: [story.cedar.e01.id, story.harbour.e02.id, 'x'],
        building: [story.harbour.e02.buildingId, 'x'],
        group: 'x',
      },
    );
    expect(answer.refusals).toEqual([]);
    for (const list of Object.values<{ totalCount: number; nodes?: unknown[] }>(answer.data)) {
      expect(list.totalCount).toBe(0);
      expect(list.nodes ?? []).toEqual([]);
    }
  });

  test('D-30 · a resident sees the own unit, its state and the own occupancy, and not the neighbour', async () => {
    const { e01 } = story.harbour;
    const own = await ask(
      e01.resident,
      `{ units { totalCount nodes { code state building { code } occupancies { customer { name } } } } estates { nodes { units { nodes { code } } } } }`,
    );
    expect(own.data).toEqual({
      units: {
        totalCount: 1,
        nodes: [
          {
            code: '101',
            state: 'OWNER_OCCUPIED',
            building: { code: 'B1' },
            occupancies: [{ customer: { name: '张三1' } }],
          },
        ],
      },
      estates: { nodes: [{ units: { nodes: [{ code: '101' }] } }] },
    });
    const neighbour = await ask(e01.resident, UNIT, { id: e01.units[1].id });
    expect(neighbour.refusals).toEqual(['NOT_FOUND unit']);
  });

  test('D-30 · former and next occupant learn nothing of each other, nor the state of days that were not theirs', async () => {
    const { id: companyId, e01 } = story.harbour;
    await superuser(
      `insert into unit_state (company_id, estate_id, unit_id, from_day, state) values ($1, $2, $3, '2024-02-01', 'LET')`,
      [companyId, e01.id, e01.units[1].id],
    );
    const document = `query ($id: ID!) { unit(id: $id) { before: state(on: "2023-06-01") after: state(on: "2024-06-01") state occupancies { customer { id } } }
      units(filter: { states: [LET], statesOn: "2024-06-01" }) { totalCount } }`;
    const former = await ask(e01.former, document, { id: e01.units[1].id });
    expect(former.data.unit).toEqual({
      before: 'OWNER_OCCUPIED',
      after: null,
      state: null,
      occupancies: [{ customer: { id: e01.former.subjectId } }],
    });
    expect(former.data.units.totalCount).toBe(0);
    const next = await ask(e01.next, document, { id: e01.units[1].id });
    expect(next.data.unit).toEqual({
      before: null,
      after: 'LET',
      state: 'LET',
      occupancies: [{ customer: { id: e01.next.subjectId } }],
    });
    expect(next.data.units.totalCount).toBe(1);
  });

  describe('lists', () => {
    beforeAll(async () => {
      const { id: companyId } = story.cedar;
      for (let i = 0; i < 25; i += 1)
        await superuser(
          `insert into estate (company_id, id, code, name, time_zone, city, created_at, version) values ($1, $2, $3, $4, 'Asia/Shanghai', $5, now(), 1)`,
          [companyId, newId(), `X${String(i).padStart(2, '0')}`, `Same name`, i % 2 === 0 ? 'Wuhan' : 'Xiamen'],
        );
    });

    const walk = async (backward: boolean, order: string): Promise<string[]> => {
      const codes: string[] = [];
      let cursor: string | null = null;
      for (;;) {
        const answer = await ask(
          story.cedar.staff['COMPANY_LEADER'],
          `query ($c: String, $order: EstateOrder) { estates(orderBy: $order, ${backward ? 'last: 7, before: $c' : 'first: 7, after: $c'}) {
             totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
          { c: cursor, order },
        );
        const { nodes, pageInfo, totalCount } = answer.data.estates;
        expect(totalCount).toBe(27);
        const page = nodes.map((node: { code: string }) => node.code);
        if (backward) codes.unshift(...page);
        else codes.push(...page);
        if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return codes;
        cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
      }
    };

    test('pages with equal keys show every estate once, forwards as backwards', async () => {
      for (const order of ['NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC', 'CODE_ASC']) {
        const forwards = await walk(false, order);
        expect(new Set(forwards).size).toBe(27);
        expect(forwards).toHaveLength(27);
        expect(await walk(true, order)).toEqual(forwards);
      }
      expect((await walk(false, 'CODE_DESC')).at(0)).toBe('X24');
    });

    test('filters hold together, and the total count is theirs', async () => {
      const answer = await ask(
        story.cedar.staff['COMPANY_LEADER'],
        `{ a: estates(filter: { city: "Wuhan", nameContains: "SAME" }) { totalCount }
           b: estates(filter: { codes: ["X01", "E01", "nope"] }) { nodes { code } }
           c: estates(filter: { city: "Wuhan", deliveryYear: 2015 }) { totalCount } }`,
      );
      expect(answer.data).toEqual({
        a: { totalCount: 13 },
        b: { nodes: [{ code: 'E01' }, { code: 'X01' }] },
        c: { totalCount: 0 },
      });
    });

    test('a cursor of another list, a size of zero and a control character are INVALID_INPUT with their path', async () => {
      const person = story.cedar.staff['COMPANY_LEADER']!;
      const { data } = await ask(person, `{ estates(first: 1) { pageInfo { endCursor } } }`);
      const answer = await ask(person, `query ($c: String) { a: units(after: $c) { totalCount nodes { id } } }`, {
        c: data.estates.pageInfo.endCursor,
      });
      expect(answer.facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: 'after' })]);
      const zero = await ask(person, `{ estates(first: 0) { nodes { id } } }`);
      expect(zero.facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: 'first' })]);
      const text = await ask(person, String.raw`{ estates(filter: { city: "a\u0000b" }) { nodes { id } } }`);
      expect(text.facts).toEqual([
        expect.objectContaining({ code: 'INVALID_INPUT', path: expect.stringMatching(/\.city$/) }),
      ]);
      const code = await ask(person, String.raw`{ estates(filter: { codes: ["a\u0000b"] }) { nodes { id } } }`);
      expect(code.facts).toEqual([
        expect.objectContaining({ code: 'INVALID_INPUT', path: expect.stringMatching(/\.codes$/) }),
      ]);
    });
  });

  test('a page of units with building, estate, state and occupants costs the same number of statements at any size', async () => {
    const { id: companyId, e02 } = story.harbour;
    for (let i = 0; i < 40; i += 1)
      await superuser(
        `insert into unit (company_id, estate_id, id, building_id, code, use) values ($1, $2, $3, $4, $5, 'RESIDENTIAL')`,
        [companyId, e02.id, newId(), e02.buildingId, `9${String(i).padStart(2, '0')}`],
      );
    const document = `query ($n: Int) { units(first: $n) { nodes { code building { name stewards { displayName } } estate { code households }
      state past: state(on: "2021-01-01") occupancies { customer { name phone } } } } }`;
    const few = await ask(quality(), document, { n: 2 });
    const many = await ask(quality(), document, { n: 20 });
    expect(few.data.units.nodes).toHaveLength(2);
    expect(many.data.units.nodes).toHaveLength(20);
    expect(many.statements).toBe(few.statements);
    // One of them asks what head office may read by name.
    expect(many.statements).toBe(10);
  });
});
