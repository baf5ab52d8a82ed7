import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What can become of a visit. */
type VisitHappening =
  'SAMPLED' | 'APPOINTED' | 'RECORDED' | 'SUBMITTED' | 'REVIEWED' | 'FED_BACK' | 'CHECKED' | 'DROPPED';

/** Residents hear what they have agreed to, taken part in and been told. @rule D-30 */
const TOLD: readonly VisitHappening[] = ['APPOINTED', 'RECORDED', 'FED_BACK'];

/** Tells what became of a visit, under the version that it now has. */
export function recordVisitEvent(
  ctx: CommandContext,
  visit: OwnerVisit,
  type: VisitHappening,
  occurredAt: Date,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): void {
  const { stage, unitId, cycleId, sampled, mode, visitorId, appointmentAt } = visit;
  ctx.record({
    type: `visit.${type}`,
    estateId: visit.estateId,
    subjectKind: 'ownerVisit',
    subjectId: visit.id,
    subjectVersion: visit.version,
    occupancyId: visit.occupancyId ?? null,
    visibility: TOLD.includes(type) ? 'CUSTOMER' : 'INTERNAL',
    occurredAt,
    facts: {
      stage,
      unitId,
      cycleId,
      sampled,
      mode: mode ?? null,
      visitorId: visitorId ?? null,
      appointmentAt: appointmentAt?.toISOString() ?? null,
      ...facts,
    },
  });
}
