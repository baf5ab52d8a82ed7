import { notFound } from '../../domain/errors.js';
import { Department } from '../../entities/people/department.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { takeChanges } from '../place/steps/take-changes.js';

/** What is absent stays; null clears the telephone, the department, or the one estate. */
interface UpdateStaff extends CommandInput {
  readonly staffId: string;
  readonly expectedVersion: number;
  readonly displayName?: string | null;
  readonly phone?: string | null;
  readonly departmentId?: string | null;
  readonly estateId?: string | null;
}

/**
 * Changes a member of staff: name, telephone, department, the one estate. Who moves to another estate leaves the
 * department of the old one. Roles stay as they are. @rule R-ORG-29
 * @throws NOT_FOUND staff or estate; department when it is unknown or of another estate
 * @throws FORBIDDEN staff.manage where the person works, and where the person goes
 * @throws INVALID_INPUT when the name is null
 * @throws CONFLICT when it has changed meanwhile
 */
export async function updateStaff(
  ctx: CommandContext,
  input: UpdateStaff,
): Promise<{ staffId: string; version: number }> {
  const staff = await ctx.load(Staff, 'staff', input.staffId, input.expectedVersion);
  authorizeOn(ctx.principal, 'staff.manage', staff.estateId ?? null);
  const changed: string[] = [
    ...takeChanges(staff, input, ['displayName'], 'required'),
    ...takeChanges(staff, input, ['phone'], 'clearable'),
  ];
  if (input.estateId !== undefined && input.estateId !== (staff.estateId ?? null)) {
    const estateId = input.estateId === null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
    authorizeOn(ctx.principal, 'staff.manage', estateId);
    staff.estateId = estateId;
    staff.departmentId = null;
    changed.push('estateId');
  }
  if (input.departmentId !== undefined) {
    const department =
      input.departmentId === null ? null : await findRow(ctx, Department, 'department', input.departmentId);
    if (department && (department.estateId ?? null) !== (staff.estateId ?? null)) throw notFound('department');
    staff.departmentId = department?.id ?? null;
    changed.push('departmentId');
  }
  staff.version += 1;
  ctx.record({
    type: 'people.STAFF_UPDATED',
    estateId: staff.estateId ?? null,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: { changed: changed.join(','), departmentId: staff.departmentId ?? null },
  });
  return { staffId: staff.id, version: staff.version };
}
