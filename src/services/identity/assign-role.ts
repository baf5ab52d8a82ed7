import { conflict, forbidden, invalidInput } from '../../domain/errors.js';
import { mayGive } from '../../domain/identity/delegation.js';
import type { Role } from '../../domain/identity/role.js';
import { newId } from '../../entities/new-id.js';
import { RoleAssignment } from '../../entities/people/role-assignment.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { EstateGroup } from '../../entities/place/estate-group.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

export interface AssignRole extends CommandInput {
  readonly staffId: string;
  readonly role: Role;
  /** The one estate that it reaches. */
  readonly estateId?: string | null;
  /** The group whose estates it reaches. Neither: all of the company. */
  readonly groupId?: string | null;
}

/**
 * Gives a member of staff a role on an estate, on a group's estates or on all of the company, within one second
 * everywhere. Several estates are several roles. @rule D-11 @rule D-18
 * @throws NOT_FOUND staff, estate or estate group
 * @throws INVALID_INPUT when both an estate and a group are named
 * @throws FORBIDDEN role.assign when the giver's own roles do not reach as far or stand as high
 * @throws CONFLICT when the person holds the role there already
 */
export async function assignRole(
  ctx: CommandContext,
  input: AssignRole,
): Promise<{ staffId: string; assignmentId: string }> {
  const { role } = input;
  if (input.estateId != null && input.groupId != null)
    throw invalidInput('input.groupId', 'name an estate or a group, not both');
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  const groupId = input.groupId == null ? null : (await findRow(ctx, EstateGroup, 'estate group', input.groupId)).id;
  if (!mayGive(ctx.principal.roles, role, estateId)) throw forbidden('role.assign');

  await ctx.em.execute(`select pg_advisory_xact_lock(hashtextextended('roles ' || ?, 0))`, [staff.id]);
  const held = { companyId: ctx.companyId, staffId: staff.id, role, estateId, groupId };
  if (await ctx.em.count(RoleAssignment, held))
    throw conflict('The person holds this role there already.', { what: 'role' });
  const assignment = ctx.em.create(RoleAssignment, { ...held, id: newId(), createdAt: ctx.clock.now() });
  ctx.record({
    type: 'identity.ROLE_ASSIGNED',
    estateId,
    subjectKind: 'roleAssignment',
    subjectId: assignment.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { staffId: staff.id, role, groupId },
  });
  return { staffId: staff.id, assignmentId: assignment.id };
}
