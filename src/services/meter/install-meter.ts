import { invalidInput } from '../../domain/errors.js';
import type { MeterKind } from '../../domain/meter/meter-words.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Building } from '../../entities/place/building.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { hangMeter, type SaidMeter } from './steps/hang-meter.js';

interface InstallMeter extends CommandInput, SaidMeter {
  readonly estateId: string;
  /** A unit's; without one it is a meter of common parts, of a building where one is named. */
  readonly unitId?: string | null;
  readonly buildingId?: string | null;
  readonly kind: MeterKind;
  /** Today where nothing is said. */
  readonly installedOn?: string | null;
}

/**
 * Hangs a meter in a unit or in common parts, with what it shows. Needs `fee.bill` on the estate.
 * @rule R-FEE-07 @rule R-MIN-06
 * @throws NOT_FOUND estate, unit, building
 * @throws INVALID_INPUT for a unit and a building at once, a place of another estate, a day ahead, and a serial, a register or
 *   a value that is none
 * @throws RULE_REFUSED R-FEE-07 when a meter of the estate with that serial hangs already
 */
export async function installMeter(ctx: CommandContext, input: InstallMeter): Promise<{ meterId: string }> {
  const { estateId, unitId = null, buildingId = null, kind } = input;
  const estate = await findRow(ctx, Estate, 'estate', estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.bill', estate.id);
  if (unitId !== null && buildingId !== null) throw invalidInput('input.buildingId', 'must not stand beside a unit');
  const place =
    unitId !== null
      ? await findRow(ctx, Unit, 'unit', unitId)
      : buildingId !== null
        ? await findRow(ctx, Building, 'building', buildingId)
        : { estateId };
  if (place.estateId !== estateId)
    throw invalidInput(unitId === null ? 'input.buildingId' : 'input.unitId', 'must lie on the estate');
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const installedOn = input.installedOn ?? today;
  assertPastDay('input.installedOn', installedOn, today);
  const meter = await hangMeter(ctx, input, { estateId, unitId, buildingId, kind, installedOn, replacesId: null });
  return { meterId: meter.id };
}
