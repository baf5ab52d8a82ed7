import type { ReportKind } from '../../domain/report/report-kind.js';
import { assertPeriodOver, reportPeriod } from '../../domain/report/report-period.js';
import { localDay } from '../../domain/place/local-day.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { draftOf } from './steps/draft-of.js';
import type { ReportResult } from './steps/record-report-event.js';

interface DraftReport extends CommandInput {
  readonly estateId: string;
  readonly kind: ReportKind;
  /** Any day of the period. */
  readonly day: string;
}

/**
 * Drafts the report of an estate on a period that is over, with the figures of the engine; where it is drafted already that
 * one is meant. Needs `report.write` on the estate.
 * @rule R-RPT-20 @rule R-RPT-21
 * @throws NOT_FOUND estate
 * @throws RULE_REFUSED R-RPT-21 before the period is over
 */
export async function draftReport(ctx: CommandContext, input: DraftReport): Promise<ReportResult> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'report.write', estate.id);
  const period = reportPeriod(input.kind, input.day);
  assertPeriodOver(period, localDay(ctx.clock.now(), estate.timeZone));
  const drafted = await draftOf(ctx, { estate, kind: input.kind, period, onlyOwed: false });
  if (!drafted) throw new Error('What is wanted by hand is drafted.');
  return drafted;
}
