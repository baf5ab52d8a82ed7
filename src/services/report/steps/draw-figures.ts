import { addDays, type LocalDate } from '../../../domain/calendar/calendar-day.js';
import { ON_ANY_DAY } from '../../../domain/metric/metric-part.js';
import type { MetricKey } from '../../../domain/metric/metrics.js';
import type { MetricPeriod } from '../../../domain/metric/metric-period.js';
import type { ReportFigure } from '../../../domain/report/report-figure.js';
import { reportKind, type ReportKind } from '../../../domain/report/report-kind.js';
import type { Execute } from '../../../tenancy/write/write-transaction.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';

/** Sums of days as they were known at the end of a day: what is told, without what was told since. */
const FIGURES = ((): string => {
  const where = `company_id = $1 and estate_id = $2 and metric = any($3::text[]) and reason = ''
    and (ripe_day = '${ON_ANY_DAY}' or (part = 'PENDING') = (ripe_day >= $6::date))`;
  const days = 'on_day >= $4::date and on_day < $5::date';
  const since = `recorded_at >= (select ($6::date + 1)::timestamp at time zone c.time_zone from company c where c.id = $1)`;
  return `
select metric, coalesce(sum(numerator) filter (where part = 'COUNTED'), 0)::bigint as numerator,
       coalesce(sum(denominator) filter (where part = 'COUNTED'), 0)::bigint as denominator,
       coalesce(sum(denominator) filter (where part = 'PENDING'), 0)::bigint as pending
  from (select metric, part, numerator, denominator from metric_sum
         where ${where} and grain = 'DAY' and start_day >= $4::date and start_day < $5::date
        union all
        select metric, part, numerator, denominator from metric_fresh where ${where} and ${days}
        union all
        select metric, part, -numerator, -denominator from metric_journal where ${where} and ${days} and ${since}
        union all
        select metric, part, -numerator, -denominator from metric_fresh where ${where} and ${days} and ${since}) s
 group by metric`;
})();

/**
 * The figures of a kind of report, as they were known at the end of yesterday by the company's clocks: asked of the engine for
 * the same days, as known on that day, they are the same for ever.
 * @rule R-RPT-20
 */
export async function drawFigures(
  ctx: CommandContext,
  estateId: string,
  kind: ReportKind,
  period: MetricPeriod,
): Promise<{ readonly figures: ReportFigure[]; readonly asKnownOn: LocalDate }> {
  const asKnownOn = addDays(await dayAt(ctx, null, ctx.clock.now()), -1);
  const figures = await figuresAsKnown(ctx.execute, ctx.companyId, { estateId, kind, period, asKnownOn });
  return { figures, asKnownOn };
}

interface FiguresWanted {
  readonly estateId: string;
  readonly kind: ReportKind;
  readonly period: MetricPeriod;
  readonly asKnownOn: LocalDate;
}

/** The figures of a kind of report, as they were known at the end of a day. @rule R-RPT-20 */
export async function figuresAsKnown(
  execute: Execute,
  companyId: string,
  { estateId, kind, period: { from, to }, asKnownOn }: FiguresWanted,
): Promise<ReportFigure[]> {
  const metrics: readonly MetricKey[] = reportKind(kind).figures;
  const rows = await execute<ReportFigure>(FIGURES, [companyId, estateId, metrics, from, to, asKnownOn]);
  const none = { numerator: 0, denominator: 0, pending: 0 };
  return metrics.map((metric) => ({ ...none, ...rows.find((row) => row.metric === metric), metric }));
}
