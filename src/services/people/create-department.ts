import { conflict } from '../../domain/errors.js';
import { newId } from '../../entities/new-id.js';
import { Department } from '../../entities/people/department.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { flushUnique } from '../place/steps/flush-unique.js';
import { assertLeaders, type Leaders } from './steps/assert-leaders.js';

interface CreateDepartment extends CommandInput, Leaders {
  /** Null: the company's own. */
  readonly estateId?: string | null;
  readonly code: string;
  readonly name: string;
}

/**
 * Creates a department of an estate or of the company.
 * @throws NOT_FOUND estate, or staff when head or deputy is unknown or works on another estate
 * @throws FORBIDDEN department.manage on the estate, or on all for the company's own
 * @throws INVALID_INPUT when head and deputy are one person
 * @throws CONFLICT when the code is taken there
 */
export async function createDepartment(
  ctx: CommandContext,
  input: CreateDepartment,
): Promise<{ departmentId: string; version: number }> {
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(ctx.principal, 'department.manage', estateId);
  await assertLeaders(ctx, estateId, input);
  const place = { companyId: ctx.companyId, estateId, code: input.code };
  if (await ctx.em.findOne(Department, place))
    throw conflict('Such a department exists already.', { what: 'department' });
  const department = ctx.em.create(Department, {
    ...place,
    id: newId(),
    name: input.name,
    headId: input.headId ?? null,
    deputyId: input.deputyId ?? null,
    version: 1,
  });
  await flushUnique(ctx, 'department');
  ctx.record({
    type: 'people.DEPARTMENT_CREATED',
    estateId,
    subjectKind: 'department',
    subjectId: department.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { code: input.code, headId: input.headId ?? null, deputyId: input.deputyId ?? null },
  });
  return { departmentId: department.id, version: 1 };
}
