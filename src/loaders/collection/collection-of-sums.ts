import { sql, type RawBuilder } from 'kysely';
import { RATED_KINDS, type CollectionDimension } from '../../domain/collection/collection-scope.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked, type AsOf } from '../ledger/as-of.js';
import type { CollectionRow, CollectionWanted } from './collection-row.js';
import { KEPT_CURRENCY, keptOfBooks } from './kept-of-books.js';

const COLUMNS: Readonly<Record<'ESTATE' | 'MONTH' | 'KIND', string>> = {
  ESTATE: 's.estate_id',
  MONTH: 's.month',
  KIND: 's.segment',
};

/** A row before it is known of which question it is. */
type SumsRow = Omit<CollectionRow, 'asked'>;

/**
 * What was charged and collected, of this moment or as known on a day, from the sums by month and what has not been moved into them
 * yet, without what became known later; what is not due at its estate is on neither side.
 * @returns the rows, and whether something of the months is in another currency than the kept one
 */
export async function collectionOfSums(
  ctx: RequestContext,
  wanted: CollectionWanted,
  asOf: AsOf,
): Promise<{ readonly rows: SumsRow[]; readonly others: boolean }> {
  const [rows, others] = await Promise.all([
    ctx.moment.read(sums(ctx, wanted, asOf).compile(sqlFor)),
    ctx.moment.read(
      sql<{
        others: boolean;
      }>`select exists (select from (${keptOfBooks(ctx, booksOf(wanted, asOf), 'EXCLUDED')}) s) as others`.compile(
        sqlFor,
      ),
    ),
  ]);
  return { rows, others: others[0]?.others ?? false };
}

function sums(ctx: RequestContext, wanted: CollectionWanted, asOf: AsOf): RawBuilder<SumsRow> {
  const shown = (dimension: keyof typeof COLUMNS, type: string) =>
    told(wanted.by, dimension) ? sql.raw(COLUMNS[dimension]) : sql.raw(`null::${type}`);
  return sql<SumsRow>`
    select ${shown('ESTATE', 'uuid')} as "estateId", ${shown('MONTH', 'date')} as month, ${shown('KIND', 'text')} as kind,
           null::uuid as "buildingId", null::uuid as "stewardId", ${sql.lit(KEPT_CURRENCY)} as currency,
           sum(s.denominator)::bigint as "chargedMinor", sum(s.numerator)::bigint as "collectedMinor"
      from (${keptOfBooks(ctx, booksOf(wanted, asOf), 'COUNTED')}) s
      join estate z on z.company_id = ${ctx.asker.companyId} and z.id = s.estate_id
     where s.ripe_day < ${dayAsked(ctx, asOf)}
     group by 1, 2, 3 having sum(s.denominator) <> 0 or sum(s.numerator) <> 0
     order by 1, 2, 3`;
}

const booksOf = ({ estateIds, kinds, fromMonth, untilMonth }: CollectionWanted, { asKnownOn }: AsOf) => ({
  ...{ estateIds: estateIds ?? null, kinds: kinds ?? RATED_KINDS, months: { fromMonth, untilMonth } },
  asKnownOn: asKnownOn ?? null,
});

const told = (by: readonly CollectionDimension[], dimension: CollectionDimension): boolean => by.includes(dimension);
