import type { VisitOrganiser } from '../../../domain/owner-visit/visit-mode.js';
import type { VisitStage } from '../../../domain/owner-visit/visit-stage.js';
import { newId } from '../../../entities/new-id.js';
import { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What a visit begins with. */
interface NewVisit {
  readonly estateId: string;
  readonly unitId: string;
  readonly cycleId: string;
  readonly organiser: VisitOrganiser;
  readonly stage: VisitStage;
  /** First day of the month that it is drawn in; null where nobody draws it. */
  readonly drawnMonth: string | null;
}

/** A new visit, of which nothing more is known yet. */
export const newVisit = (ctx: CommandContext, visit: NewVisit): OwnerVisit =>
  ctx.em.create(OwnerVisit, {
    companyId: ctx.companyId,
    id: newId(),
    ...visit,
    customerId: null,
    occupancyId: null,
    sampled: visit.drawnMonth !== null,
    assignedPost: null,
    mode: null,
    visitorId: null,
    visitorPost: null,
    appointmentAt: null,
    appointedAt: null,
    visitedAt: null,
    inQuietHours: false,
    quietHoursReason: null,
    unannounced: false,
    repeated: false,
    byOtherPost: false,
    counts: false,
    signature: null,
    satisfaction: null,
    submittedAt: null,
    reviewedAt: null,
    reviewedById: null,
    version: 1,
  });
