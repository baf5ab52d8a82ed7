import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { whoIsTold } from '../../../src/services/duty/steps/who-is-told.js';
import { disableAccount } from '../../../src/services/identity/disable-account.js';
import { reactivateAccount } from '../../../src/services/identity/reactivate-account.js';
import type { ToldWanted } from '../../../src/tenancy/duty/told-candidates.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const PLAN = `mutation ($input: PlanDutyInput!) { planDuty(input: $input) { cursor duties { id post fromAt untilAt version staff { displayName } estate { code } } } }`;
const CHANGE = `mutation ($input: ChangeDutyInput!) { changeDuty(input: $input) { duty { version untilAt staff { displayName } } } }`;
const END = `mutation ($input: EndDutyInput!) { endDuty(input: $input) { duty { version fromAt untilAt } } }`;
const TOLD = `query ($estateId: ID!, $post: Role!, $at: DateTime) { whoIsTold(estateId: $estateId, post: $post, at: $at) { by staff { displayName } } }`;
const DUTIES = `query ($filter: DutyFilter, $first: Int, $after: String) { duties(filter: $filter, first: $first, after: $after) { nodes { id staff { displayName } } pageInfo { hasNextPage endCursor } totalCount } }`;
const NIGHT = { fromAt: '2026-11-25T12:00:00Z', untilAt: '2026-11-26T00:00:00Z' };

