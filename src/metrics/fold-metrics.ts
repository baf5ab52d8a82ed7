import type { Pool } from 'pg';
import { houseVariables } from '../tenancy/session-variables.js';
import { WriteTransaction, type Execute } from '../tenancy/write/write-transaction.js';

/** Deltas that are moved at once, with all of their items: a statement stays far from its five seconds on a busy machine. */
const AT_ONCE = 10_000;

/** No item has a higher id. */
const LAST = `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;

/** Whoever holds this lock of a company, `$1`, alone writes its sums. */
export const FOLD_LOCK = `hashtextextended('guanjia metrics fold ' || $1::text, 0)`;

/** One at a time in a company; whoever comes meanwhile leaves it. */
const TURN = `select pg_try_advisory_xact_lock(${FOLD_LOCK}) as mine`;

const CELL = 'metric, estate_id, part, reason, segment, ripe_day';

/**
 * What is moved is a range of items, not a list of rows: while a long transaction fills a table that was empty when it was
 * last looked at, the planner expects a single row and would compare each of a list with every row.
 */
const FOLD = `
with moved as (
  delete from metric_fresh
   where company_id = $1
     and subject_id <= coalesce((select subject_id from metric_fresh where company_id = $1 order by subject_id offset ${AT_ONCE - 1} limit 1), ${LAST})
  returning id, ${CELL}, on_day, subject_id, numerator, denominator, recorded_at
), kept as (
  insert into metric_journal (company_id, id, ${CELL}, on_day, subject_id, numerator, denominator, recorded_at)
  select $1, id, ${CELL}, on_day, subject_id, numerator, denominator, recorded_at from moved
), cells as (
  select g.grain, g.start_day, ${CELL}, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
    from moved cross join lateral (values ('DAY', on_day), ('MONTH', date_trunc('month', on_day)::date)) g (grain, start_day)
   group by 1, 2, 3, 4, 5, 6, 7, 8
  having sum(numerator) <> 0 or sum(denominator) <> 0
), summed as (
  insert into metric_sum as s (company_id, grain, start_day, ${CELL}, numerator, denominator)
  select $1, grain, start_day, ${CELL}, numerator, denominator from cells
  on conflict (company_id, grain, start_day, metric, estate_id, part, reason, segment, ripe_day)
  do update set numerator = s.numerator + excluded.numerator, denominator = s.denominator + excluded.denominator
)
select count(*)::int as moved from moved`;

/**
 * Moves what transactions have told into the journal and the sums, inside a transaction of the house; nobody sees it in
 * both or in neither.
 * @returns whether more may be left
 */
export async function foldMetrics(execute: Execute, companyId: string): Promise<boolean> {
  const [turn] = await execute<{ mine: boolean }>(TURN, [companyId]);
  if (!turn?.mine) return false;
  const [done] = await execute<{ moved: number }>(FOLD, [companyId]);
  return (done?.moved ?? 0) >= AT_ONCE;
}

/** Moves all that transactions of a company have told, unless somebody else is at it. */
export async function foldAll(pool: Pool, companyId: string): Promise<void> {
  for (let more = true; more;) {
    const transaction = await WriteTransaction.open(pool, houseVariables(companyId));
    try {
      more = await foldMetrics(transaction.execute, companyId);
      await transaction.commit();
    } finally {
      await transaction.rollback();
    }
  }
}
