import { ruleRefused } from '../../domain/errors.js';
import { assertFault, type VisitCheckAnswers } from '../../domain/owner-visit/visit-check.js';
import { periodOf } from '../../domain/owner-visit/visit-summary.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import { newId } from '../../entities/new-id.js';
import { OwnerVisit } from '../../entities/owner-visit/owner-visit.entity.js';
import { VisitCheck } from '../../entities/owner-visit/visit-check.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOfPeriod } from './steps/fulfil-of-period.js';
import { recordVisitEvent } from './steps/record-visit-event.js';
import type { VisitResult, VisitStepInput } from './steps/take-visit-step.js';

interface CheckVisit extends VisitStepInput, VisitCheckAnswers {
  readonly finding?: string | null;
}

/**
 * Records what a spot-check of a visit found: whether it took place as recorded, and how the visitor went about it. Said
 * again, the later word holds. It is the check that the quarter owes. Needs `visit.approve` on the estate.
 * @rule R-VIS-21 @rule R-VIS-22 @rule R-VIS-25 @rule R-ORG-68
 * @throws NOT_FOUND visit
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-VIS-25 before it took place, R-ORG-68 for the visitor
 * @throws INVALID_INPUT when a fault is found and nobody says which
 */
export async function checkVisit(ctx: CommandContext, input: CheckVisit): Promise<VisitResult> {
  const { companyId, em } = ctx;
  const visit = await ctx.load(OwnerVisit, 'visit', input.visitId, input.expectedVersion);
  const { id: visitId, estateId, visitedAt, visitorId, stage } = visit;
  authorizeOn(ctx.principal, 'visit.approve', estateId);
  const { tookPlace, accurate, inUniform, keptToTheMatter, finding = null } = input;
  const answers = { tookPlace, accurate, inUniform, keptToTheMatter };
  assertFault(answers, finding);
  if (visitedAt == null) throw ruleRefused('R-VIS-25', 'A visit is checked once it was recorded.', { stage });
  if (visitorId === ctx.principal.subjectId) throw ruleRefused('R-ORG-68', 'Nobody checks the own visit.', { visitId });
  const visited = { name: 'visitedAt', at: visitedAt };
  const at = notBefore(visited, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  const found = { ...answers, finding, checkedById: ctx.principal.subjectId, checkedAt: at };
  const before = await em.findOne(VisitCheck, { companyId, visitId });
  if (before) Object.assign(before, found, { version: before.version + 1 });
  else em.create(VisitCheck, { companyId, id: newId(), estateId, visitId, ...found, version: 1 });
  visit.version += 1;
  recordVisitEvent(ctx, visit, 'CHECKED', at, answers);
  const { until } = periodOf('QUARTER', await dayAt(ctx, estateId, at));
  await fulfilOfPeriod(ctx, 'VISIT_SPOT_CHECK', { estateId, until });
  return { visitId, version: visit.version };
}
