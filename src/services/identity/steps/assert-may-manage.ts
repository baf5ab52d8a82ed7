import { forbidden } from '../../../domain/errors.js';
import { mayGive } from '../../../domain/identity/delegation.js';
import { RoleAssignment } from '../../../entities/people/role-assignment.entity.js';
import type { Staff } from '../../../entities/people/staff.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import { atTheDoor } from '../../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Lets pass who may decide about the login of a member of staff: whoever holds it could act as that person, so only who
 * could give every role that the person holds, also where those are out of the asker's sight.
 * @returns the person's roles
 * @throws FORBIDDEN staff.manage on the person's estate; role.assign when a role of the person is beyond the asker's
 */
export async function assertMayManage(ctx: CommandContext, staff: Staff): Promise<readonly RoleAssignment[]> {
  authorizeOn(ctx.principal, 'staff.manage', staff.estateId ?? null);
  const person = { companyId: ctx.companyId, staffId: staff.id };
  const roles = await atTheDoor(ctx.em, () => ctx.em.find(RoleAssignment, person));
  if (!roles.every(({ role, estateId }) => mayGive(ctx.principal.roles, role, estateId ?? null)))
    throw forbidden('role.assign');
  return roles;
}
