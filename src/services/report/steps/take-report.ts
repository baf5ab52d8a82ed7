import type { Action } from '../../../domain/identity/action.js';
import { nextReportStage, type ReportVerb } from '../../../domain/report/report-stage.js';
import { Report } from '../../../entities/report/report.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of a report takes. */
export interface ReportStepInput extends CommandInput {
  readonly reportId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of a report's life: locked, authorised, in its next stage and version.
 * @param actionOf what the step needs on the estate
 * @throws NOT_FOUND report
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN without the action on the estate
 * @throws RULE_REFUSED R-RPT-21 where it does not stand so that the step can be taken
 */
export async function takeReport(
  ctx: CommandContext,
  { reportId, expectedVersion }: ReportStepInput,
  verb: ReportVerb,
  actionOf: (report: Report) => Action,
): Promise<Report> {
  const report = await ctx.load(Report, 'report', reportId, expectedVersion);
  authorizeOn(ctx.principal, actionOf(report), report.estateId);
  report.stage = nextReportStage(verb, report.stage);
  report.version += 1;
  return report;
}
