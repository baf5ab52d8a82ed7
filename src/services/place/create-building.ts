import { newId } from '../../entities/new-id.js';
import { Building } from '../../entities/place/building.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from './steps/find-row.js';
import { flushUnique } from './steps/flush-unique.js';

interface CreateBuilding extends CommandInput {
  readonly estateId: string;
  readonly code: string;
  readonly name: string;
}

/**
 * Creates a building of an estate.
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN unit.manage
 * @throws CONFLICT when the code is taken on the estate
 */
export async function createBuilding(ctx: CommandContext, input: CreateBuilding): Promise<{ buildingId: string }> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'unit.manage', estate.id);
  const building = ctx.em.create(Building, {
    companyId: ctx.companyId,
    id: newId(),
    estateId: estate.id,
    code: input.code,
    name: input.name,
  });
  await flushUnique(ctx, 'building');
  ctx.record({
    type: 'place.BUILDING_CREATED',
    estateId: estate.id,
    subjectKind: 'building',
    subjectId: building.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { code: building.code },
  });
  return { buildingId: building.id };
}
