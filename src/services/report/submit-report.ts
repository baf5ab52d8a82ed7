import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { reportKind } from '../../domain/report/report-kind.js';
import { REVIEW_WORKING_DAYS } from '../../domain/report/review-due.js';
import { assertWritten } from '../../domain/report/report-words.js';
import { newId } from '../../entities/new-id.js';
import type { Report } from '../../entities/report/report.entity.js';
import { ReportRound } from '../../entities/report/report-round.entity.js';
import { calendarOf } from '../calendar/steps/calendar-of.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { owe } from '../obligation/steps/owe.js';
import { recordReportEvent, type ReportResult } from './steps/record-report-event.js';
import { takeReport, type ReportStepInput } from './steps/take-report.js';

/**
 * Hands a report in, for the first time or again after it came back. What counts for its deadline is the first time. The post
 * that it goes to decides within two working days. Needs `report.write` on its estate.
 * @rule R-RPT-21 @rule R-RPR-20 @rule R-CMP-18 @rule R-CMP-19 @rule R-CMP-31 @rule R-ESC-06
 * @throws as `takeReport`
 * @throws INVALID_INPUT with the parts that nobody has written
 */
export async function submitReport(ctx: CommandContext, input: ReportStepInput): Promise<ReportResult> {
  const report = await takeReport(ctx, input, 'submit', () => 'report.write');
  const { summary = null, problems = null, measures = null, suggestions = null } = report;
  assertWritten(report.kind, { summary, problems, measures, suggestions });
  const now = ctx.clock.now();
  const { companyId, em } = ctx;
  const { id: reportId, estateId, kind } = report;
  report.submittedAt ??= now;
  report.submittedById = ctx.principal.subjectId;
  report.rounds += 1;
  em.create(ReportRound, {
    ...{ companyId, id: newId(), estateId, reportId, round: report.rounds },
    ...{ submittedAt: now, submittedById: report.submittedById },
  });
  await fulfilOwed(ctx, [reportKind(kind).owed], reportId, now);
  await oweReview(ctx, report, now);
  return recordReportEvent(ctx, report, 'SUBMITTED', { inTime: report.submittedAt <= report.dueAt });
}

async function oweReview(ctx: CommandContext, { id, estateId, kind }: Report, now: Date): Promise<void> {
  const { deadline: dueAt } = workingDayDeadline(now, REVIEW_WORKING_DAYS, await calendarOf(ctx, estateId, now));
  owe(ctx, {
    ...{ kind: 'REPORT_REVIEW', estateId, subjectKind: 'REPORT', subjectId: id, dueAt },
    owner: { ownerPost: reportKind(kind).reviewer },
  });
}
