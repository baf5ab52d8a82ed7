import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { ACTIONS_OF_ROLE } from '../../../src/domain/identity/actions-of-role.js';
import { ROLES } from '../../../src/domain/identity/role.js';
import { createCompany } from '../../../src/services/company/create-company.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CREATE = `mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { cursor category { id code version parent { code } } } }`;
const UPDATE = `mutation ($input: UpdateCategoryInput!) { updateCategory(input: $input) { category { name nameZh kinds standardCode version } } }`;
const MOVE = `mutation ($input: MoveCategoryInput!) { moveCategory(input: $input) { category { version parent { code } } } }`;
const RETIRE = `mutation ($input: RetireCategoryInput!) { retireCategory(input: $input) { category { version activeUntil children { code activeUntil } } } }`;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id version category { code } } } }`;
const PUT = `mutation ($input: RecategorizeTicketInput!) { recategorizeTicket(input: $input) { cursor ticket { id version category { code } } } }`;
const LIST = `query ($filter: TicketFilter) { tickets(filter: $filter) { totalCount nodes { category { code } } } }`;

describe('categories at the doors', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse({ clock: clockAt(new Date('2026-11-22T02:00:00Z')) });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const desk = (): StoryPerson => story.harbour.e01.staff['FRONT_DESK']!;
  const base = {
    name: 'Water',
    nameZh: '水',
    kinds: ['REPAIR'],
    standardCode: 'WATER_SUPPLY',
    activeFrom: '2026-01-01',
  };
  const create = async (code: string, more: object = {}, person = admin()): Promise<string> => {
    const made = await ask(person, CREATE, { input: { ...base, code, ...more } });
    expect(made.refusals).toEqual([]);
    return made.data.createCategory.category.id;
  };
  const report = async (more: object = {}, person = desk()) =>
    ask(person, REPORT, {
      input: {
        ...{ estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap drips' },
        ...more,
      },
    });
  const events = async (id: string): Promise<{ type: string; facts: object }[]> => {
    const { rows } = await house.database.superuser.query<{ type: string; facts: object }>(
      'select type, facts from event where subject_id = $1 order by seq',
      [id],
    );
    return rows;
  };

  test('R-CMP-08 · a company begins with a tree', async () => {
    const { companyId } = await createCompany(house, { code: 'lotus', name: 'Lotus', timeZone: 'Asia/Shanghai' });
    const { rows } = await house.database.superuser.query<{ n: string; roots: string }>(
      'select count(*)::text as n, count(*) filter (where parent_id is null)::text as roots from ticket_category where company_id = $1',
      [companyId],
    );
    expect(rows[0]).toEqual({ n: '42', roots: '3' });
  });

  test('R-ORG-22 · the tree is built, renamed, moved and retired; events carry no names', async () => {
    const a = await create('A');
    const b = await create('B', { parentId: a });
    const c = await create('C', { parentId: b });
    expect((await ask(admin(), CREATE, { input: { ...base, code: 'A' } })).facts).toEqual([
      { code: 'CONFLICT', what: 'category' },
    ]);
    const renamed = await ask(admin(), UPDATE, {
      input: {
        categoryId: b,
        expectedVersion: 1,
        nameZh: '给水',
        kinds: ['REPAIR', 'COMPLAINT'],
        standardCode: 'DRAINAGE',
      },
    });
    expect(renamed.data.updateCategory.category).toEqual({
      ...{ name: 'Water', nameZh: '给水', kinds: ['REPAIR', 'COMPLAINT'], standardCode: 'DRAINAGE', version: 2 },
    });
    const stale = await ask(admin(), UPDATE, { input: { categoryId: b, expectedVersion: 1, name: 'x' } });
    expect(stale.facts).toEqual([expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 })]);
    const move = (categoryId: string, parentId: string | null, expectedVersion: number) =>
      ask(admin(), MOVE, { input: { categoryId, parentId, expectedVersion } });
    expect((await move(a, c, 1)).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.parentId' }),
    ]);
    expect((await move(c, a, 1)).data.moveCategory.category).toEqual({ version: 2, parent: { code: 'A' } });
    expect((await move(c, null, 2)).data.moveCategory.category).toEqual({ version: 3, parent: null });
    expect((await move(c, b, 3)).refusals).toEqual([]);
    const retire = (categoryId: string, activeUntil: string | null, expectedVersion: number) =>
      ask(admin(), RETIRE, { input: { categoryId, activeUntil, expectedVersion } });
    expect((await retire(b, '2025-12-31', 2)).refusals).toEqual(['INVALID_INPUT retireCategory']);
    expect((await retire(b, '2026-06-01', 2)).data.retireCategory.category).toEqual({
      ...{ version: 3, activeUntil: '2026-06-01', children: [{ code: 'C', activeUntil: '2026-06-01' }] },
    });
    expect((await retire(c, null, 5)).refusals).toEqual(['INVALID_INPUT retireCategory']);
    expect((await retire(b, null, 3)).refusals).toEqual([]);
    const told = await events(b);
    expect(told.map(({ type }) => type)).toEqual([
      ...['category.CREATED', 'category.CHANGED', 'category.RETIRED', 'category.RETIRED'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/水|Water/);
  });

  test('two moves at once make no circle', async () => {
    const [x, y] = [await create('X'), await create('Y')];
    const answers = await Promise.all([
      ask(admin(), MOVE, { input: { categoryId: x, parentId: y, expectedVersion: 1 } }),
      ask(admin(), MOVE, { input: { categoryId: y, parentId: x, expectedVersion: 1 } }),
    ]);
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(['INVALID_INPUT moveCategory']);
  });

  test('R-ORG-05 · a ticket is put into a category at intake or later, in any stage, and found by it and all above', async () => {
    const top = await create('T');
    const below = await create('T1', { parentId: top });
    const other = await create('T2', { kinds: ['COMPLAINT'] });
    const made = await report({ categoryId: below });
    expect(made.data.reportRepair.repair).toMatchObject({ version: 1, category: { code: 'T1' } });
    const { id } = made.data.reportRepair.repair;
    const plain = (await report()).data.reportRepair.repair;
    expect(plain.category).toBeNull();
    const put = (input: object, person = desk()) => ask(person, PUT, { input: { ticketId: id, ...input } });
    expect((await put({ categoryId: top, expectedVersion: 1 })).data.recategorizeTicket.ticket).toEqual({
      ...{ id, version: 2, category: { code: 'T' } },
    });
    expect((await put({ categoryId: top })).data.recategorizeTicket.ticket.version).toBe(2);
    expect((await put({ categoryId: below, expectedVersion: 1 })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 }),
    ]);
    expect((await put({ categoryId: other })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.categoryId' }),
    ]);
    expect((await put({ categoryId: below })).refusals).toEqual([]);
    expect((await events(id)).slice(1)).toEqual([
      { type: 'ticket.RECATEGORIZED', facts: { kind: 'REPAIR', stage: 'REPORTED', categoryId: top, from: below } },
      { type: 'ticket.RECATEGORIZED', facts: { kind: 'REPAIR', stage: 'REPORTED', categoryId: below, from: top } },
    ]);
    const found = async (filter: object) => (await ask(desk(), LIST, { filter })).data.tickets;
    expect(await found({ categoryId: top })).toEqual({ totalCount: 1, nodes: [{ category: { code: 'T1' } }] });
    expect(await found({ categoryId: below })).toMatchObject({ totalCount: 1 });
    expect(await found({ categoryId: other })).toMatchObject({ totalCount: 0 });
    expect(await found({ categoryId: 'nothing' })).toMatchObject({ totalCount: 0 });
    expect(await found({ categorized: false })).toMatchObject({ totalCount: 1 });
  });

  test('a retired category takes what was reported while it was offered, and nothing after', async () => {
    const old = await create('OLD');
    await ask(admin(), RETIRE, { input: { categoryId: old, expectedVersion: 1, activeUntil: '2026-11-20' } });
    expect((await report({ categoryId: old })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.categoryId', day: '2026-11-22' }),
    ]);
    const late = await report({ categoryId: old, occurredAt: '2026-11-19T15:00:00Z' });
    expect(late.data.reportRepair.repair.category).toEqual({ code: 'OLD' });
    const offered = await ask(desk(), `{ categories(activeOn: "2026-11-22", first: 100) { nodes { code } } }`);
    expect(offered.data.categories.nodes).not.toContainEqual({ code: 'OLD' });
  });

  test('a resident sees the tree and reports into it; another company’s categories do not exist', async () => {
    const mine = await create('MINE');
    const { e01 } = story.harbour;
    const own = { categoryId: mine, channel: 'APP', unitId: e01.units[0].id };
    expect((await report(own, e01.resident)).data.reportRepair.repair.category).toEqual({ code: 'MINE' });
    const strange = story.cedar.staff['COMPANY_ADMIN']!;
    const theirs = await create('THEIRS', {}, strange);
    expect((await report({ categoryId: theirs })).facts).toEqual([{ code: 'NOT_FOUND', what: 'category' }]);
    expect((await create('MINE2', {})).length).toBe(36);
    const put = await ask(admin(), MOVE, { input: { categoryId: mine, parentId: theirs, expectedVersion: 1 } });
    expect(put.facts).toEqual([{ code: 'NOT_FOUND', what: 'category' }]);
    expect((await ask(strange, `query { categories { nodes { code } } }`)).data.categories.nodes).toEqual([
      { code: 'THEIRS' },
    ]);
  });

  test.each(ROLES)('%s changes the tree and puts tickets into categories where the role says so', async (role) => {
    const person = story.harbour.staff[role] ?? story.harbour.e01.staff[role];
    if (!person) throw new Error(`The story has no ${role}.`);
    const categoryId = await create(`ROLE.${role.replaceAll('_', '-')}`);
    const { id } = (await report()).data.reportRepair.repair;
    const step = { categoryId, expectedVersion: 1 };
    const documents = {
      createCategory: [CREATE, { ...base, code: `BY.${role.replaceAll('_', '-')}` }],
      updateCategory: [UPDATE, { ...step, name: 'x' }],
      moveCategory: [MOVE, { ...step, expectedVersion: 2 }],
      retireCategory: [RETIRE, { ...step, expectedVersion: 3, activeUntil: '2030-01-01' }],
      recategorizeTicket: [PUT, { ticketId: id, categoryId }],
    } as const;
    const holds = (action: 'category.manage' | 'ticket.recategorize' | 'ticket.read'): boolean =>
      ACTIONS_OF_ROLE[role].includes(action);
    for (const [field, [document, input]] of Object.entries(documents)) {
      const action = field === 'recategorizeTicket' ? 'ticket.recategorize' : 'category.manage';
      const { facts } = await ask(person, document, { input });
      expect({ field, facts }).toEqual({ field, facts: holds(action) ? [] : [{ code: 'FORBIDDEN', action }] });
    }
    const elsewhere = story.harbour.e02.staff['FRONT_DESK']!;
    expect((await ask(elsewhere, PUT, { input: { ticketId: id, categoryId } })).facts).toEqual([
      { code: 'NOT_FOUND', what: 'ticket' },
    ]);
  });
});
