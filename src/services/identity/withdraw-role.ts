import { forbidden } from '../../domain/errors.js';
import { mayGive } from '../../domain/identity/delegation.js';
import { RoleAssignment } from '../../entities/people/role-assignment.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertAnAdministratorRemains } from './steps/assert-an-administrator-remains.js';

export interface WithdrawRole extends CommandInput {
  readonly assignmentId: string;
}

/**
 * Takes a role back; within one second nothing that it allowed is answered any more, on any node, and open sockets of
 * the person are closed. Who may give it may take it.
 * @throws NOT_FOUND role assignment
 * @throws FORBIDDEN role.assign when the asker could not give it
 * @throws RULE_REFUSED LAST_ADMINISTRATOR when nobody else would administer the company
 */
export async function withdrawRole(
  ctx: CommandContext,
  input: WithdrawRole,
): Promise<{ staffId: string; assignmentId: string }> {
  const { staffId, role, estateId, groupId } = await findRow(
    ctx,
    RoleAssignment,
    'role assignment',
    input.assignmentId,
  );
  if (!mayGive(ctx.principal.roles, role, estateId ?? null)) throw forbidden('role.assign');
  const row = await findRow(ctx, RoleAssignment, 'role assignment', input.assignmentId, 'lock');
  if (role === 'COMPANY_ADMIN' && estateId == null && groupId == null) await assertAnAdministratorRemains(ctx, staffId);
  ctx.em.remove(row);
  ctx.record({
    type: 'identity.ROLE_WITHDRAWN',
    estateId: estateId ?? null,
    subjectKind: 'roleAssignment',
    subjectId: row.id,
    subjectVersion: 2,
    visibility: 'INTERNAL',
    facts: { staffId, role, groupId: groupId ?? null },
  });
  return { staffId, assignmentId: row.id };
}
