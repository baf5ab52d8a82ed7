import type { LocalDate } from '../../../domain/calendar/calendar-day.js';
import { ALERT_INTERVALS, type AlertInterval } from '../../../domain/metric-alert/alert-condition.js';
import type { AlertTerms } from '../../../domain/metric-alert/alert-terms.js';
import {
  periodsBack,
  periodsCompared,
  type FigureOn,
  type PeriodFigure,
} from '../../../domain/metric-alert/judge-period.js';
import { periodAround } from '../../../domain/metric/metric-period.js';
import { localDay } from '../../../domain/place/local-day.js';
import type { CommandContext } from '../../command/command-context.js';
import type { JudgedEstate } from './judged-estates.js';

interface FigureRow extends PeriodFigure {
  readonly metric: string;
  readonly estateId: string;
  readonly start: LocalDate;
}

/**
 * Sums by estate and period of what counts on a day, and may be read by all who hear of alerts: months from the months, days and weeks from the days, and what has not been folded yet.
 * @rule D-29
 */
const sumsOf = (interval: AlertInterval): string => {
  const start = (day: string): string => `date_trunc('${interval.toLowerCase()}', ${day})::date`;
  const where = `company_id = $1 and metric = any($2::text[]) and estate_id = any($3::uuid[]) and part = 'COUNTED' and reason = '' and ripe_day < $5::date`;
  return `
select metric, estate_id as "estateId", start, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
  from (select metric, estate_id, ${start('start_day')} as start, numerator, denominator from metric_sum
         where ${where} and grain = '${interval === 'MONTH' ? 'MONTH' : 'DAY'}' and start_day >= $4::date
        union all
        select metric, estate_id, ${start('on_day')}, numerator, denominator from metric_fresh
         where ${where} and on_day >= $4::date) s
 group by 1, 2, 3`;
};

/**
 * The figures that rules compare, one statement an interval.
 * @returns finds the figures of a rule on an estate
 */
export async function readAlertFigures(
  ctx: Pick<CommandContext, 'companyId' | 'execute'>,
  rules: readonly AlertTerms[],
  estates: readonly JudgedEstate[],
  now: Date,
): Promise<(terms: AlertTerms, estateId: string) => FigureOn> {
  const found = new Map<string, FigureRow>();
  const keyOf = (interval: AlertInterval, metric: string, estateId: string, start: LocalDate): string =>
    `${interval}/${metric}/${estateId}/${start}`;
  for (const interval of ALERT_INTERVALS) {
    const alike = rules.filter((terms) => terms.interval === interval);
    const [first] = alike;
    if (!first) continue;
    const today = firstToday(estates, now);
    const from = earliestDay(first, Math.max(...alike.map(periodsCompared)), today);
    const metrics = [...new Set(alike.map(({ metric }) => metric))];
    const values = [ctx.companyId, metrics, estates.map(({ id }) => id), from, today];
    for (const row of await ctx.execute<FigureRow>(sumsOf(interval), values))
      found.set(keyOf(interval, row.metric, row.estateId, row.start), row);
  }
  return ({ interval, metric }, estateId) =>
    (start) =>
      found.get(keyOf(interval, metric, estateId, start)) ?? null;
}

/** The present day of the estate on which it began last. */
const firstToday = (estates: readonly JudgedEstate[], now: Date): LocalDate =>
  estates.map(({ timeZone }) => localDay(now, timeZone)).sort()[0] ?? '';

/** The first day that any estate's comparison begins with: as many periods back from the last one that has ended. */
function earliestDay(terms: AlertTerms, compared: number, today: LocalDate): LocalDate {
  return periodsBack(periodAround(today, terms.interval), terms, compared + 1).at(-1)?.from ?? today;
}
