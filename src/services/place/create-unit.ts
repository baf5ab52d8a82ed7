import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { addUnits, type NewUnit } from './steps/add-units.js';

interface CreateUnit extends CommandInput, NewUnit {
  readonly buildingId: string;
}

/**
 * Creates a unit of a building.
 * @throws NOT_FOUND building
 * @throws FORBIDDEN unit.manage
 * @throws INVALID_INPUT for an area or a day that cannot be, or a state without its day
 * @throws CONFLICT when the code is taken in the building
 */
export async function createUnit(ctx: CommandContext, input: CreateUnit): Promise<{ unitId: string }> {
  const { building, unitIds } = await addUnits(ctx, input.buildingId, [input], () => 'input');
  const unitId = String(unitIds[0]);
  ctx.record({
    type: 'place.UNIT_CREATED',
    estateId: building.estateId,
    subjectKind: 'unit',
    subjectId: unitId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { buildingId: building.id, code: input.code, use: input.use },
  });
  return { unitId };
}
