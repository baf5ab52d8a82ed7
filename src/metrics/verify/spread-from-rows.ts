/**
 * Into which bucket of time each counted item of a metric belongs, asked of the same rows: the widest power of two that leaves
 * thirty-two steps below the time, and the time without what is over.
 */
export const spreadFromRows = (items: string): string => `
select i.zone, i.estate_id, i.at, null::text as why, concat(i.segment, '/', i.n - i.n % w.width) as segment, 1 as n, 0 as d
  from (select zone, estate_id, at, segment, n::bigint as n from (${items}) r where why is null) i
 cross join lateral (
   select coalesce(max(1::bigint << j), 1) as width from generate_series(0, 40) j where (32::bigint << j) <= i.n) w`;