describe('duty rosters', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse({ clock: clockAt(new Date('2026-11-25T10:00:00Z')) });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const manager = () => e01().staff['ESTATE_MANAGER']!;
  const admin = () => story.harbour.staff['COMPANY_ADMIN']!;
  const staffId = (role: string, estate = e01()): string => estate.staff[role]!.subjectId;
  const plan = (input: object, person: StoryPerson = manager()) =>
    ask(person, PLAN, { input: { estateIds: [e01().id], ...NIGHT, ...input } });
  const planned = async (input: object, person?: StoryPerson): Promise<string> => {
    const answer = await plan(input, person);
    expect(answer.refusals).toEqual([]);
    return (answer.data as { planDuty: { duties: { id: string }[] } }).planDuty.duties[0]!.id;
  };
  const told = async (post: string, at: string, person: StoryPerson = manager()): Promise<string[]> => {
    const { data } = await ask(person, TOLD, { estateId: e01().id, post, at });
    return (data as { whoIsTold: { by: string; staff: { displayName: string }[] }[] }).whoIsTold.map(
      ({ by, staff }) => `${by} ${staff.map((one) => one.displayName).join()}`,
    );
  };
  const hire = (role: string, person: StoryPerson, estateId: string | null) =>
    house.database.superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at) values ($1, gen_random_uuid(), $2, $3, $4, now())`,
      [person.companyId, person.subjectId, role, estateId],
    );
  const events = async (type: string): Promise<Record<string, unknown>[]> =>
    (
      await house.database.superuser.query<Record<string, unknown>>(
        'select estate_id, subject_kind, subject_version, facts from event where company_id = $1 and type = $2 order by seq',
        [story.harbour.id, type],
      )
    ).rows;

  test('D-11 · who is on duty is told first, over midnight too, then who holds the post, then the manager', async () => {
    await hire('TECHNICIAN', e01().staff['ENGINEERING_HEAD']!, e01().id);
    const answer = await plan({ staffId: staffId('TECHNICIAN'), post: 'TECHNICIAN' });
    expect(answer.data.planDuty.duties).toEqual([
      {
        id: expect.any(String),
        post: 'TECHNICIAN',
        fromAt: new Date(NIGHT.fromAt),
        untilAt: new Date(NIGHT.untilAt),
        version: 1,
        staff: { displayName: 'technician' },
        estate: { code: 'E01' },
      },
    ]);
    expect(await events('duty.PLANNED')).toEqual([
      expect.objectContaining({
        estate_id: e01().id,
        subject_version: 1,
        facts: {
          staffId: staffId('TECHNICIAN'),
          post: 'TECHNICIAN',
          fromAt: '2026-11-25T12:00:00.000Z',
          untilAt: '2026-11-26T00:00:00.000Z',
        },
      }),
    ]);
    for (const at of ['2026-11-25T12:00:00Z', '2026-11-25T23:59:59Z'])
      expect(await told('TECHNICIAN', at)).toEqual([
        'ROSTER technician',
        'ESTATE_ROLE engineering_head',
        'ESTATE_MANAGER estate_manager',
        'COMPANY_ADMIN company_admin',
      ]);
    expect((await told('TECHNICIAN', '2026-11-26T00:00:00Z'))[0]).toBe('ESTATE_ROLE engineering_head,technician');
  });

  test('D-11 · the same person at the same post twice at a time is refused; two persons at one post are not', async () => {
    const night = { fromAt: '2026-12-01T12:00:00Z', untilAt: '2026-12-02T00:00:00Z', post: 'SECURITY' };
    const first = await planned({ ...night, staffId: staffId('SECURITY') });
    const again = {
      ...night,
      staffId: staffId('SECURITY'),
      fromAt: '2026-12-01T23:59:00Z',
      untilAt: '2026-12-02T09:00:00Z',
    };
    expect((await plan(again)).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'D-11', staffId: staffId('SECURITY'), post: 'SECURITY', dutyId: first },
    ]);
    expect((await plan({ ...again, fromAt: night.untilAt })).refusals).toEqual([]);
    await hire('SECURITY', e01().staff['CLEANING_HEAD']!, e01().id);
    expect((await plan({ ...night, staffId: staffId('CLEANING_HEAD') })).refusals).toEqual([]);
    expect(await told('SECURITY', '2026-12-01T13:00:00Z')).toEqual(
      expect.arrayContaining(['ROSTER cleaning_head,security']),
    );
    const racing = {
      ...night,
      staffId: staffId('SECURITY'),
      fromAt: '2026-12-05T12:00:00Z',
      untilAt: '2026-12-06T00:00:00Z',
    };
    const answers = await Promise.all([1, 2, 3].map(() => plan(racing)));
    expect(answers.flatMap((answer) => answer.refusals)).toEqual(['RULE_REFUSED planDuty', 'RULE_REFUSED planDuty']);
  });

  test('D-11 · a shared desk stands for several estates, the night control room for all of the company', async () => {
    const desk = e01().staff['FRONT_DESK']!;
    await hire('FRONT_DESK', desk, story.harbour.e02.id);
    const both = { staffId: desk.subjectId, post: 'FRONT_DESK', estateIds: [e01().id, story.harbour.e02.id] };
    expect((await plan(both)).facts).toEqual([{ code: 'NOT_FOUND', what: 'estate' }]);
    const answer = await plan(both, admin());
    expect(answer.data.planDuty.duties.map((duty: { estate: { code: string } }) => duty.estate.code).sort()).toEqual([
      'E01',
      'E02',
    ]);
    const room = e01().staff['CONTROL_ROOM']!;
    const everywhere = { staffId: room.subjectId, post: 'CONTROL_ROOM', estateIds: null };
    expect((await plan(everywhere)).facts).toEqual([{ code: 'FORBIDDEN', action: 'duty.manage' }]);
    expect((await plan(everywhere, admin())).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'D-11', post: 'CONTROL_ROOM' }),
    ]);
    await hire('CONTROL_ROOM', room, null);
    expect((await plan(everywhere, admin())).data.planDuty.duties).toEqual([expect.objectContaining({ estate: null })]);
    expect((await plan({ ...everywhere, estateIds: [e01().id] })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'D-11', dutyId: expect.any(String) as unknown }),
    ]);
    expect((await told('CONTROL_ROOM', '2026-11-25T13:00:00Z'))[0]).toBe('COMPANY_ROSTER control_room');
  });

  test('D-11 · who does not hold the post there has no duty at it; nor has anybody of another estate', async () => {
    expect((await plan({ staffId: staffId('CASHIER'), post: 'TECHNICIAN' })).facts).toEqual([
      {
        code: 'RULE_REFUSED',
        rule: 'D-11',
        staffId: staffId('CASHIER'),
        post: 'TECHNICIAN',
        estateId: e01().id,
      },
    ]);
    const stranger = staffId('TECHNICIAN', story.harbour.e02);
    expect((await plan({ staffId: stranger, post: 'TECHNICIAN' })).facts).toEqual([
      { code: 'NOT_FOUND', what: 'staff' },
    ]);
    expect((await plan({ staffId: staffId('TECHNICIAN', story.cedar.e01), post: 'TECHNICIAN' })).facts).toEqual([
      { code: 'NOT_FOUND', what: 'staff' },
    ]);
  });

  test.each([
    [{ untilAt: NIGHT.fromAt }, 'input.untilAt'],
    [{ untilAt: '2027-01-25T12:00:00Z' }, 'input.untilAt'],
    [{ fromAt: '2026-01-01T00:00:00Z', untilAt: '2026-01-01T08:00:00Z' }, 'input.fromAt'],
    [{ estateIds: [] }, 'input.estateIds'],
  ])('an impossible duty is INVALID_INPUT with the path: %j', async (over, path) => {
    expect((await plan({ staffId: staffId('TECHNICIAN'), post: 'TECHNICIAN', ...over })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ]);
  });

  test('D-11 · a duty is changed from the version that was seen, ended, or called off before it begins', async () => {
    const dutyId = await planned({
      staffId: staffId('STEWARD'),
      post: 'STEWARD',
      fromAt: '2026-11-27T00:00:00Z',
      untilAt: '2026-11-27T09:00:00Z',
    });
    const change = (input: object) => ask(manager(), CHANGE, { input: { dutyId, ...input } });
    expect((await change({ expectedVersion: 1, untilAt: '2026-11-27T10:00:00Z' })).data.changeDuty.duty).toEqual({
      version: 2,
      untilAt: new Date('2026-11-27T10:00:00Z'),
      staff: { displayName: 'steward' },
    });
    expect((await change({ expectedVersion: 1 })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 }),
    ]);
    expect((await change({ expectedVersion: 2, staffId: staffId('CASHIER') })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'D-11' }),
    ]);
    const end = (id: string, expectedVersion: number) =>
      ask(manager(), END, { input: { dutyId: id, expectedVersion } });
    const off = await end(dutyId, 2);
    expect(off.data.endDuty.duty.untilAt).toEqual(off.data.endDuty.duty.fromAt);
    expect((await end(dutyId, 3)).facts).toEqual([expect.objectContaining({ code: 'CONFLICT', what: 'duty' })]);
    expect((await told('STEWARD', '2026-11-27T01:00:00Z'))[0]).toBe('ESTATE_ROLE steward');

    const under = await planned({
      staffId: staffId('STEWARD'),
      post: 'STEWARD',
      fromAt: '2026-11-25T08:00:00Z',
      untilAt: '2026-11-25T18:00:00Z',
    });
    expect(
      (await ask(manager(), CHANGE, { input: { dutyId: under, expectedVersion: 1, fromAt: '2026-11-25T09:00:00Z' } }))
        .facts,
    ).toEqual([expect.objectContaining({ code: 'CONFLICT', what: 'duty' })]);
    expect((await end(under, 1)).data.endDuty.duty).toEqual({
      version: 2,
      fromAt: new Date('2026-11-25T08:00:00Z'),
      untilAt: new Date('2026-11-25T10:00:00Z'),
    });
    expect((await events('duty.ENDED')).map((event) => event['subject_version'])).toEqual([3, 2]);
  });

  test('D-11 · where nobody stands at a post the estate manager is told, and an event says so; a read tells nothing', async () => {
    const about: ToldWanted[] = [
      { estateId: e01().id, post: 'TREASURER', at: null },
      { estateId: e01().id, post: 'QUALITY_OFFICER', at: null },
      { estateId: e01().id, post: 'COMPANY_LEADER', at: null },
      { estateId: e01().id, departmentCode: 'NONE', at: null },
    ];
    expect((await told('DOCUMENT_CONTROLLER', NIGHT.fromAt))[0]).toBe('ESTATE_ROLE document_controller');
    expect(await events('duty.LAST_RESORT')).toEqual([]);
    const askStep = async (ctx: CommandContext) => ({ chains: await whoIsTold(ctx, about) });
    const { chains } = await runCommand(house, await principalOf(house, manager()), askStep, {});
    expect(chains.map((chain) => chain[0]?.by)).toEqual([
      'ESTATE_ROLE',
      'COMPANY_ROLE',
      'COMPANY_ROLE',
      'ESTATE_MANAGER',
    ]);
    expect(await events('duty.LAST_RESORT')).toEqual([
      {
        estate_id: e01().id,
        subject_kind: 'estate',
        subject_version: 1,
        facts: { post: null, department: 'NONE', at: '2026-11-25T10:00:00.000Z' },
      },
    ]);
  });

  test('D-11 · of a department the head is told, then the deputy; who no longer signs in is nobody', async () => {
    const [head, deputy] = [e01().staff['ENGINEERING_HEAD']!, e01().staff['TECHNICIAN']!];
    await ask(manager(), `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { cursor } }`, {
      input: { estateId: e01().id, code: 'ENG', name: 'x', headId: head.subjectId, deputyId: deputy.subjectId },
    });
    const askStep = async (ctx: CommandContext) => ({
      chains: await whoIsTold(ctx, [{ estateId: e01().id, departmentCode: 'ENG', at: null }]),
    });
    const chain = async () => {
      const { chains } = await runCommand(house, await principalOf(house, manager()), askStep, {});
      return chains[0]?.slice(0, 2).map(({ by, staffIds }) => `${by} ${staffIds.join()}`);
    };
    expect(await chain()).toEqual([`HEAD ${head.subjectId}`, `DEPUTY ${deputy.subjectId}`]);
    const by = await principalOf(house, manager());
    await runCommand(house, by, disableAccount, { staffId: head.subjectId });
    expect(await chain()).toEqual([`DEPUTY ${deputy.subjectId}`, `ESTATE_MANAGER ${manager().subjectId}`]);
    await runCommand(house, by, reactivateAccount, { staffId: head.subjectId });
    expect((await chain())?.[0]).toBe(`HEAD ${head.subjectId}`);
  });

  test('R-ORG-78 · duties are listed by estate and instant, a page at a time, in two statements however long', async () => {
    const all = await ask(manager(), DUTIES, { first: 2 });
    expect(all.data.duties.nodes).toHaveLength(2);
    expect(all.data.duties.pageInfo.hasNextPage).toBe(true);
    const next = await ask(manager(), DUTIES, { first: 2, after: all.data.duties.pageInfo.endCursor });
    expect(next.data.duties.nodes).not.toEqual(all.data.duties.nodes);
    const now = await ask(manager(), DUTIES, { filter: { at: '2026-11-25T13:00:00Z', posts: ['TECHNICIAN'] } });
    expect(now.data.duties.nodes).toEqual([{ id: expect.any(String), staff: { displayName: 'technician' } }]);
    const { statements } = await ask(
      manager(),
      `{ duties(first: 20) { nodes { id staff { displayName } estate { code } } } }`,
    );
    expect(statements).toBe(3);
    const elsewhere = await ask(story.harbour.e02.staff['FRONT_DESK'], DUTIES, { filter: { estateIds: [e01().id] } });
    expect(elsewhere.data.duties.nodes.map((node: { staff: unknown }) => node.staff)).toEqual([null]);
  });

  describe('R-ORG-24 · rosters are made by who leads, on the own estates', () => {
    const input = () => ({ staffId: staffId('STEWARD'), post: 'STEWARD' });
    test.each(['ESTATE_MANAGER', 'SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'ENGINEERING_HEAD'])(
      '%s may',
      async (role) => {
        const day = ['ESTATE_MANAGER', 'SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'ENGINEERING_HEAD'].indexOf(role) + 1;
        const times = { fromAt: `2027-02-0${day}T00:00:00Z`, untilAt: `2027-02-0${day}T09:00:00Z` };
        expect((await plan({ ...input(), ...times }, e01().staff[role])).refusals).toEqual([]);
      },
    );
    test.each(['STEWARD', 'FRONT_DESK', 'TECHNICIAN', 'CASHIER', 'SECURITY', 'CONTROL_ROOM'])(
      '%s may not',
      async (role) => {
        expect((await plan(input(), e01().staff[role])).facts).toEqual([{ code: 'FORBIDDEN', action: 'duty.manage' }]);
      },
    );
    test('head office looks, and does not plan', async () => {
      expect((await plan(input(), story.harbour.staff['QUALITY_OFFICER'])).refusals).toEqual(['FORBIDDEN planDuty']);
    });
    test('another estate, another company and residents find nothing', async () => {
      for (const person of [story.harbour.e02.staff['ESTATE_MANAGER']!, story.cedar.staff['COMPANY_ADMIN']!]) {
        expect((await plan(input(), person)).refusals).toEqual(['NOT_FOUND planDuty']);
        const { refusals } = await ask(person, TOLD, { estateId: e01().id, post: 'STEWARD' });
        expect(refusals).toEqual(['NOT_FOUND whoIsTold']);
      }
      const { refusals } = await ask(e01().resident, TOLD, { estateId: e01().id, post: 'STEWARD' });
      expect(refusals).toEqual(['FORBIDDEN whoIsTold']);
    });
  });
});
