import { sql } from 'kysely';
import { AGEING_BUCKETS, type AgeingBucket } from '../../domain/collection/ageing.js';
import type { Currency } from '../../domain/money/money.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked, type AsOf } from '../ledger/as-of.js';
import { assertAsOf, onEstates, type CollectionScope } from './collection-scope.js';
import { disputedCharges } from './disputed-charges.js';
import { bucketOf, openCharges } from './open-charges.js';

/** What is open of one age on an estate, in one currency. */
export interface AgeingTotal {
  readonly bucket: AgeingBucket;
  readonly charges: number;
  readonly households: number;
  readonly openMinor: number;
  /** Of it what is disputed. */
  readonly disputedCharges: number;
  readonly disputedMinor: number;
}

/** What is open on an estate, in one currency, by age. */
export interface AgeingRow {
  readonly estateId: string;
  readonly on: string;
  readonly currency: Currency;
  /** Payers and units with something open; and with something overdue. */
  readonly households: number;
  readonly overdueHouseholds: number;
  readonly ages: readonly AgeingTotal[];
}

interface Found {
  readonly estateId: string;
  readonly on: string;
  readonly currency: Currency;
  readonly households: number;
  readonly overdueHouseholds: number;
  /** Of the ages in their order; lists of `bigint` come as texts. */
  readonly charges: readonly string[];
  readonly holders: readonly string[];
  readonly open: readonly string[];
  readonly disputed: readonly string[];
  readonly disputes: readonly string[];
}

/**
 * What is open by age, by estate and currency, of all estates in scope in one question: at the end of a day, as known on
 * another. An estate where nothing is open has no row.
 * @rule M-FEE-05 @rule R-FEE-09
 * @throws FORBIDDEN when the asker asks about collection nowhere
 * @throws INVALID_INPUT for days that cannot be
 */
export async function ageingTotals(ctx: RequestContext, scope: CollectionScope, asOf: AsOf): Promise<AgeingRow[]> {
  assertAsOf(asOf);
  const of = (what: string, bucket: AgeingBucket) => sql.raw(`${what}_${bucket.toLowerCase()}`);
  const each = (make: (bucket: AgeingBucket) => unknown) => sql.join(AGEING_BUCKETS.map(make));
  const overdue = sql.join(
    AGEING_BUCKETS.filter((bucket) => bucket !== 'NOT_DUE').map((bucket) => sql`h.${of('charges', bucket)} > 0`),
    sql` or `,
  );
  const households = sql`
    select o.estate_id, o.currency, o.payer_id, o.unit_id,
           ${each((bucket) => sql`coalesce(sum(o.open_minor) filter (where o.bucket = ${sql.lit(bucket)}), 0) as ${of('open', bucket)}`)},
           ${each((bucket) => sql`count(*) filter (where o.bucket = ${sql.lit(bucket)}) as ${of('charges', bucket)}`)},
           ${each((bucket) => sql`coalesce(sum(o.open_minor) filter (where o.bucket = ${sql.lit(bucket)} and o.disputed), 0) as ${of('disputed', bucket)}`)},
           ${each((bucket) => sql`count(*) filter (where o.bucket = ${sql.lit(bucket)} and o.disputed) as ${of('disputes', bucket)}`)}
      from (select o.*, ${bucketOf('o')} as bucket, o.id in ${disputedCharges(ctx, scope, asOf)} as disputed
              from ${openCharges(ctx, scope, asOf)} o) o
     group by o.estate_id, o.currency, o.payer_id, o.unit_id`;
  const found = await ctx.moment.read(
    sql<Found>`
      select z.id as "estateId", ${dayAsked(ctx, asOf)} as on, h.currency, h.households, h."overdueHouseholds", h.charges, h.holders, h.open, h.disputed, h.disputes
        from (select h.estate_id, h.currency, count(*) as households,
                     count(*) filter (where ${overdue}) as "overdueHouseholds",
                     array[${each((bucket) => sql`sum(h.${of('charges', bucket)})::bigint`)}] as charges,
                     array[${each((bucket) => sql`count(*) filter (where h.${of('charges', bucket)} > 0)`)}] as holders,
                     array[${each((bucket) => sql`sum(h.${of('open', bucket)})::bigint`)}] as open,
                     array[${each((bucket) => sql`sum(h.${of('disputed', bucket)})::bigint`)}] as disputed,
                     array[${each((bucket) => sql`sum(h.${of('disputes', bucket)})::bigint`)}] as disputes
                from (${households}) h group by h.estate_id, h.currency) h
        join estate z on z.company_id = ${ctx.asker.companyId} and z.id = h.estate_id
       where ${onEstates(ctx, 'z.id', scope.estateIds)}
       order by z.code, z.id, h.currency`.compile(sqlFor),
  );
  return found.map(({ charges, holders, open, disputed, disputes, ...row }) => ({
    ...row,
    ages: AGEING_BUCKETS.map((bucket, at) => ({
      bucket,
      charges: Number(charges[at] ?? 0),
      households: Number(holders[at] ?? 0),
      openMinor: Number(open[at] ?? 0),
      disputedCharges: Number(disputes[at] ?? 0),
      disputedMinor: Number(disputed[at] ?? 0),
    })),
  }));
}
