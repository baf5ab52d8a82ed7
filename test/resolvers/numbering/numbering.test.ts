import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { ACTIONS_OF_ROLE } from '../../../src/domain/identity/actions-of-role.js';
import { ROLES } from '../../../src/domain/identity/role.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const SET = `mutation ($input: SetNumberFormatInput!) { setNumberFormat(input: $input) { cursor format { subject format source example versions { format fromDay estateId } } } }`;
const FORMATS = `query ($on: LocalDate!, $estateId: ID) { numberFormats(on: $on, estateId: $estateId) { subject format source example } }`;
const SERIES = `query ($estateId: ID!, $year: Int) { numberSeries(estateId: $estateId, subject: REPAIR, year: $year) { subject year drawn held cancelled first last missing { from to } } }`;

describe('numbers at the doors', () => {
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
  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const report = async (estate: 'e01' | 'e02' = 'e01', occurredAt?: string): Promise<string> => {
    const { id, staff } = story.harbour[estate];
    const input = { estateId: id, channel: 'PATROL', urgency: 'ORDINARY', subject: 'tap', occurredAt };
    const made = await ask(
      staff['FRONT_DESK'],
      `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } } }`,
      { input },
    );
    return made.data.reportRepair.repair.number;
  };
  const set = (input: object, person = admin()) => ask(person, SET, { input: { subject: 'REPAIR', ...input } });

  test('a change of format renumbers nothing, and the count of the year goes on', async () => {
    expect(await report()).toBe('E01-R26-00001');
    const made = await set({ format: '{estate}/{kind}{yyyy}{mm}/{seq:4}', fromDay: '2026-11-22' });
    expect(made.data.setNumberFormat.format).toEqual({
      subject: 'REPAIR',
      format: '{estate}/{kind}{yyyy}{mm}/{seq:4}',
      source: 'COMPANY',
      example: 'E01/R202611/0042',
      versions: [{ format: '{estate}/{kind}{yyyy}{mm}/{seq:4}', fromDay: '2026-11-22', estateId: null }],
    });
    expect(await report()).toBe('E01/R202611/0002');
    expect(await report('e01', '2026-11-20T02:00:00Z')).toBe('E01-R26-00003');
    expect(await report('e02')).toBe('E02/R202611/0001');
    const estateId = story.harbour.e02.id;
    expect((await set({ estateId, format: '西区{kind}{yy}-{seq:3}', fromDay: '2026-11-22' })).refusals).toEqual([]);
    expect(await report('e02')).toBe('西区R26-002');
    expect(await report()).toBe('E01/R202611/0004');
    const { data } = await ask(admin(), FORMATS, { on: '2026-11-22', estateId });
    expect(data.numberFormats.slice(0, 2)).toEqual([
      { subject: 'REPAIR', format: '西区{kind}{yy}-{seq:3}', source: 'ESTATE', example: '西区R26-042' },
      { subject: 'COMPLAINT', format: '{estate}-{kind}{yy}-{seq:5}', source: 'PRODUCT', example: 'E02-C26-00042' },
    ]);
    expect((await set({ estateId, format: null, fromDay: '2026-12-01' })).data.setNumberFormat.format.source).toBe(
      'COMPANY',
    );
  });

  test.each([
    [{ format: '{estate}{kind}{yy}', fromDay: '2026-12-02' }, 'INVALID_INPUT', 'input.format'],
    [{ format: '{kind}{yy}{seq}', fromDay: '2026-12-02' }, 'INVALID_INPUT', 'input.format'],
    [{ format: '{estate}-C{yy}-{seq:5}', fromDay: '2026-12-02' }, 'INVALID_INPUT', 'input.format'],
    [{ format: '{estate}{kind}{yy}-{seq}', fromDay: '2026-11-01' }, 'INVALID_INPUT', 'input.fromDay'],
    [{ format: '{estate}{kind}{yy}-{seq}', fromDay: '2126-11-01' }, 'INVALID_INPUT', 'input.fromDay'],
    [{ format: '{estate}{kind}{yy}-{seq}', fromDay: '2026-11-22' }, 'CONFLICT', undefined],
  ])('%j is refused: %s %s', async (input, code, path) => {
    const { facts } = await set(input);
    expect(facts).toEqual([expect.objectContaining({ code, ...(path ? { path } : {}) })]);
  });

  test('a format that could write a number of another subject is refused; other estates and companies are free', async () => {
    const estateId = story.harbour.e01.id;
    const other = { subject: 'SUGGESTION', estateId, format: '{kind}R{yy}{seq:5}', fromDay: '2026-12-02' };
    expect((await set(other)).refusals).toEqual([]);
    const clash = { format: 'S{kind}{yy}{seq:3}', fromDay: '2026-12-02' };
    expect((await set({ ...clash, estateId })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.format', subject: 'SUGGESTION' }),
    ]);
    expect((await set({ ...clash, estateId: story.harbour.e02.id })).refusals).toEqual([]);
    const cedar = story.cedar.staff['COMPANY_ADMIN']!;
    expect((await ask(cedar, FORMATS, { on: '2026-12-02' })).data.numberFormats[0].source).toBe('PRODUCT');
    expect((await set({ ...clash, estateId }, cedar)).facts).toEqual([{ code: 'NOT_FOUND', what: 'estate' }]);
  });

  test('a series is accounted for: first, last, how many, called off, and what is missing', async () => {
    const { superuser } = house.database;
    const estateId = story.harbour.e01.id;
    const series = async () => (await ask(manager(), SERIES, { estateId, year: 2026 })).data.numberSeries;
    const whole = { subject: 'REPAIR', year: 2026, drawn: 4, held: 4, cancelled: 0, missing: [] };
    expect(await series()).toEqual([{ ...whole, first: 'E01-R26-00001', last: 'E01/R202611/0004' }]);
    await superuser.query(`update ticket set phase = 'CANCELLED' where number = 'E01-R26-00003'`);
    expect((await series())[0]).toMatchObject({ held: 4, cancelled: 1, missing: [] });
    await superuser.query('truncate service_clock, clock_entry, clock_pause_proposal');
    await superuser.query(`delete from ticket where number in ('E01/R202611/0002', 'E01-R26-00003')`);
    await superuser.query(`update counter set value = 6 where estate_id = $1`, [estateId]);
    expect((await series())[0]).toMatchObject({
      ...{ drawn: 6, held: 2, first: 'E01-R26-00001', last: 'E01/R202611/0004' },
      missing: [
        { from: 2, to: 3 },
        { from: 5, to: 6 },
      ],
    });
    expect((await ask(manager(), SERIES, { estateId, year: 2025 })).data.numberSeries).toEqual([]);
    expect((await ask(manager(), SERIES, { estateId: story.harbour.e02.id })).facts).toEqual([
      { code: 'NOT_FOUND', what: 'estate' },
    ]);
    expect((await ask(manager(), SERIES, { estateId: story.cedar.e01.id })).facts).toEqual([
      { code: 'NOT_FOUND', what: 'estate' },
    ]);
  });

  test('estates do not wait for each other’s numbers', async () => {
    const { superuser } = house.database;
    await superuser.query('begin');
    try {
      await superuser.query('select 1 from counter where estate_id = $1 for update', [story.harbour.e01.id]);
      expect(await report('e02')).toMatch(/^西区R26-/);
    } finally {
      await superuser.query('rollback');
    }
  });

  test('many at once draw every number once, without a gap', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, () => report('e02')));
    const counts = numbers.map((number) => Number(number.slice(-3))).sort((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 12 }, (_, i) => (counts[0] ?? 0) + i));
  });

  test.each(ROLES)('%s sets and reads formats where the role says so', async (role) => {
    const person = story.harbour.staff[role] ?? story.harbour.e01.staff[role];
    if (!person) throw new Error(`The story has no ${role}.`);
    const day = `2040-01-${String(ROLES.indexOf(role) + 1).padStart(2, '0')}`;
    const holds = (action: 'numbering.read' | 'numbering.manage'): boolean => ACTIONS_OF_ROLE[role].includes(action);
    const expected = (action: 'numbering.read' | 'numbering.manage') =>
      holds(action) ? [] : [{ code: 'FORBIDDEN', action }];
    const estateId = story.harbour.e01.id;
    const wanted = { estateId, format: '{kind}{yy}-{seq:5}', fromDay: day };
    expect((await set(wanted, person)).facts).toEqual(expected('numbering.manage'));
    expect((await ask(person, FORMATS, { on: day, estateId })).facts).toEqual(expected('numbering.read'));
    expect((await ask(person, SERIES, { estateId })).facts).toEqual(expected('numbering.read'));
  });
});
