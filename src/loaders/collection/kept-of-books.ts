import { sql, type RawBuilder } from 'kysely';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { MonthPeriod } from '../../domain/collection/target-period.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import type { Currency } from '../../domain/money/money.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { knownBefore } from '../ledger/as-of.js';
import { onEstates } from './collection-scope.js';

/** The currency that sums of money are kept in. */
export const KEPT_CURRENCY: Currency = 'CNY';

const METRICS: readonly MetricKey[] = ['FEE_COLLECTION', 'OTHER_COLLECTION'];

/** Which sums of the books. */
interface BooksWanted {
  readonly estateIds?: readonly string[] | null;
  /** Null: all. */
  readonly kinds?: readonly ChargeKind[] | null;
  /** Null: all. */
  readonly months: MonthPeriod | null;
  /** Without what became known after this day at its estate; null: with everything. */
  readonly asKnownOn: string | null;
}

/**
 * The sums that metrics keep of the books, with what is still to be added to them: `estate_id`, `segment` (the kind), `month`,
 * `ripe_day` (the deadline), `numerator` (paid) and `denominator` (charged). Excluded is what is in another currency, in numbers of charges.
 */
export function keptOfBooks(
  ctx: RequestContext,
  { estateIds, kinds, months, asKnownOn }: BooksWanted,
  part: 'COUNTED' | 'EXCLUDED',
): RawBuilder<unknown> {
  const ofKinds = among('segment', 'text', kinds);
  const of = sql`company_id = ${ctx.asker.companyId} and metric = any(${[...METRICS]}::text[]) and part = ${part} ${ofKinds ? sql`and ${ofKinds}` : sql``}`;
  const within = (column: string) =>
    months === null
      ? sql``
      : sql`and ${sql.ref(column)} >= ${months.fromMonth}::date and ${sql.ref(column)} < ${months.untilMonth}::date`;
  const columns = sql`estate_id, segment, ripe_day, numerator, denominator`;
  const later = (table: string) => sql`
     union all
    select date_trunc('month', j.on_day)::date, j.estate_id, j.segment, j.ripe_day, -j.numerator, -j.denominator
      from (select * from ${sql.table(table)} d where ${of} ${within('on_day')} and d.recorded_day >= ${asKnownOn}::date
               and ${onEstates(ctx, 'd.estate_id', estateIds)}) j
      join estate z on z.company_id = ${ctx.asker.companyId} and z.id = j.estate_id
     where j.recorded_at >= ${knownBefore({ asKnownOn })}`;
  return sql`
    select start_day as month, ${columns} from metric_sum m
     where m.grain = 'MONTH' and ${of} ${within('start_day')} and ${onEstates(ctx, 'm.estate_id', estateIds)}
       and (m.numerator <> 0 or m.denominator <> 0)
     union all
    select date_trunc('month', on_day)::date, ${columns} from metric_fresh f
     where ${of} ${within('on_day')} and ${onEstates(ctx, 'f.estate_id', estateIds)}
     ${asKnownOn === null ? sql`` : sql`${later('metric_journal')} ${later('metric_fresh')}`}`;
}
