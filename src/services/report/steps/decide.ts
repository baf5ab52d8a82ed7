import { reportKind } from '../../../domain/report/report-kind.js';
import type { ReportDecision } from '../../../domain/report/report-stage.js';
import type { Report } from '../../../entities/report/report.entity.js';
import { ReportRound } from '../../../entities/report/report-round.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfilOwed } from '../../obligation/steps/fulfil-owed.js';
import { assertAnotherPerson } from '../../privacy/steps/assert-another-person.js';
import { recordReportEvent, type ReportResult } from './record-report-event.js';
import { takeReport, type ReportStepInput } from './take-report.js';

/** Decides on what was handed in last; never who did so. @throws as `takeReport`; RULE_REFUSED R-ORG-68 */
export async function decide(
  ctx: CommandContext,
  input: ReportStepInput,
  decision: ReportDecision,
  remark: string | null,
): Promise<ReportResult> {
  const verb = decision === 'APPROVED' ? 'approve' : 'return';
  const report = await takeReport(ctx, input, verb, ({ kind }) => reportKind(kind).decidedWith);
  const round = await roundOf(ctx, report);
  assertAnotherPerson(ctx, round.submittedById);
  const now = ctx.clock.now();
  Object.assign(round, { decision, remark, decidedAt: now, decidedById: ctx.principal.subjectId });
  if (decision === 'APPROVED') report.approvedAt = now;
  await fulfilOwed(ctx, ['REPORT_REVIEW'], report.id, now);
  return recordReportEvent(ctx, report, decision);
}

const roundOf = (ctx: CommandContext, { id: reportId, rounds: round }: Report): Promise<ReportRound> =>
  ctx.em.findOneOrFail(ReportRound, { companyId: ctx.companyId, reportId, round });
