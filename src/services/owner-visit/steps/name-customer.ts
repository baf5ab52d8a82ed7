import { localDay } from '../../../domain/place/local-day.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { concernOfReport, lookUpNamed } from '../../ticket/steps/concern.js';

/**
 * Says whom a visit is to: the customer's occupancy of the household on the day sees it.
 * @rule D-30
 * @throws NOT_FOUND when the customer is not one of the estate
 */
export async function nameCustomer(
  ctx: CommandContext,
  visit: OwnerVisit,
  customerId: string | null | undefined,
  at: Date,
): Promise<void> {
  if (customerId == null) return;
  const named = { estateId: visit.estateId, unitId: visit.unitId, customerId };
  const there = await lookUpNamed(ctx, named);
  const day = localDay(at, await zoneOf(ctx, visit.estateId));
  const concern = await concernOfReport(ctx, { ...named, there, day });
  visit.customerId = concern.customerId;
  visit.occupancyId = concern.occupancyId;
}
