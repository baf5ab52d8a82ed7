import { localDay } from '../../domain/place/local-day.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { UnitState } from '../../entities/place/unit-state.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from './steps/find-row.js';

interface RecordUnitState extends CommandInput {
  readonly unitId: string;
  readonly state: UnitStateKind;
  /** First day of the state in the estate's zone; may lie ahead. */
  readonly fromDay: string;
}

/**
 * Records the state of a unit from a day on, until its next one. What was recorded for the same day is corrected.
 * @rule D-28
 * @throws NOT_FOUND unit
 * @throws FORBIDDEN unit.manage
 * @throws INVALID_INPUT when the day lies before 1900 or more than thirty years ahead
 */
export async function recordUnitState(ctx: CommandContext, input: RecordUnitState): Promise<{ unitId: string }> {
  const unit = await findRow(ctx, Unit, 'unit', input.unitId, 'lock');
  authorizeOn(ctx.principal, 'unit.manage', unit.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', unit.estateId);
  assertPlausibleDay('input.fromDay', input.fromDay, localDay(ctx.clock.now(), timeZone));
  const key = { companyId: ctx.companyId, unitId: unit.id, fromDay: input.fromDay };
  const known = await ctx.em.findOne(UnitState, key);
  const corrected = known?.state ?? null;
  if (known) known.state = input.state;
  else ctx.em.create(UnitState, { ...key, estateId: unit.estateId, state: input.state });
  ctx.record({
    type: 'place.UNIT_STATE_RECORDED',
    estateId: unit.estateId,
    subjectKind: 'unit',
    subjectId: unit.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { fromDay: input.fromDay, state: input.state, corrected },
  });
  return { unitId: unit.id };
}
