import type { FormLanguage } from '../../domain/form/form-key.js';
import type { ExportedLine } from '../../domain/metric-export/export-columns.js';
import type { SeriesOrder } from '../../domain/metric-export/export-order.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { metricSeries } from '../metric/metric-points.js';
import type { MetricScope } from '../metric/metric-scope.js';
import { estateCells } from './exported-estate.js';
import { figureCells, metricCells } from './exported-figure.js';

/** A metric over time as `metricSeries` shows it, a line a point. */
export async function* seriesLines(
  ctx: RequestContext,
  scope: MetricScope,
  { metric, interval, byEstate, by }: SeriesOrder,
  language: FormLanguage,
): AsyncGenerator<ExportedLine[]> {
  const points = await metricSeries(ctx, scope, metric, { interval, byEstate, by });
  yield await Promise.all(
    points.map(async ({ period, segment, figure }) => [
      ...[
        ...metricCells(figure.metric, language),
        period.from,
        period.to,
        ...(await estateCells(ctx, figure.estateId)),
      ],
      ...[segment === '' ? null : segment, ...figureCells(ctx, figure)],
    ]),
  );
}
