import { Department } from '../../entities/people/department.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { takeChanges } from '../place/steps/take-changes.js';
import { assertLeaders, type Leaders } from './steps/assert-leaders.js';

/** What is absent stays; null leaves the department without head or deputy. */
interface UpdateDepartment extends CommandInput, Leaders {
  readonly departmentId: string;
  readonly expectedVersion: number;
  readonly name?: string | null;
}

/**
 * Changes a department: its name, head and deputy.
 * @throws NOT_FOUND department, or staff when head or deputy is unknown or works on another estate
 * @throws FORBIDDEN department.manage on the estate, or on all for the company's own
 * @throws INVALID_INPUT when the name is null, or head and deputy are one person
 * @throws CONFLICT when it has changed meanwhile
 */
export async function updateDepartment(
  ctx: CommandContext,
  input: UpdateDepartment,
): Promise<{ departmentId: string; version: number }> {
  const department = await ctx.load(Department, 'department', input.departmentId, input.expectedVersion);
  authorizeOn(ctx.principal, 'department.manage', department.estateId ?? null);
  takeChanges(department, input, ['name'], 'required');
  takeChanges(department, input, ['headId', 'deputyId'], 'clearable');
  await assertLeaders(ctx, department.estateId ?? null, department);
  department.version += 1;
  ctx.record({
    type: 'people.DEPARTMENT_UPDATED',
    estateId: department.estateId ?? null,
    subjectKind: 'department',
    subjectId: department.id,
    subjectVersion: department.version,
    visibility: 'INTERNAL',
    facts: { headId: department.headId ?? null, deputyId: department.deputyId ?? null },
  });
  return { departmentId: department.id, version: department.version };
}
