import { nextInspectionStage } from '../../domain/inspection/inspection-stage.js';
import { invalidInput } from '../../domain/errors.js';
import { dayNumber } from '../../domain/calendar/calendar-day.js';
import { localDay } from '../../domain/place/local-day.js';
import { InspectionItem } from '../../entities/inspection/inspection-item.entity.js';
import { Inspection } from '../../entities/inspection/inspection.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { announce, recordRoundEvent, type RoundOfInspections } from './steps/record-inspection-event.js';

interface PlanSiteInspection extends CommandInput {
  readonly estateId: string;
  readonly onDay: string;
  readonly announced: boolean;
  readonly points: readonly string[];
}

const MOST_POINTS = 100;

/**
 * Plans that somebody goes and looks at an estate by a checklist. The estate is told of the day where it is announced, and of
 * nothing else. Needs `inspection.conduct` on the estate.
 * @rule R-ESC-05
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day that is over, and for no or more than a hundred points
 */
export async function planSiteInspection(ctx: CommandContext, input: PlanSiteInspection): Promise<RoundOfInspections> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'inspection.conduct', estate.id);
  const { onDay, announced, points } = input;
  dayNumber(onDay, 'input.onDay');
  const now = ctx.clock.now();
  if (onDay < localDay(now, estate.timeZone)) throw invalidInput('input.onDay', 'is over');
  if (points.length < 1 || points.length > MOST_POINTS)
    throw invalidInput('input.points', `must have 1 to ${MOST_POINTS} items`, { max: MOST_POINTS });
  const { companyId, em } = ctx;
  const [id, roundId] = [newId(), newId()];
  em.create(Inspection, {
    ...{ companyId, id, estateId: estate.id, roundId, kind: 'ON_SITE', stage: nextInspectionStage('plan', null) },
    ...{ strata: [], onDay, announced, isOpen: false, version: 1 },
    ...{ plannedById: ctx.principal.subjectId, plannedAt: now },
  });
  await em.flush();
  for (const [at, point] of points.entries())
    em.create(InspectionItem, {
      ...{ companyId, id: newId(), estateId: estate.id, inspectionId: id, position: at + 1, kind: 'CHECKLIST', point },
      ...{ stratum: '', calledBack: false, isOpen: false, version: 1 },
    });
  if (announced) announce(ctx, { id, estateId: estate.id, onDay });
  return recordRoundEvent(ctx, roundId, 'PLANNED', { inspections: 1 });
}
