import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { addUnits, type NewUnit } from './steps/add-units.js';

interface CreateUnits extends CommandInput {
  readonly buildingId: string;
  /** At most 200, checked at the door. */
  readonly units: readonly NewUnit[];
}

/**
 * Creates several units of a building: all or none, one event for all.
 * @throws NOT_FOUND building
 * @throws FORBIDDEN unit.manage
 * @throws INVALID_INPUT for an area or a day that cannot be, or a state without its day
 * @throws CONFLICT when a code is taken in the building
 */
export async function createUnits(ctx: CommandContext, input: CreateUnits): Promise<{ unitIds: string[] }> {
  const { building, unitIds } = await addUnits(ctx, input.buildingId, input.units, (i) => `input.units.${i}`);
  ctx.record({
    type: 'place.UNITS_CREATED',
    estateId: building.estateId,
    subjectKind: 'building',
    subjectId: building.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { count: unitIds.length },
  });
  return { unitIds };
}
