import { localDay } from '../../domain/place/local-day.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from './steps/find-row.js';

interface RecordUnitDelivery extends CommandInput {
  readonly unitId: string;
  /** In the estate's zone. */
  readonly deliveredOn: string;
}

/**
 * Records the day on which the developer delivered a unit, from which its warranty runs; another day corrects it.
 * @rule D-05
 * @throws NOT_FOUND unit
 * @throws FORBIDDEN unit.manage
 * @throws INVALID_INPUT when the day lies before 1900 or ahead
 */
export async function recordUnitDelivery(ctx: CommandContext, input: RecordUnitDelivery): Promise<{ unitId: string }> {
  const unit = await findRow(ctx, Unit, 'unit', input.unitId, 'lock');
  authorizeOn(ctx.principal, 'unit.manage', unit.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', unit.estateId);
  const { deliveredOn } = input;
  assertPastDay('input.deliveredOn', deliveredOn, localDay(ctx.clock.now(), timeZone));
  const corrected = unit.deliveredOn ?? null;
  unit.deliveredOn = deliveredOn;
  ctx.record({
    type: 'place.UNIT_DELIVERED',
    estateId: unit.estateId,
    subjectKind: 'unit',
    subjectId: unit.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { deliveredOn, corrected },
  });
  return { unitId: unit.id };
}
