import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { Followers, type Follower } from '../../support/follow.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const EVENTS = `subscription ($after: Cursor, $estateIds: [ID!]) { inspectionEvents(after: $after, estateIds: $estateIds) {
  cursor type version onDay actor { kind staff { id } } inspections { id stage version estate { code } findings { problem } } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-09-15T02:00:00Z');
const SITE = { onDay: '2026-09-20', announced: false, points: ['大堂整洁', '消防通道畅通'] };

interface Told {
  readonly type: string;
  readonly onDay: string | null;
  readonly inspections: readonly { readonly id: string; readonly stage: string; readonly estate: { code: string } }[];
}

describe('inspections as they are followed', () => {
  let server: TestServer;
  let story: Story;
  const followers = new Followers(EVENTS);
  const clock: Clock = { now: () => new Date(MORNING) };

  beforeAll(async () => {
    server = await startTestServer({ clock, compareEngines: false });
    story = await tellStory(server.house.database);
    const { superuser } = server.house.database;
    await superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at) values ($1, $2, $3, 'QUALITY_OFFICER', $4, $5)`,
      [story.harbour.id, newId(), inspectorOfE02().subjectId, story.harbour.e02.id, MORNING],
    );
  });
  afterEach(() => followers.leave());
  afterAll(() => server.close());

  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const managerOf = ({ staff }: StoryEstate): StoryPerson => staff['ESTATE_MANAGER']!;
  /** Inspects on one estate only. */
  const inspectorOfE02 = () => story.harbour.e02.staff['FRONT_DESK']!;
  const listen = (person: StoryPerson, variables: Readonly<Record<string, unknown>>): Promise<Follower> =>
    followers.listen(server, person, variables);
  const cursorNow = async (): Promise<string> =>
    String((await server.query('{ estates { nodes { id } } }', {}, quality())).extensions?.['cursor']);
  const done = async (verb: string, input: object): Promise<{ id: string; items: { id: string }[] }> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const made = verb.startsWith('plan') ? 'inspections' : 'inspection';
    const text = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${made} { id items { id } } } }`;
    const { data, errors } = await server.query(text, { input }, quality());
    expect(errors).toBeUndefined();
    return [data[verb][made]].flat()[0];
  };
  /** What is told of one that goes on: first it is looked at, and announced or not. */
  const inspect = async (estate: StoryEstate, announced = false): Promise<string> => {
    const { id, items } = await done('planSiteInspection', { ...SITE, announced, estateId: estate.id });
    await done('judgeChecklistPoint', { itemId: items[0]!.id, verdict: 'PASSED' });
    return id;
  };
  const typesOf = (told: readonly Told[]): string[] =>
    told.map(({ type, inspections }) => [type, ...inspections.map(({ estate }) => estate.code)].join(' '));

  test('D-27, R-ESC-05 · live and later, an estate hears of announced days and of what is published, and of nothing before; who inspects hears everything', async () => {
    const { e01, e02 } = story.harbour;
    const after = await cursorNow();
    const people = {
      quality: [quality(), {}],
      one: [quality(), { estateIds: [e02.id] }],
      inspector: [inspectorOfE02(), {}],
      leader: [story.harbour.staff['COMPANY_LEADER']!, {}],
      first: [managerOf(e01), {}],
      second: [managerOf(e02), {}],
    } as const;
    const heard: Record<keyof typeof people, string[]> = {
      quality: [
        ...['inspectionRound.PLANNED E01', 'inspectionRound.CHECKED E01', 'inspectionRound.FOUND E01'],
        ...['inspection.ANNOUNCED E01', 'inspectionRound.PLANNED E01', 'inspectionRound.CHECKED E01'],
        ...['inspectionRound.CALLED_OFF E01', 'inspectionRound.PLANNED E02', 'inspectionRound.CHECKED E02'],
        ...['inspection.PUBLISHED E01', 'inspection.PUBLISHED E02'],
      ],
      one: ['inspection.PUBLISHED E02'],
      inspector: ['inspectionRound.PLANNED E02', 'inspectionRound.CHECKED E02', 'inspection.PUBLISHED E02'],
      leader: ['inspection.ANNOUNCED', 'inspection.PUBLISHED E01', 'inspection.PUBLISHED E02'],
      first: ['inspection.ANNOUNCED', 'inspection.PUBLISHED E01'],
      second: ['inspection.PUBLISHED E02'],
    };
    const names = Object.keys(people) as (keyof typeof people)[];
    const live = await Promise.all(names.map((name) => listen(people[name][0], { after, ...people[name][1] })));
    const published = await inspect(e01);
    await done('addInspectionFinding', { inspectionId: published, category: 'RECORDS', problem: '缺签名' });
    await done('callOffInspection', { inspectionId: await inspect(e01, true) });
    const other = await inspect(e02);
    for (const inspectionId of [published, other]) await done('publishInspection', { inspectionId });
    const told = await Promise.all(live.map((each, i) => each.next(heard[names[i]!].length)));
    for (const [i, name] of names.entries()) expect([name, ...typesOf(told[i]!)]).toEqual([name, ...heard[name]]);
    expect(told[names.indexOf('first')]).toMatchObject([
      { type: 'inspection.ANNOUNCED', onDay: SITE.onDay, version: 1, inspections: [] },
      {
        ...{ onDay: null, actor: { kind: 'STAFF', staff: { id: quality().subjectId } } },
        inspections: [{ id: published, stage: 'PUBLISHED', findings: [{ problem: '缺签名' }] }],
      },
    ]);

    const later = await Promise.all(names.map((name) => listen(people[name][0], { after, ...people[name][1] })));
    const again = await Promise.all(later.map((each, i) => each.next(heard[names[i]!].length)));
    for (const [i, name] of names.entries()) expect([name, ...typesOf(again[i]!)]).toEqual([name, ...heard[name]]);
    const known = JSON.stringify([told[names.indexOf('second')], again[names.indexOf('second')]]);
    expect(known).not.toContain(published);
  });

  test('D-27 · a verification is told to nobody on the estates, neither when it is drawn nor when it is asked about or called off', async () => {
    const { e01 } = story.harbour;
    const report = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
    const of = { estateId: e01.id, unitId: e01.units[0].id, channel: 'PHONE', urgency: 'ORDINARY', subject: '水龙头' };
    const { data } = await server.query(report, { input: of }, e01.staff['FRONT_DESK']);
    await server.house.database.superuser.query(
      `update ticket set stage = 'CLOSED', phase = 'CLOSED', closed_at = $2 where id = $1`,
      [data.reportRepair.repair.id, MORNING],
    );
    const after = await cursorNow();
    const [manager, officer] = [await listen(managerOf(e01), { after }), await listen(quality(), { after })];
    const period = { from: '2026-09-01', to: '2026-10-01' };
    const { id, items } = await done('planVerification', { estateIds: [e01.id], period, perEstate: 3 });
    await done('recordVerification', { itemId: items[0]!.id, reached: false });
    await done('callOffInspection', { inspectionId: id });
    const open = await inspect(e01);
    await done('publishInspection', { inspectionId: open });
    expect(await manager.next()).toMatchObject([{ type: 'inspection.PUBLISHED', inspections: [{ id: open }] }]);
    expect(typesOf(await officer.next(6))).toEqual([
      ...['inspectionRound.PLANNED E01', 'inspectionRound.CHECKED E01', 'inspectionRound.CALLED_OFF E01'],
      ...['inspectionRound.PLANNED E01', 'inspectionRound.CHECKED E01', 'inspection.PUBLISHED E01'],
    ]);
  });

  test('D-30, R-ESC-05 · residents and whoever reads no inspections follow none; estates out of reach are not found', async () => {
    const { e01, e02 } = story.harbour;
    for (const person of [e01.resident, e01.staff['FRONT_DESK']!])
      expect(await (await listen(person, {})).refusal()).toMatchObject({
        ...{ code: 'FORBIDDEN', action: 'inspection.read' },
      });
    for (const estateId of [e02.id, story.cedar.e01.id])
      expect(await (await listen(managerOf(e01), { estateIds: [estateId] })).refusal()).toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
