import { LockMode } from '@mikro-orm/core';
import { assertImpartial } from '../../../domain/corrective-action/assert-impartial.js';
import { notFound } from '../../../domain/errors.js';
import type { ReportVerdict } from '../../../domain/corrective-action/report-verdict.js';
import { CorrectiveActionReport } from '../../../entities/corrective-action/corrective-action-report.entity.js';
import type { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfilOwed } from '../../obligation/steps/fulfil-owed.js';
import { handsIn } from './hands-in.js';

/**
 * Writes what the asker found of the last report that an action is done; what was found before of the same report gives
 * way. The look that was owed is done.
 * @throws NOT_FOUND when there is none
 * @throws RULE_REFUSED R-ORG-68 for its owner and for who reported it, D-16 for whom the complaint behind it is about
 * @rule R-ORG-25 @rule R-ORG-68 @rule D-16
 */
export async function judgeReport(
  ctx: CommandContext,
  action: CorrectiveAction,
  verdict: ReportVerdict,
  finding: string | null,
): Promise<void> {
  const report = await ctx.em.findOne(
    CorrectiveActionReport,
    { companyId: ctx.companyId, actionId: action.id },
    { orderBy: { attempt: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!report) throw notFound('report');
  await assertImpartialOn(ctx, action, report.doneById);
  const now = ctx.clock.now();
  Object.assign(report, { verdict, finding, judgedById: ctx.principal.subjectId, judgedAt: now });
  await fulfilOwed(ctx, ['CORRECTIVE_ACTION_CHECK'], action.id, now);
}

/**
 * Refuses the asker who has had a hand in an action.
 * @throws RULE_REFUSED R-ORG-68 or D-16
 */
export const assertImpartialOn = async (
  ctx: CommandContext,
  action: CorrectiveAction,
  doneById: string | null,
): Promise<void> => {
  assertImpartial(ctx.principal.subjectId, await handsIn(ctx, action, doneById));
};
