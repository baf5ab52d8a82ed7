import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { CollectionDimension } from '../../domain/collection/collection-scope.js';
import type { MonthPeriod } from '../../domain/collection/target-period.js';
import type { Currency } from '../../domain/money/money.js';
import type { AsOf } from '../ledger/as-of.js';
import type { CollectionScope } from './collection-scope.js';

/** Of which months, and what is told apart. */
export interface CollectionWanted extends CollectionScope, MonthPeriod {
  readonly by: readonly CollectionDimension[];
}

/** What was charged for some months, and what came in of it. */
interface Sums {
  readonly estateId: string | null;
  readonly month: string | null;
  readonly kind: ChargeKind | null;
  readonly buildingId: string | null;
  readonly stewardId: string | null;
  readonly currency: Currency;
  readonly chargedMinor: number;
  readonly collectedMinor: number;
}

/** The same of the charges themselves, with whose they are. */
export interface CollectionOfCharges extends Sums {
  readonly households: number;
  readonly paidHouseholds: number;
}

/** A row of an answer, with the question, so that what it does not say can be asked for. */
export interface CollectionRow extends Sums {
  readonly asked: { readonly wanted: CollectionWanted; readonly asOf: AsOf };
}
