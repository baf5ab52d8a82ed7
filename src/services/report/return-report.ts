import type { CommandContext } from '../command/command-context.js';
import { decide } from './steps/decide.js';
import type { ReportResult } from './steps/record-report-event.js';
import type { ReportStepInput } from './steps/take-report.js';

interface ReturnReport extends ReportStepInput {
  readonly reason: string;
}

/**
 * Gives a report back with a reason: it is written and handed in again. Never who handed it in. Needs `report.approve` on its
 * estate, or `report.endorse` for what goes to the estate manager.
 * @rule R-RPT-21 @rule R-ORG-68
 * @throws as `takeReport`
 * @throws RULE_REFUSED R-ORG-68 for who handed it in
 */
export const returnReport = (ctx: CommandContext, input: ReturnReport): Promise<ReportResult> =>
  decide(ctx, input, 'RETURNED', input.reason);
