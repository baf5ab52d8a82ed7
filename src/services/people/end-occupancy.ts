import { conflict, invalidInput } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { Occupancy } from '../../entities/people/occupancy.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertFree } from './steps/assert-free.js';

interface EndOccupancy extends CommandInput {
  readonly occupancyId: string;
  /** The first day that no longer belongs to it; may lie ahead. */
  readonly untilDay: string;
}

/**
 * Ends an occupancy, or moves an end that has not come yet.
 * @rule D-30
 * @throws NOT_FOUND occupancy
 * @throws FORBIDDEN customer.manage
 * @throws INVALID_INPUT for a day that cannot be, or not after the first one
 * @throws CONFLICT when it has ended already
 * @throws RULE_REFUSED D-30 when a later end would run into the customer's next occupancy of the unit
 */
export async function endOccupancy(ctx: CommandContext, input: EndOccupancy): Promise<{ occupancyId: string }> {
  const { unitId } = await findRow(ctx, Occupancy, 'occupancy', input.occupancyId);
  await findRow(ctx, Unit, 'unit', unitId, 'lock');
  const occupancy = await findRow(ctx, Occupancy, 'occupancy', input.occupancyId, 'lock');
  authorizeOn(ctx.principal, 'customer.manage', occupancy.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', occupancy.estateId);
  const today = localDay(ctx.clock.now(), timeZone);
  assertPlausibleDay('input.untilDay', input.untilDay, today);
  if (input.untilDay <= occupancy.fromDay) throw invalidInput('input.untilDay', 'must lie after the first day');
  if (occupancy.untilDay != null && occupancy.untilDay <= today)
    throw conflict('The occupancy has ended already.', { what: 'occupancy', untilDay: occupancy.untilDay });
  const { id, customerId, capacity, fromDay } = occupancy;
  await assertFree(ctx, { id, unitId, customerId, capacity, fromDay, untilDay: input.untilDay });
  occupancy.untilDay = input.untilDay;
  ctx.record({
    type: 'identity.OCCUPANCY_ENDED',
    estateId: occupancy.estateId,
    subjectKind: 'occupancy',
    subjectId: id,
    subjectVersion: 2,
    visibility: 'INTERNAL',
    facts: { unitId, customerId, untilDay: input.untilDay },
  });
  return { occupancyId: id };
}
