import { notFound, ruleRefused } from '../../domain/errors.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { StewardBuilding } from '../../entities/people/steward-building.entity.js';
import { Building } from '../../entities/place/building.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findAll } from '../place/steps/find-all.js';
import { findRow } from '../place/steps/find-row.js';
import { flushUnique } from '../place/steps/flush-unique.js';
import { holdsRoleOn } from './steps/holds-role-on.js';

interface SetStewardBuildings extends CommandInput {
  readonly staffId: string;
  readonly estateId: string;
  /** All of the steward's buildings on the estate from now on; at most 500, checked at the door. */
  readonly buildingIds: readonly string[];
}

/**
 * Sets the buildings of an estate that a steward is responsible for.
 * @rule R-ORG-33
 * @throws NOT_FOUND estate, staff, or building when one of them is unknown or of another estate
 * @throws FORBIDDEN staff.manage
 * @throws RULE_REFUSED R-ORG-33 when the member of staff is no steward on the estate
 * @throws CONFLICT when somebody else sets them at the same time
 */
export async function setStewardBuildings(
  ctx: CommandContext,
  input: SetStewardBuildings,
): Promise<{ staffId: string }> {
  const { companyId } = ctx;
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'staff.manage', estate.id);
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  const buildings = await findAll(ctx, Building, 'building', input.buildingIds);
  if (buildings.some((building) => building.estateId !== estate.id)) throw notFound('building');
  if (buildings.length > 0 && !(await holdsRoleOn(ctx, staff.id, ['STEWARD', 'ASSISTANT_STEWARD'], estate.id)))
    throw ruleRefused('R-ORG-33', 'Only stewards of the estate have buildings.');
  const key = { companyId, staffId: staff.id, estateId: estate.id };
  const wanted = new Set(buildings.map((building) => building.id));
  for (const held of await ctx.em.find(StewardBuilding, key)) if (!wanted.delete(held.buildingId)) ctx.em.remove(held);
  for (const buildingId of wanted) ctx.em.create(StewardBuilding, { ...key, buildingId });
  await flushUnique(ctx, 'responsibility');
  ctx.record({
    type: 'people.STEWARD_BUILDINGS_SET',
    estateId: estate.id,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: { buildings: buildings.length },
  });
  return { staffId: staff.id };
}
