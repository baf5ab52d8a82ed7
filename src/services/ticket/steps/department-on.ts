import { notFound } from '../../../domain/errors.js';
import { Department } from '../../../entities/people/department.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** A department that works on an estate: its own, or one of the whole company. @throws NOT_FOUND */
export async function departmentOn(ctx: CommandContext, departmentId: string, estateId: string): Promise<Department> {
  const department = await findRow(ctx, Department, 'department', departmentId);
  if (department.estateId != null && department.estateId !== estateId) throw notFound('department');
  return department;
}
