import type { MetricDefinition, MetricItems } from './metric-definition.js';

/**
 * How the times of a metric are spread: beside its sum each item is told into a bucket that keeps the six highest bits of its
 * seconds, so that percentiles come of counts that add up over days and estates as sums do. A bucket is at most one thirty-second
 * of its lower bound wide: a percentile, given as the middle of its bucket, is off by 1.6 percent at most, and exact below
 * a minute.
 */
const BITS = 6;

/** The name under which the counts of a metric's buckets stand among the sums; no name of the API. */
export const spreadKey = (key: string): string => `${key}/SPREAD`;

/** Whether a metric has percentiles: means of times do. */
export const hasSpread = ({ unit }: Pick<MetricDefinition, 'unit'>): boolean => unit === 'SECONDS';

/** The items that are counted of a metric of times, each into its own part and bucket: `URGENT/3600`. */
export function spreadItems({ items }: Pick<MetricDefinition, 'items'>): MetricItems {
  const { excluded = [], pending, segment, numerator, source, kinds, counts, at, known } = items;
  const out = [...excluded.map(({ when }) => when), ...(pending ? [pending] : [])];
  return {
    ...{ source, at, ...(kinds ? { kinds } : {}), ...(known ? { known } : {}) },
    counts: [`(${counts})`, ...out.map((when) => `(${when}) is not true`)].join(' and '),
    numerator: '1',
    denominator: null,
    segment: {
      dimension: null,
      of: `(select concat(${segment?.of ?? "''"}, '/', (b.seconds >> b.low) << b.low)
          from (select s.seconds, greatest(0, length(ltrim(s.seconds::bit(48)::text, '0')) - ${BITS}) as low
                  from (select (${numerator})::bigint as seconds) s) b)`,
    },
  };
}

/** How many items a bucket has. */
export interface Bucket {
  /** The lowest number of seconds that belongs to it. */
  readonly from: number;
  readonly items: number;
}

/** The bucket of a segment, and the part of the metric's own dimension that it is of. */
export function bucketOf(segment: string): { readonly part: string; readonly from: number } {
  const at = segment.lastIndexOf('/');
  return { part: segment.slice(0, at), from: Number(segment.slice(at + 1)) };
}

/** How many seconds wide a bucket is. */
const widthOf = (from: number): number => 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, from))) + 1 - BITS);

/**
 * The seconds that so many of a hundred items do not exceed, by nearest rank: the middle of the bucket in which that item lies;
 * null where there are none.
 * @rule M-RPR-19 @rule M-CMP-22
 */
export function percentileOf(buckets: readonly Bucket[], percent: number): number | null {
  const all = buckets.reduce((sum, { items }) => sum + items, 0);
  if (all <= 0) return null;
  let left = Math.ceil((percent * all) / 100);
  for (const { from, items } of [...buckets].sort((a, b) => a.from - b.from)) {
    left -= items;
    if (left <= 0) return from + Math.floor((widthOf(from) - 1) / 2);
  }
  return null;
}
