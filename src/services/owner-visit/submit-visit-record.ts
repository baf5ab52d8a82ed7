import { notBefore } from '../../domain/ticket/not-before.js';
import type { CommandContext } from '../command/command-context.js';
import { submit } from './steps/submit.js';
import { takeVisitStep, type VisitResult, type VisitStepInput } from './steps/take-visit-step.js';

/**
 * Hands the record of a visit to the supervisor; in time until the end of the day after the visit. Needs `visit.record` on
 * the estate.
 * @rule R-VIS-17 @rule Q-06
 * @throws NOT_FOUND visit
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-VIS-17 before it took place, and when it was handed in
 * @throws INVALID_INPUT when it was handed in before the visit, or in the future
 */
export async function submitVisitRecord(ctx: CommandContext, input: VisitStepInput): Promise<VisitResult> {
  const visit = await takeVisitStep(ctx, input, 'submit', 'visit.record');
  const visited = { name: 'visitedAt', at: visit.visitedAt ?? ctx.clock.now() };
  await submit(ctx, visit, notBefore(visited, ctx.occurredAt(input.occurredAt), input.occurredAt != null));
  return { visitId: visit.id, version: visit.version };
}
