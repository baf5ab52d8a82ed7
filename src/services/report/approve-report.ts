import type { CommandContext } from '../command/command-context.js';
import { decide } from './steps/decide.js';
import type { ReportResult } from './steps/record-report-event.js';
import type { ReportStepInput } from './steps/take-report.js';

interface ApproveReport extends ReportStepInput {
  readonly remark?: string | null;
}

/**
 * Approves a report as it was handed in; it then stands, and goes to whom its kind is for. Never who handed it in. Needs
 * `report.approve` on its estate, or `report.endorse` for what goes to the estate manager.
 * @rule R-RPT-21 @rule R-ORG-68 @rule R-RPR-21
 * @throws as `takeReport`
 * @throws RULE_REFUSED R-ORG-68 for who handed it in
 */
export const approveReport = (ctx: CommandContext, input: ApproveReport): Promise<ReportResult> =>
  decide(ctx, input, 'APPROVED', input.remark ?? null);
