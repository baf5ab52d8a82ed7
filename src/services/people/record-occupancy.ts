import { invalidInput, notFound } from '../../domain/errors.js';
import type { OccupancyCapacity } from '../../domain/people/occupancy-capacity.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Occupancy } from '../../entities/people/occupancy.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertNotErased } from '../privacy/steps/assert-not-erased.js';
import { assertFree } from './steps/assert-free.js';

interface RecordOccupancy extends CommandInput {
  readonly unitId: string;
  readonly customerId: string;
  readonly capacity: OccupancyCapacity;
  readonly fromDay: string;
  /** The first day that no longer belongs to it, where it is known. */
  readonly untilDay?: string | null;
}

/**
 * Records that a customer holds a unit from a day on. It is what a resident's scope is made of.
 * @rule D-30
 * @throws NOT_FOUND unit, or customer when it is unknown or of another estate
 * @throws FORBIDDEN customer.manage
 * @throws INVALID_INPUT for days that cannot be
 * @throws RULE_REFUSED D-30 when the customer holds the unit in this capacity within these days already;
 * R-ARC-08 when the customer was erased
 */
export async function recordOccupancy(ctx: CommandContext, input: RecordOccupancy): Promise<{ occupancyId: string }> {
  const unit = await findRow(ctx, Unit, 'unit', input.unitId, 'lock');
  authorizeOn(ctx.principal, 'customer.manage', unit.estateId);
  const customer = await findRow(ctx, Customer, 'customer', input.customerId);
  if (customer.estateId !== unit.estateId) throw notFound('customer');
  assertNotErased(customer);
  const { timeZone } = await findRow(ctx, Estate, 'estate', unit.estateId);
  const today = localDay(ctx.clock.now(), timeZone);
  const { fromDay, untilDay = null, capacity } = input;
  assertPlausibleDay('input.fromDay', fromDay, today);
  if (untilDay !== null) assertPlausibleDay('input.untilDay', untilDay, today);
  if (untilDay !== null && untilDay <= fromDay) throw invalidInput('input.untilDay', 'must lie after fromDay');
  const held = { unitId: unit.id, customerId: customer.id, capacity, fromDay, untilDay };
  await assertFree(ctx, held);
  const occupancy = ctx.em.create(Occupancy, {
    companyId: ctx.companyId,
    id: newId(),
    estateId: unit.estateId,
    ...held,
  });
  ctx.record({
    type: 'identity.OCCUPANCY_RECORDED',
    estateId: unit.estateId,
    subjectKind: 'occupancy',
    subjectId: occupancy.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: held,
  });
  return { occupancyId: occupancy.id };
}
