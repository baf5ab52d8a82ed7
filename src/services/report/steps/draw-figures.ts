import { addDays, type LocalDate } from '../../../domain/calendar/calendar-day.js';
import { ON_ANY_DAY } from '../../../domain/metric/metric-part.js';
import type { MetricKey } from '../../../domain/metric/metrics.js';
import type { MetricPeriod } from '../../../domain/metric/metric-period.js';
import type { ReportFigure } from '../../../domain/report/report-figure.js';
import { reportKind, type ReportKind } from '../../../domain/report/report-kind.js';
import { toldSince } from '../../../metrics/told-since.js';
import type { Execute } from '../../../tenancy/write/write-transaction.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';

/** Sums of days as they were known at the end of a day: what is told, without what was told since. */
const FIGURES = ((): string => {
  const where = `company_id = $1 and estate_id = any($2::uuid[]) and metric = any($3::text[]) and reason = ''
    and (ripe_day = '${ON_ANY_DAY}' or (part = 'PENDING') = (ripe_day >= $6::date))`;
  const days = 'on_day >= $4::date and on_day < $5::date';
  const since = toldSince('$6');
  return `
select estate_id as "estateId", metric, coalesce(sum(numerator) filter (where part = 'COUNTED'), 0)::bigint as numerator,
       coalesce(sum(denominator) filter (where part = 'COUNTED'), 0)::bigint as denominator,
       coalesce(sum(denominator) filter (where part = 'PENDING'), 0)::bigint as pending
  from (select estate_id, metric, part, numerator, denominator from metric_sum
         where ${where} and grain = 'DAY' and start_day >= $4::date and start_day < $5::date
        union all
        select estate_id, metric, part, numerator, denominator from metric_fresh where ${where} and ${days}
        union all
        select estate_id, metric, part, -numerator, -denominator from metric_journal where ${where} and ${days} and ${since}
        union all
        select estate_id, metric, part, -numerator, -denominator from metric_fresh where ${where} and ${days} and ${since}) s
 group by estate_id, metric`;
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
  const found = await figuresAsKnown(ctx.execute, ctx.companyId, { estateIds: [estateId], kind, period, asKnownOn });
  return { figures: found(estateId), asKnownOn };
}

interface FiguresWanted {
  readonly estateIds: readonly string[];
  readonly kind: ReportKind;
  readonly period: MetricPeriod;
  readonly asKnownOn: LocalDate;
}

/** The figures of a kind of report, as they were known at the end of a day. @returns finds those of an estate @rule R-RPT-20 */
export async function figuresAsKnown(
  execute: Execute,
  companyId: string,
  { estateIds, kind, period: { from, to }, asKnownOn }: FiguresWanted,
): Promise<(estateId: string) => ReportFigure[]> {
  const metrics: readonly MetricKey[] = reportKind(kind).figures;
  const values = [companyId, estateIds, metrics, from, to, asKnownOn];
  const rows = await execute<ReportFigure & { readonly estateId: string }>(FIGURES, values);
  const figureOf = (estateId: string, metric: MetricKey): ReportFigure => {
    const {
      numerator = 0,
      denominator = 0,
      pending = 0,
    } = rows.find((row) => row.estateId === estateId && row.metric === metric) ?? {};
    return { numerator, denominator, pending, metric };
  };
  return (estateId) => metrics.map((metric) => figureOf(estateId, metric));
}
