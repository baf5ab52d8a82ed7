import { invalidInput } from '../../../domain/errors.js';
import { chargeAreaToMilli } from '../../../domain/place/charge-area.js';
import { localDay } from '../../../domain/place/local-day.js';
import { assertPastDay, assertPlausibleDay } from '../../../domain/place/plausible-day.js';
import type { UnitStateKind } from '../../../domain/place/unit-state.js';
import type { UnitUse } from '../../../domain/place/unit-use.js';
import { newId } from '../../../entities/new-id.js';
import { Building } from '../../../entities/place/building.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { UnitState } from '../../../entities/place/unit-state.entity.js';
import { Unit } from '../../../entities/place/unit.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from './find-row.js';
import { flushUnique } from './flush-unique.js';

/** A unit to be created, with its first state where it is known. */
export interface NewUnit {
  readonly code: string;
  readonly use: UnitUse;
  /** Square metres as decimal text. */
  readonly chargeArea?: string | null;
  readonly state?: UnitStateKind | null;
  /** First day of `state`; both or neither. */
  readonly stateFromDay?: string | null;
  /** When the developer delivered it. @rule D-05 */
  readonly deliveredOn?: string | null;
}

/**
 * Adds units to a building. `path` leads to each one's fields in the input.
 * @throws NOT_FOUND building
 * @throws FORBIDDEN unit.manage
 * @throws INVALID_INPUT for an area or a day that cannot be, or a state without its day
 * @throws CONFLICT when a code is taken in the building
 */
export async function addUnits(
  ctx: CommandContext,
  buildingId: string,
  wanted: readonly NewUnit[],
  path: (index: number) => string,
): Promise<{ building: Building; unitIds: string[] }> {
  const building = await findRow(ctx, Building, 'building', buildingId);
  authorizeOn(ctx.principal, 'unit.manage', building.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', building.estateId);
  const today = localDay(ctx.clock.now(), timeZone);
  const place = { companyId: ctx.companyId, estateId: building.estateId };
  const states: { unitId: string; state: UnitStateKind; fromDay: string }[] = [];
  const unitIds = wanted.map((unit, i) => {
    const id = newId();
    const { code, use, state, stateFromDay, chargeArea, deliveredOn = null } = unit;
    if ((state == null) !== (stateFromDay == null))
      throw invalidInput(`${path(i)}.stateFromDay`, 'give state and stateFromDay together');
    if (state != null && stateFromDay != null) {
      assertPlausibleDay(`${path(i)}.stateFromDay`, stateFromDay, today);
      states.push({ unitId: id, state, fromDay: stateFromDay });
    }
    const chargeAreaMilli = chargeArea == null ? null : chargeAreaToMilli(`${path(i)}.chargeArea`, chargeArea);
    if (deliveredOn !== null) assertPastDay(`${path(i)}.deliveredOn`, deliveredOn, today);
    ctx.em.create(Unit, { ...place, id, buildingId: building.id, code, use, chargeAreaMilli, deliveredOn });
    return id;
  });
  await flushUnique(ctx, 'unit');
  for (const state of states) ctx.em.create(UnitState, { ...place, ...state });
  return { building, unitIds };
}
