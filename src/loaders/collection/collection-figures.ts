import { assertMonths } from '../../domain/collection/target-period.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { AsOf } from '../ledger/as-of.js';
import { collectionOfCharges } from './collection-of-charges.js';
import { collectionOfSums } from './collection-of-sums.js';
import type { CollectionOfCharges, CollectionRow, CollectionWanted } from './collection-row.js';
import { assertAsOf, ofEstates } from './collection-scope.js';
import { KEPT_CURRENCY } from './kept-of-books.js';

/**
 * What was charged for months and what payments have settled of it. Of this moment, or as known on a day,
 * over estates, months and kinds, from the sums that metrics are kept in; by building or steward, of an earlier day of the books, or in
 * another currency than theirs, from the charges.
 * @rule M-FEE-01 @rule M-FEE-02
 * @throws FORBIDDEN when the asker asks about collection nowhere
 * @throws INVALID_INPUT for months that are no period
 */
export async function collectionFigures(
  ctx: RequestContext,
  wanted: CollectionWanted,
  asOf: AsOf,
): Promise<CollectionRow[]> {
  assertAsOf(asOf);
  assertMonths(wanted, 'filter');
  const withQuestion = <R extends object>(row: R) => ({ ...row, asked: { wanted, asOf } });
  if (!isTold(asOf) || !isKept(wanted)) return (await ofCharges(ctx, wanted, asOf)).map(withQuestion);
  const { rows, others } = await collectionOfSums(ctx, wanted, asOf);
  const more = others ? await collectionOfCharges(ctx, wanted, asOf, KEPT_CURRENCY) : [];
  return [...rows, ...more].map(withQuestion);
}

/** How many households were charged, and how many of them have paid all, of a row: from the charges, once a question. @rule M-FEE-03 */
export async function householdsOf(
  ctx: RequestContext,
  row: CollectionRow,
): Promise<Pick<CollectionOfCharges, 'households' | 'paidHouseholds'>> {
  const { wanted, asOf } = row.asked;
  const found = (await ofCharges(ctx, wanted, asOf)).find((each) => keyOf(each) === keyOf(row));
  return found ?? { households: 0, paidHouseholds: 0 };
}

const keyOf = ({ estateId, month, kind, buildingId, stewardId, currency }: Omit<CollectionRow, 'asked'>): string =>
  [estateId, month, kind, buildingId, stewardId, currency].join('/');

function ofCharges(ctx: RequestContext, wanted: CollectionWanted, asOf: AsOf): Promise<CollectionOfCharges[]> {
  return ctx.moment.once(`collectionOfCharges/${JSON.stringify([wanted, asOf])}`, () =>
    collectionOfCharges(ctx, wanted, asOf),
  );
}

/**
 * Whether the changes of the sums know a day: they say when they became known, and not of which day of the books they are. Nothing is
 * booked on a day that has not come, so what was known by the end of a day is of that day or before.
 */
const isTold = ({ on, asKnownOn }: AsOf): boolean => (asKnownOn == null ? on == null : on == null || on >= asKnownOn);

/** Whether the sums that are kept answer a question: they know no buildings. */
const isKept = ({ by, ...scope }: CollectionWanted): boolean =>
  ofEstates(scope) && !by.includes('BUILDING') && !by.includes('STEWARD');
