import type { ExportedLine } from '../../domain/metric-export/export-columns.js';
import type { ExportedSum } from '../../domain/metric-export/export-right.js';
import type { FormLanguage } from '../../domain/form/form-key.js';
import type { Metric } from '../../domain/metric/metrics.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { MetricFigure } from '../metric/metric-figure.js';
import { sumShown, valueShown } from '../metric/sum-shown.js';

/** The cells that name a metric. */
export const metricCells = ({ key, catalogueId, title, titleZh }: Metric, language: FormLanguage): ExportedLine => [
  key,
  catalogueId,
  language === 'EN' ? title : titleZh,
];

/** The sums of a figure as the asker sees them. @rule R-ORG-70 */
export const sumsShown = (ctx: RequestContext, figure: MetricFigure) => ({
  numerator: sumShown(ctx, figure, figure.sums.numerator),
  denominator: figure.metric.denominator === null ? null : sumShown(ctx, figure, figure.sums.denominator),
});

/** The cells of a figure: its unit, value, sums and what is pending. */
export function figureCells(ctx: RequestContext, figure: MetricFigure): ExportedLine {
  const { numerator, denominator } = sumsShown(ctx, figure);
  const { metric, sums } = figure;
  return [metric.unit, valueShown(ctx, figure, sums), numerator, denominator, String(sums.pending)];
}

/** The sums of a figure over all that a file holds. */
export const exportedSum = (ctx: RequestContext, figure: MetricFigure): ExportedSum => ({
  metric: figure.metric.key,
  ...sumsShown(ctx, figure),
  pending: figure.sums.pending,
});
