import { REPORT_SECTIONS, type ReportWords } from '../../domain/report/report-words.js';
import type { CommandContext } from '../command/command-context.js';
import { drawFigures } from './steps/draw-figures.js';
import { recordReportEvent, type ReportResult } from './steps/record-report-event.js';
import { takeReport, type ReportStepInput } from './steps/take-report.js';

interface WriteReport extends ReportStepInput, Partial<ReportWords> {
  /** Whether the figures are drawn anew. */
  readonly redraw?: boolean | null;
}

/**
 * Writes parts of a report that is a draft or came back; what is not named stays, null takes a part out. Its figures are drawn
 * anew where that is wished. Needs `report.write` on its estate.
 * @rule R-RPT-20 @rule R-RPT-21
 * @throws as `takeReport`
 */
export async function writeReport(ctx: CommandContext, input: WriteReport): Promise<ReportResult> {
  const report = await takeReport(ctx, input, 'write', () => 'report.write');
  for (const section of REPORT_SECTIONS) if (input[section] !== undefined) report[section] = input[section];
  if (input.redraw === true) {
    const period = { from: report.fromDay, to: report.untilDay };
    Object.assign(report, await drawFigures(ctx, report.estateId, report.kind, period));
  }
  return recordReportEvent(ctx, report, 'WRITTEN', { asKnownOn: report.asKnownOn });
}
