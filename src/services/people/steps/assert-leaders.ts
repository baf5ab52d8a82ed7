import { invalidInput, notFound } from '../../../domain/errors.js';
import { Staff } from '../../../entities/people/staff.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** Who leads a department. */
export interface Leaders {
  readonly headId?: string | null;
  readonly deputyId?: string | null;
}

/**
 * Refuses leaders who do not work where the department is: on its estate, or on no single one.
 * @throws NOT_FOUND staff
 * @throws INVALID_INPUT when head and deputy are one person
 */
export async function assertLeaders(ctx: CommandContext, estateId: string | null, leaders: Leaders): Promise<void> {
  const { headId, deputyId } = leaders;
  for (const id of [headId, deputyId]) {
    if (id == null) continue;
    const staff = await findRow(ctx, Staff, 'staff', id);
    if (estateId !== null && staff.estateId != null && staff.estateId !== estateId) throw notFound('staff');
  }
  if (headId != null && headId === deputyId)
    throw invalidInput('input.deputyId', 'must be somebody else than the head');
}
