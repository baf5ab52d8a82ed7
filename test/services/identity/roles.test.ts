import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret } from '../../../src/domain/identity/secret.js';
import type { Role } from '../../../src/domain/identity/role.js';
import { newId } from '../../../src/entities/new-id.js';
import { runCommand, type CommandInput, type UseCase } from '../../../src/services/command/run-command.js';
import { assignRole } from '../../../src/services/identity/assign-role.js';
import { createStaffAccount } from '../../../src/services/identity/create-staff-account.js';
import { disableAccount } from '../../../src/services/identity/disable-account.js';
import { signIn } from '../../../src/services/identity/sign-in.js';
import { withdrawRole } from '../../../src/services/identity/withdraw-role.js';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';

const PASSWORD = 'guanjia-demo';
const FORBIDDEN = { code: 'FORBIDDEN', facts: { action: 'role.assign' } };

describe('roles and logins of staff', () => {
  let house: TestHouse;
  let story: Story;
  let admin: StoryPerson;
  let manager: StoryPerson;
  let groupId: string;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database, { passwordHash: await hashPassword(PASSWORD) });
    admin = story.harbour.staff['COMPANY_ADMIN']!;
    manager = story.harbour.e01.staff['ESTATE_MANAGER']!;
    groupId = newId();
    await sql(
      'insert into estate_group (company_id, id, kind, name) values ($1, $2, $3, $4)',
      story.harbour.id,
      groupId,
      'CITY',
      'Shanghai',
    );
    await sql(
      'insert into estate_group_member (company_id, group_id, estate_id) values ($1, $2, $3)',
      story.harbour.id,
      groupId,
      story.harbour.e02.id,
    );
  });
  afterAll(() => house.close());

  const sql = async <T>(text: string, ...values: unknown[]): Promise<T[]> =>
    (await house.database.superuser.query(text, values)).rows as T[];
  const as = async <I extends CommandInput, R extends object>(
    who: StoryPerson,
    useCase: UseCase<I, R>,
    input: I,
  ): Promise<R> => {
    house.principals.drop(who.companyId);
    return runCommand(house, await principalOf(house, who), useCase, input);
  };
  const refusal = async (command: Promise<unknown>): Promise<unknown> =>
    command.then(
      () => 'done',
      (error: unknown) => error,
    );
  const actionsOf = async (who: StoryPerson) => {
    house.principals.drop(who.companyId);
    return (await principalOf(house, who)).actions;
  };
  const roleOf = async (who: StoryPerson): Promise<string> =>
    (await sql<{ id: string }>('select id from role_assignment where staff_id = $1 order by id', who.subjectId))[0]!.id;

  test('D-11 · a role on one estate, on a group or on all reaches exactly those', async () => {
    const { e01, e02 } = story.harbour;
    const clerk = e01.staff['CLEANING_HEAD']!;
    const give = (where: { estateId?: string; groupId?: string }) =>
      as(admin, assignRole, { staffId: clerk.subjectId, role: 'FRONT_DESK', ...where });
    await give({ estateId: e01.id });
    expect((await actionsOf(clerk)).get('repair.forward')).toEqual(new Set([e01.id]));
    await give({ groupId });
    expect((await actionsOf(clerk)).get('repair.forward')).toEqual(new Set([e01.id, e02.id]));
    const { assignmentId } = await give({});
    expect((await actionsOf(clerk)).get('repair.forward')).toBe('ALL');
    expect(await refusal(give({}))).toMatchObject({ code: 'CONFLICT' });
    await as(admin, withdrawRole, { assignmentId });
    expect((await actionsOf(clerk)).get('repair.forward')).toEqual(new Set([e01.id, e02.id]));
    expect(await refusal(as(admin, withdrawRole, { assignmentId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(give({ estateId: e01.id, groupId }))).toMatchObject({
      code: 'INVALID_INPUT',
      facts: { path: 'input.groupId' },
    });
  });

  test('nobody gives away what they do not hold: neither further estates nor a higher level', async () => {
    const { e01, e02 } = story.harbour;
    const staffId = e01.staff['SECURITY']!.subjectId;
    const give = (role: Role, where: { estateId?: string; groupId?: string }) =>
      refusal(as(manager, assignRole, { staffId, role, ...where }));
    for (const role of ['COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER'] as const)
      for (const where of [{ estateId: e01.id }, {}]) expect(await give(role, where)).toMatchObject(FORBIDDEN);
    expect(await give('STEWARD', {})).toMatchObject(FORBIDDEN);
    expect(await give('STEWARD', { groupId })).toMatchObject(FORBIDDEN);
    expect(await give('STEWARD', { estateId: e02.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await give('STEWARD', { estateId: story.cedar.e01.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await give('STEWARD', { estateId: e01.id })).toBe('done');
    expect(
      await refusal(as(manager, assignRole, { staffId: manager.subjectId, role: 'COMPANY_ADMIN', estateId: e01.id })),
    ).toMatchObject(FORBIDDEN);
    const desk = e01.staff['FRONT_DESK']!;
    expect(await refusal(as(desk, assignRole, { staffId, role: 'FRONT_DESK', estateId: e01.id }))).toMatchObject(
      FORBIDDEN,
    );
  });

  test('who may not give a role may not take it', async () => {
    const leader = story.harbour.staff['COMPANY_LEADER']!;
    expect(await refusal(as(manager, withdrawRole, { assignmentId: await roleOf(leader) }))).toMatchObject(FORBIDDEN);
    const other = story.harbour.e02.staff['STEWARD']!;
    expect(await refusal(as(manager, withdrawRole, { assignmentId: await roleOf(other) }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(as(manager, withdrawRole, { assignmentId: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a company keeps an administrator who can sign in', async () => {
    const last = { code: 'RULE_REFUSED', facts: { rule: 'LAST_ADMINISTRATOR' } };
    const assignmentId = await roleOf(admin);
    expect(await refusal(as(admin, withdrawRole, { assignmentId }))).toMatchObject(last);
    expect(await refusal(as(admin, disableAccount, { staffId: admin.subjectId }))).toMatchObject(last);
    const second = story.harbour.staff['FINANCE_OFFICER']!;
    const given = await as(admin, assignRole, { staffId: second.subjectId, role: 'COMPANY_ADMIN' });
    const both = await Promise.all([
      refusal(as(admin, withdrawRole, { assignmentId })),
      refusal(as(second, withdrawRole, { assignmentId: given.assignmentId })),
    ]);
    expect(both.filter((verdict) => verdict === 'done')).toHaveLength(1);
    const [left] = await sql<{ n: number }>(
      `select count(*)::int as n from role_assignment where company_id = $1 and role = 'COMPANY_ADMIN'`,
      story.harbour.id,
    );
    expect(left?.n).toBe(1);
    if (both[0] === 'done') admin = second;
  });

  test('a new member of staff signs in with the first password and may do nothing until given a role', async () => {
    const { e01 } = story.harbour;
    const input = { displayName: '李娜', estateId: e01.id, login: 'Li.Na', password: new Secret('first-password') };
    const { staffId } = await as(manager, createStaffAccount, input);
    const session = await signIn(house, { login: 'li.na@harbour', password: 'first-password' }, '203.0.113.1');
    expect(session.principal).toMatchObject({ subjectId: staffId, displayName: '李娜', roles: [] });
    expect(session.principal.actions.size).toBe(0);
    await as(manager, assignRole, { staffId, role: 'FRONT_DESK', estateId: e01.id });
    house.principals.drop(story.harbour.id);
    expect((await house.principals.find(session.bearer))?.actions.has('repair.report')).toBe(true);
    expect(await refusal(as(manager, createStaffAccount, { ...input, login: 'li.na' }))).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refusal(as(manager, createStaffAccount, { ...input, login: 'li na' }))).toMatchObject({
      facts: { path: 'input.login' },
    });
    expect(await sql('select 1 from staff where display_name = $1', '李娜')).toHaveLength(1);
  });

  test('an estate manager takes staff on for the own estates only', async () => {
    const input = { displayName: 'x', login: 'nowhere', password: new Secret('first-password') };
    expect(await refusal(as(manager, createStaffAccount, input))).toMatchObject({
      code: 'FORBIDDEN',
      facts: { action: 'staff.manage' },
    });
    expect(await refusal(as(manager, createStaffAccount, { ...input, estateId: story.harbour.e02.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await sql('select 1 from account where login = $1', 'nowhere')).toEqual([]);
  });

  test('a repeated command makes one login, and neither the command nor the feed keeps the password or the name', async () => {
    const input = () => ({
      commandId: '0b2f9f5e-6d0f-4b8e-9f57-1c6a3a1f0001',
      displayName: 'CANARY-name',
      estateId: story.harbour.e01.id,
      login: 'twice',
      password: new Secret('CANARY-password'),
    });
    const first = await as(manager, createStaffAccount, input());
    expect(await as(manager, createStaffAccount, input())).toEqual(first);
    expect(await sql('select 1 from account where login = $1', 'twice')).toHaveLength(1);
    const kept = await sql('select e.facts, c.verdict, c.input_hash from event e full join command_claim c on false');
    expect(JSON.stringify(kept)).not.toContain('CANARY');
  });

  test('a closed login is refused everywhere, its sign-ins ended, and can be closed once', async () => {
    const clerk = story.harbour.e01.staff['DOCUMENT_CONTROLLER']!;
    const session = await signIn(house, { login: clerk.login, password: PASSWORD }, '203.0.113.1');
    await as(manager, disableAccount, { staffId: clerk.subjectId });
    house.principals.drop(story.harbour.id);
    expect(await house.principals.find(session.bearer)).toBeNull();
    expect(await refusal(signIn(house, { login: clerk.login, password: PASSWORD }, '203.0.113.1'))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(
      await sql('select 1 from refresh_token where account_id = $1 and revoked_at is null', clerk.accountId),
    ).toEqual([]);
    expect(await refusal(as(manager, disableAccount, { staffId: clerk.subjectId }))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('nobody closes the login of somebody who holds more, also where the roles are out of sight', async () => {
    const { e01, e02 } = story.harbour;
    const colleague = e01.staff['CONTROL_ROOM']!;
    await as(admin, assignRole, { staffId: colleague.subjectId, role: 'CONTROL_ROOM', estateId: e02.id });
    expect(await refusal(as(manager, disableAccount, { staffId: colleague.subjectId }))).toMatchObject(FORBIDDEN);
    expect(await refusal(as(manager, disableAccount, { staffId: admin.subjectId }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(as(manager, disableAccount, { staffId: e02.staff['STEWARD']!.subjectId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await sql('select 1 from account where staff_id = any($1) and disabled_at is not null', [
        colleague.subjectId,
        admin.subjectId,
      ]),
    ).toEqual([]);
  });

  test('R-ORG-78 · an administrator of another company finds nobody', async () => {
    const stranger = story.cedar.staff['COMPANY_ADMIN']!;
    const staffId = story.harbour.e01.staff['STEWARD']!.subjectId;
    const assignmentId = await roleOf(manager);
    for (const verdict of [
      await refusal(as(stranger, assignRole, { staffId, role: 'STEWARD' })),
      await refusal(as(stranger, disableAccount, { staffId })),
      await refusal(as(stranger, withdrawRole, { assignmentId })),
    ])
      expect(verdict).toMatchObject({ code: 'NOT_FOUND' });
  });
});
