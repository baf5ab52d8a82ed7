import { drawSample } from '../../domain/inspection/draw-sample.js';
import { nextInspectionStage } from '../../domain/inspection/inspection-stage.js';
import { invalidInput } from '../../domain/errors.js';
import { metricPeriod, type MetricPeriod } from '../../domain/metric/metric-period.js';
import { InspectionItem } from '../../entities/inspection/inspection-item.entity.js';
import { Inspection } from '../../entities/inspection/inspection.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findAll } from '../place/steps/find-all.js';
import { readPopulation, type Recorded } from './steps/population.js';
import { recordRoundEvent, type RoundOfInspections } from './steps/record-inspection-event.js';

interface PlanVerification extends CommandInput {
  readonly estateIds: readonly string[];
  /** The days on which tickets were closed and visits made. */
  readonly period: MetricPeriod;
  /** How many records of each estate. */
  readonly perEstate: number;
}

const MOST_ESTATES = 50;
const MOST_PER_ESTATE = 100;

/**
 * Draws closed tickets and visits of a period, estate by estate, whose customers are then asked whether what was recorded is
 * so. An estate without any is left out. The estates learn nothing of it. Needs `inspection.conduct` on each of them.
 * @rule R-ESC-05 @rule D-27 @rule R-VIS-09
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for no or too many estates, a period that is none, and a sample below 1 or above 100
 */
export async function planVerification(ctx: CommandContext, input: PlanVerification): Promise<RoundOfInspections> {
  const { estateIds, perEstate } = input;
  if (estateIds.length < 1 || estateIds.length > MOST_ESTATES)
    throw invalidInput('input.estateIds', `must name 1 to ${MOST_ESTATES}`, { max: MOST_ESTATES });
  if (perEstate < 1 || perEstate > MOST_PER_ESTATE)
    throw invalidInput('input.perEstate', `must lie between 1 and ${MOST_PER_ESTATE}`, { max: MOST_PER_ESTATE });
  const { from: periodFrom, to: periodTo } = metricPeriod(input.period, 'input.period');
  const estates = await findAll(ctx, Estate, 'estate', estateIds);
  for (const { id } of estates) authorizeOn(ctx.principal, 'inspection.conduct', id);
  const population = await readPopulation(ctx, { estateIds: estates.map(({ id }) => id), periodFrom, periodTo });
  const { companyId, em } = ctx;
  const roundId = newId();
  const samples: { readonly inspectionId: string; readonly estateId: string; readonly drawn: readonly Recorded[] }[] =
    [];
  for (const { id: estateId } of estates.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const own = population.filter((each) => each.estateId === estateId);
    if (own.length === 0) continue;
    const [id, seed] = [newId(), newId()];
    const { drawn, strata } = drawSample(seed, perEstate, own);
    em.create(Inspection, {
      ...{ companyId, id, estateId, roundId, kind: 'VERIFICATION', stage: nextInspectionStage('plan', null) },
      ...{ periodFrom, periodTo, seed, strata, announced: false, isOpen: false, version: 1 },
      ...{ plannedById: ctx.principal.subjectId, plannedAt: ctx.clock.now() },
    });
    samples.push({ inspectionId: id, estateId, drawn });
  }
  await em.flush();
  for (const { inspectionId, estateId, drawn } of samples)
    for (const [at, { id: subjectId, kind, stratum, calledBack }] of drawn.entries())
      em.create(InspectionItem, {
        ...{ companyId, id: newId(), estateId, inspectionId, position: at + 1, kind, stratum, subjectId, calledBack },
        ...{ isOpen: false, version: 1 },
      });
  return recordRoundEvent(ctx, roundId, 'PLANNED', { inspections: samples.length });
}
