import { sql, type RawBuilder } from 'kysely';
import { AGEING_BUCKETS, type AgeingBucket } from '../../domain/collection/ageing.js';
import type { Currency } from '../../domain/money/money.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { dayAsked, type AsOf } from '../ledger/as-of.js';
import { ageingTotals, type AgeingRow } from './ageing-totals.js';
import { assertAsOf, isNow, ofEstates, onEstates, type CollectionScope } from './collection-scope.js';
import { KEPT_CURRENCY, keptOfBooks } from './kept-of-books.js';
import { bucketOf } from './open-charges.js';

/** What is open of one age. */
export interface OpenOfAge {
  readonly bucket: AgeingBucket;
  readonly openMinor: number;
}

/** What is open on an estate, in one currency, by age; with the question, so that what is counted can be asked for. */
export interface OpenRow {
  readonly estateId: string;
  readonly on: string;
  readonly currency: Currency;
  readonly ages: readonly OpenOfAge[];
  readonly asked: { readonly scope: CollectionScope; readonly asOf: AsOf };
}

/**
 * What is open by age, by estate and currency, of all estates in scope: of this moment and over kinds from the sums that are kept of
 * the books by deadline, otherwise from the charges. An estate where nothing is open has no row.
 * @rule M-FEE-05
 * @throws FORBIDDEN when the asker asks about collection nowhere
 * @throws INVALID_INPUT for days that cannot be
 */
export async function openByAge(ctx: RequestContext, scope: CollectionScope, asOf: AsOf): Promise<OpenRow[]> {
  assertAsOf(asOf);
  const kept = isNow(asOf) && ofEstates(scope) && !(await hasOthers(ctx, scope));
  const asked = { scope, asOf };
  if (kept) return (await openOfSums(ctx, scope)).map((row) => ({ ...row, asked }));
  const rows = await counted(ctx, asked);
  return rows.map(({ estateId, on, currency, ages }) => ({ estateId, on, currency, ages, asked }));
}

/** Charges, households and disputes of a row: counted from the open charges, once a question. @rule M-FEE-05 @rule D-13 */
export async function countsOfAges(
  ctx: RequestContext,
  { estateId, currency, asked }: Pick<OpenRow, 'estateId' | 'currency' | 'asked'>,
): Promise<Pick<AgeingRow, 'households' | 'overdueHouseholds' | 'ages'>> {
  const rows = await counted(ctx, asked);
  const found = rows.find((row) => row.estateId === estateId && row.currency === currency);
  return found ?? { households: 0, overdueHouseholds: 0, ages: [] };
}

const counted = (ctx: RequestContext, { scope, asOf }: OpenRow['asked']): Promise<AgeingRow[]> =>
  ctx.moment.once(`ageingTotals/${JSON.stringify([scope, asOf])}`, () => ageingTotals(ctx, scope, asOf));

/** Whether something was charged in another currency than the kept one, whose amounts no sum knows. */
async function hasOthers(ctx: RequestContext, scope: CollectionScope): Promise<boolean> {
  const [row] = await ctx.moment.read(
    sql<{
      others: boolean;
    }>`select exists (select from (${keptOfBooks(ctx, booksOf(scope), 'EXCLUDED')}) s) as others`.compile(sqlFor),
  );
  return row?.others ?? false;
}

const booksOf = ({ estateIds, kinds }: CollectionScope) => ({
  estateIds: estateIds ?? null,
  kinds: kinds ?? null,
  months: null,
  asKnownOn: null,
});

interface Found extends Omit<OpenRow, 'ages' | 'asked'> {
  /** Of the ages in their order; lists of `bigint` come as texts. */
  readonly open: readonly string[];
}

/** What is open of the books by deadline: what was charged less what was paid, and what was given up as lost. */
function moved(ctx: RequestContext, scope: CollectionScope): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const kinds = among('c.kind', 'text', scope.kinds);
  return sql`
    select estate_id, ripe_day as due_day, denominator - numerator as open from (${keptOfBooks(ctx, booksOf(scope), 'COUNTED')}) k
     union all
    select e.estate_id, c.due_day, e.charge_effect_minor
      from ledger_entry e join charge c on c.company_id = e.company_id and c.id = e.charge_id
     where e.company_id = ${companyId} and c.company_id = ${companyId} and e.kind = 'WRITE_OFF' and ${onEstates(ctx, 'e.estate_id', scope.estateIds)}
       and c.currency = ${sql.lit(KEPT_CURRENCY)} ${kinds ? sql`and ${kinds}` : sql``}`;
}

/** The rows of this moment. */
async function openOfSums(ctx: RequestContext, scope: CollectionScope): Promise<Omit<OpenRow, 'asked'>[]> {
  const each = (make: (bucket: AgeingBucket) => RawBuilder<unknown>) => sql.join(AGEING_BUCKETS.map(make));
  const found = await ctx.moment.read(
    sql<Found>`
      select o.estate_id as "estateId", o.day as on, ${sql.lit(KEPT_CURRENCY)} as currency,
             array[${each((bucket) => sql`coalesce(sum(o.open) filter (where o.bucket = ${sql.lit(bucket)}), 0)::bigint`)}] as open
        from (select o.*, ${bucketOf('o')} as bucket
                from (select z.code, s.estate_id, s.due_day, ${dayAsked(ctx, {})} as day, sum(s.open) as open
                        from (${moved(ctx, scope)}) s join estate z on z.company_id = ${ctx.asker.companyId} and z.id = s.estate_id
                       group by 1, 2, 3, 4) o) o
       group by o.code, o.estate_id, o.day having sum(o.open) <> 0
       order by o.code, o.estate_id`.compile(sqlFor),
  );
  return found.map(({ open, ...row }) => ({
    ...row,
    ages: AGEING_BUCKETS.map((bucket, at) => ({ bucket, openMinor: Number(open[at] ?? 0) })),
  }));
}
