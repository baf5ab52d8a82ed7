import { sql, type RawBuilder } from 'kysely';
import { RATED_KINDS, type CollectionDimension } from '../../domain/collection/collection-scope.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import type { Currency } from '../../domain/money/money.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked } from '../ledger/as-of.js';
import type { CollectionRow, CollectionWanted } from './collection-row.js';
import { onEstates } from './collection-scope.js';

/** The currency that sums of money are kept in. */
export const KEPT_CURRENCY: Currency = 'CNY';

const METRICS: readonly MetricKey[] = ['FEE_COLLECTION', 'OTHER_COLLECTION'];
const COLUMNS: Readonly<Record<'ESTATE' | 'MONTH' | 'KIND', string>> = {
  ESTATE: 's.estate_id',
  MONTH: 's.month',
  KIND: 's.segment',
};

/** A row before it is known of which question it is. */
type SumsRow = Omit<CollectionRow, 'asked'>;

/**
 * What was charged and collected at this moment, from the sums by month and what has not been moved into them yet; what is
 * not due at its estate is on neither side.
 * @returns the rows, and whether something of the months is in another currency than the kept one
 */
export async function collectionOfSums(
  ctx: RequestContext,
  wanted: CollectionWanted,
): Promise<{ readonly rows: SumsRow[]; readonly others: boolean }> {
  const [rows, others] = await Promise.all([
    ctx.moment.read(sums(ctx, wanted).compile(sqlFor)),
    ctx.moment.read(
      sql<{ others: boolean }>`select exists (select from (${cells(ctx, wanted, 'EXCLUDED')}) s) as others`.compile(
        sqlFor,
      ),
    ),
  ]);
  return { rows, others: others[0]?.others ?? false };
}

function sums(ctx: RequestContext, wanted: CollectionWanted): RawBuilder<SumsRow> {
  const shown = (dimension: keyof typeof COLUMNS, type: string) =>
    told(wanted.by, dimension) ? sql.raw(COLUMNS[dimension]) : sql.raw(`null::${type}`);
  return sql<SumsRow>`
    select ${shown('ESTATE', 'uuid')} as "estateId", ${shown('MONTH', 'date')} as month, ${shown('KIND', 'text')} as kind,
           null::uuid as "buildingId", null::uuid as "stewardId", ${sql.lit(KEPT_CURRENCY)} as currency,
           sum(s.denominator)::bigint as "chargedMinor", sum(s.numerator)::bigint as "collectedMinor"
      from (${cells(ctx, wanted, 'COUNTED')}) s
      join estate z on z.company_id = ${ctx.asker.companyId} and z.id = s.estate_id
     where s.ripe_day < ${dayAsked(ctx, {})}
     group by 1, 2, 3 having sum(s.denominator) <> 0 or sum(s.numerator) <> 0
     order by 1, 2, 3`;
}

const told = (by: readonly CollectionDimension[], dimension: CollectionDimension): boolean => by.includes(dimension);

/** The sums of the wanted months and kinds, and what is still to be added to them. */
function cells(ctx: RequestContext, wanted: CollectionWanted, part: 'COUNTED' | 'EXCLUDED'): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const kinds = [...(wanted.kinds ?? RATED_KINDS)];
  const of = sql`company_id = ${companyId} and metric = any(${[...METRICS]}::text[]) and part = ${part} and segment = any(${kinds}::text[])`;
  const within = (column: string) =>
    sql`${sql.ref(column)} >= ${wanted.fromMonth}::date and ${sql.ref(column)} < ${wanted.untilMonth}::date`;
  const columns = sql`estate_id, segment, ripe_day, numerator, denominator`;
  return sql`
    select start_day as month, ${columns} from metric_sum m
     where m.grain = 'MONTH' and ${of} and ${within('start_day')} and ${onEstates(ctx, 'm.estate_id', wanted.estateIds)}
       and (m.numerator <> 0 or m.denominator <> 0)
     union all
    select date_trunc('month', on_day)::date, ${columns} from metric_fresh f
     where ${of} and ${within('on_day')} and ${onEstates(ctx, 'f.estate_id', wanted.estateIds)}`;
}
