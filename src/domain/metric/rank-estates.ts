import type { MetricDefinition } from './metric-definition.js';
import type { MetricSums } from './metric-value.js';

/** An estate that is to be ranked. */
interface Ranked {
  readonly sums: MetricSums;
  /** Whether it has recorded nothing. */
  readonly silent: boolean;
}

/**
 * Estates by a metric, the best first: by the rate, then the larger denominator, then the order they come in. Estates without data,
 * and silent ones, which must not rank well for saying nothing, stand behind the others and have no rank. Where neither
 * more nor less is better, more comes first.
 * @rule R-MET-13 @rule D-25
 */
export function rankEstates<E extends Ranked>(
  metric: MetricDefinition,
  estates: readonly E[],
): { readonly estate: E; readonly rank: number | null }[] {
  const hasData = ({ sums, silent }: E): boolean => !silent && (metric.denominator === null || sums.denominator > 0);
  const ratio = ({ sums }: E): number => sums.numerator / (metric.denominator === null ? 1 : sums.denominator);
  const sign = metric.better === 'LESS' ? 1 : -1;
  const ranked = estates
    .filter(hasData)
    .map((estate, at) => ({ estate, at }))
    .sort(
      (a, b) =>
        sign * (ratio(a.estate) - ratio(b.estate)) ||
        b.estate.sums.denominator - a.estate.sums.denominator ||
        a.at - b.at,
    );
  return [
    ...ranked.map(({ estate }, at) => ({ estate, rank: at + 1 })),
    ...estates.filter((estate) => !hasData(estate)).map((estate) => ({ estate, rank: null })),
  ];
}
