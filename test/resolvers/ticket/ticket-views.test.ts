import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const VIEW = 'view { id name filter orderBy version }';
const SAVE = `mutation ($input: SaveTicketViewInput!) { saveTicketView(input: $input) { viewId cursor ${VIEW} } }`;
const CHANGE = `mutation ($input: ChangeTicketViewInput!) { changeTicketView(input: $input) { cursor ${VIEW} } }`;
const DELETE = `mutation ($input: DeleteTicketViewInput!) { deleteTicketView(input: $input) { viewId cursor ${VIEW} } }`;
const VIEWS = '{ ticketViews { id name filter orderBy version } }';
const LIST = `query ($filter: TicketFilter, $orderBy: TicketOrder) { tickets(filter: $filter, orderBy: $orderBy) { nodes { id } } }`;

describe('lists that somebody has named', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  test('a list is named, used, renamed, changed and forgotten by its owner', async () => {
    const { e01 } = story.harbour;
    const desk = e01.staff['FRONT_DESK'];
    const filter = { phases: ['OPEN'], reportedFrom: '2026-01-01T00:00:00.000Z', estateIds: [e01.id] };
    const saved = await ask(desk, SAVE, { input: { name: '今日待办', filter, orderBy: 'REPORTED_AT_ASC' } });
    expect(saved.refusals).toEqual([]);
    const { viewId } = saved.data.saveTicketView;
    const view = { id: viewId, name: '今日待办', filter, orderBy: 'REPORTED_AT_ASC', version: 1 };
    expect(saved.data.saveTicketView.view).toEqual(view);
    expect((await ask(desk, VIEWS)).data.ticketViews).toEqual([view]);
    expect((await ask(desk, LIST, { filter: view.filter, orderBy: view.orderBy })).refusals).toEqual([]);

    const renamed = await ask(desk, CHANGE, { input: { viewId, expectedVersion: 1, name: '待办' } });
    expect(renamed.data.changeTicketView.view).toEqual({ ...view, name: '待办', version: 2 });
    const changed = await ask(desk, CHANGE, {
      input: { viewId, filter: { reopened: true }, orderBy: 'CLOSED_AT_DESC' },
    });
    expect(changed.data.changeTicketView.view).toEqual({
      ...{ id: viewId, name: '待办', filter: { reopened: true }, orderBy: 'CLOSED_AT_DESC', version: 3 },
    });
    expect((await ask(desk, CHANGE, { input: { viewId, expectedVersion: 1, name: 'x' } })).facts).toMatchObject([
      { code: 'CONFLICT', currentVersion: 3 },
    ]);
    const gone = await ask(desk, DELETE, { input: { viewId } });
    expect(gone.data.deleteTicketView).toMatchObject({ viewId, view: null });
    expect((await ask(desk, VIEWS)).data.ticketViews).toEqual([]);
  });

  test('the same command twice names one list; another of the same name is a CONFLICT, the fifty-first too much', async () => {
    const steward = story.harbour.e01.staff['STEWARD'];
    const input = { name: 'a', filter: {}, commandId: newId() };
    const [first, second] = [await ask(steward, SAVE, { input }), await ask(steward, SAVE, { input })];
    expect(second.data.saveTicketView).toEqual(first.data.saveTicketView);
    expect((await ask(steward, SAVE, { input: { name: ' a ', filter: {} } })).facts).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    const b = await ask(steward, SAVE, { input: { name: 'b', filter: {} } });
    const { viewId } = b.data.saveTicketView;
    expect((await ask(steward, CHANGE, { input: { viewId, name: 'a' } })).facts).toMatchObject([{ code: 'CONFLICT' }]);
    await house.database.superuser.query(
      `insert into ticket_view (company_id, id, owner_id, name, filter, order_by, changed_at, version)
       select company_id, gen_random_uuid(), owner_id, 'n' || n, '{}', order_by, now(), 1
         from ticket_view, generate_series(1, 48) as n where id = $1`,
      [viewId],
    );
    expect((await ask(steward, SAVE, { input: { name: 'one more', filter: {} } })).facts).toMatchObject([
      { code: 'LIMIT_EXCEEDED' },
    ]);
  });

  test('a list is its owner’s alone, whoever knows its id', async () => {
    const { e01 } = story.harbour;
    const saved = await ask(e01.staff['TECHNICIAN'], SAVE, {
      input: { name: 'mine', filter: { urgency: 'EMERGENCY' } },
    });
    const { viewId } = saved.data.saveTicketView;
    for (const person of [
      e01.staff['FRONT_DESK'],
      story.harbour.staff['COMPANY_ADMIN'],
      story.cedar.e01.staff['TECHNICIAN'],
      e01.resident,
    ]) {
      for (const [document, input] of [
        [CHANGE, { viewId, name: 'yours' }],
        [DELETE, { viewId }],
      ] as const)
        expect((await ask(person, document, { input })).facts).toEqual([{ code: 'NOT_FOUND', what: 'ticketView' }]);
      const names = ((await ask(person, VIEWS)).data.ticketViews as { name: string }[]).map(({ name }) => name);
      expect(names).not.toContain('mine');
    }
    for (const viewIdOfNone of [newId(), 'nonsense'])
      expect((await ask(e01.staff['TECHNICIAN'], DELETE, { input: { viewId: viewIdOfNone } })).facts).toEqual([
        { code: 'NOT_FOUND', what: 'ticketView' },
      ]);
    expect((await ask(undefined, VIEWS)).facts).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    const own = await ask(e01.resident, SAVE, { input: { name: 'open ones', filter: { phases: ['OPEN'] } } });
    expect(own.refusals).toEqual([]);
  });

  test('what is searched for may name a person and is not kept; what is no filter is refused', async () => {
    const desk = story.cedar.e01.staff['FRONT_DESK'];
    expect((await ask(desk, SAVE, { input: { name: 'x', filter: { text: '张三' } } })).facts).toMatchObject([
      { code: 'INVALID_INPUT', path: 'input.filter.text' },
    ]);
    for (const input of [
      { name: 'x', filter: { phases: ['NONE'] } },
      { name: ' ', filter: {} },
      { name: 'x'.repeat(61), filter: {} },
      { name: 'x', filter: { estateIds: Array.from({ length: 1001 }, () => newId()) } },
    ])
      expect((await ask(desk, SAVE, { input })).refusals).toHaveLength(1);
    const { rows } = await house.database.superuser.query(
      `select facts, visibility from event where company_id = $1 and subject_kind = 'view'`,
      [story.harbour.id],
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ facts }: { facts: object }) => JSON.stringify(facts) === '{}')).toBe(true);
  });

  test('a filter with half a character, or one of code zero, is refused and breaks nothing', async () => {
    const desk = story.harbour.e01.staff['FRONT_DESK'];
    for (const estateIds of [['\udc00x'], ['\u0000']])
      expect((await ask(desk, SAVE, { input: { name: '坏', filter: { estateIds } } })).facts).toMatchObject([
        { code: 'INVALID_INPUT', path: 'input.filter.estateIds' },
      ]);
  });
});
