import type { FormLanguage } from '../../domain/form/form-key.js';
import type { ExportedLine } from '../../domain/metric-export/export-columns.js';
import type { ScorecardsOrder } from '../../domain/metric-export/export-order.js';
import { isAttained } from '../../domain/metric/metric-value.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { estateScorecards, type EstateScorecard } from '../metric/estate-scorecards.js';
import type { MetricScope } from '../metric/metric-scope.js';
import { estateCells } from './exported-estate.js';
import { figureCells, metricCells } from './exported-figure.js';

/** Estates in memory at once. */
const ESTATES = 100;

/** The figures of estates as `estateScorecards` shows them, a line an estate and metric. */
export async function* scorecardLines(
  ctx: RequestContext,
  scope: MetricScope,
  { metrics, rankBy }: ScorecardsOrder,
  language: FormLanguage,
): AsyncGenerator<ExportedLine[]> {
  for (let after: string | null = null; ;) {
    const page = await estateScorecards(ctx, scope, { metrics, rankBy, first: ESTATES, after });
    const lines = await Promise.all(page.nodes.map((card) => linesOf(ctx, card, language)));
    yield lines.flat();
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function linesOf(ctx: RequestContext, card: EstateScorecard, language: FormLanguage): Promise<ExportedLine[]> {
  const estate = await estateCells(ctx, card.estateId);
  const rank = card.rank === null ? null : String(card.rank);
  return card.figures.map((figure) => {
    const { metric, sums, excluded } = figure;
    const attained = isAttained(metric, sums);
    const leftOut = [...excluded.values()].reduce((sum, count) => sum + count, 0);
    return [
      ...[rank, ...estate, ...metricCells(metric, language), ...figureCells(ctx, figure), String(leftOut)],
      metric.target === null ? null : String(metric.target),
      attained === null ? null : YES_NO[language][attained ? 0 : 1],
      String(card.health.silentDays),
    ];
  });
}

const YES_NO: Readonly<Record<FormLanguage, readonly [string, string]>> = { EN: ['yes', 'no'], ZH_CN: ['是', '否'] };
