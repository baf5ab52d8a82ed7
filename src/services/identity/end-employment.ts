import { conflict } from '../../domain/errors.js';
import { RoleAssignment } from '../../entities/people/role-assignment.entity.js';
import { Department } from '../../entities/people/department.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { StewardBuilding } from '../../entities/people/steward-building.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertAnAdministratorRemains } from './steps/assert-an-administrator-remains.js';
import { assertMayManage } from './steps/assert-may-manage.js';
import { closeLogins } from './steps/close-logins.js';

interface EndEmployment extends CommandInput {
  readonly staffId: string;
  readonly expectedVersion: number;
}

/**
 * Ends an employment: logins are closed, roles and buildings taken back, posts as head or deputy left free, within one
 * second everywhere. The person stays in the record of what was done. @rule R-ORG-29
 * @throws NOT_FOUND staff
 * @throws FORBIDDEN staff.manage on the person's estate; role.assign when a role of the person is beyond the asker's
 * @throws CONFLICT when it has changed meanwhile, or has ended already
 * @throws RULE_REFUSED LAST_ADMINISTRATOR when nobody else would administer the company
 */
export async function endEmployment(
  ctx: CommandContext,
  input: EndEmployment,
): Promise<{ staffId: string; version: number }> {
  const { companyId, em } = ctx;
  const staff = await ctx.load(Staff, 'staff', input.staffId, input.expectedVersion);
  const roles = await assertMayManage(ctx, staff);
  if (staff.endedAt)
    throw conflict('The employment has ended already.', { what: 'staff', currentVersion: staff.version });
  if (roles.some(({ role, estateId, groupId }) => role === 'COMPANY_ADMIN' && estateId == null && groupId == null))
    await assertAnAdministratorRemains(ctx, staff.id);
  await closeLogins(ctx, staff.id);
  await em.nativeDelete(RoleAssignment, { companyId, staffId: staff.id });
  const buildings = await em.nativeDelete(StewardBuilding, { companyId, staffId: staff.id });
  await em.nativeUpdate(Department, { companyId, headId: staff.id }, { headId: null });
  await em.nativeUpdate(Department, { companyId, deputyId: staff.id }, { deputyId: null });
  staff.endedAt = ctx.clock.now();
  staff.inactiveSince ??= staff.endedAt;
  staff.version += 1;
  ctx.record({
    type: 'identity.EMPLOYMENT_ENDED',
    estateId: staff.estateId ?? null,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: { roles: roles.length, buildings },
  });
  return { staffId: staff.id, version: staff.version };
}
