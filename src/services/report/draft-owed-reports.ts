import { localDay } from '../../domain/place/local-day.js';
import { REPORT_KINDS } from '../../domain/report/report-kind.js';
import { lastPeriod } from '../../domain/report/report-period.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { draftOf } from './steps/draft-of.js';

interface DraftOwedReports extends CommandInput {
  readonly estateId: string;
}

/**
 * Drafts what an estate owes on the last periods that are over, by its own clocks, as far as nobody has: by the program, once
 * a day. Needs `report.write` on the estate.
 * @rule R-RPT-21 @rule R-RPR-20 @rule R-CMP-18 @rule R-CMP-19 @rule R-CMP-31 @rule R-ESC-06 @rule R-VIS-30 @rule D-14
 * @throws NOT_FOUND estate
 */
export async function draftOwedReports(
  ctx: CommandContext,
  { estateId }: DraftOwedReports,
): Promise<{ readonly estateId: string }> {
  const estate = await findRow(ctx, Estate, 'estate', estateId);
  authorizeOn(ctx.principal, 'report.write', estate.id);
  const today = localDay(ctx.clock.now(), estate.timeZone);
  for (const kind of REPORT_KINDS)
    await draftOf(ctx, { estate, kind, period: lastPeriod(kind, today), onlyOwed: true });
  return { estateId };
}
