import type { HouseholdCount } from '../place/household.js';
import type { PolicyValue } from '../policy/policies.js';

/** What an estate owes in a month follows from these policies. */
export interface QuotaPolicies {
  readonly bands: PolicyValue<'P-29'>;
  readonly base: PolicyValue<'Q-04'>;
  readonly people: PolicyValue<'P-07'>;
  readonly small: PolicyValue<'Q-38'>;
}

/** What an estate owes in a month. */
export interface VisitQuota {
  /** Percentage of the estate's band. */
  readonly percent: number;
  /** That share of the households, rounded up to whole ones. */
  readonly share: number;
  /** Households that are to be visited: the share, or the sum of the personal minimums where that is more. */
  readonly required: number;
}

/**
 * The households that an estate visits at least in a month, of the counts at its start: the percentage of the band by all
 * households, of the occupied ones, rounded up; at least the personal minimums together; nothing where nobody lives.
 * @rule R-VIS-05 @rule R-VIS-06 @rule R-VIS-07 @rule R-VIS-08 @rule R-VIS-32 @rule P-29 @rule Q-03 @rule Q-04 @rule Q-38 @rule D-28
 */
export function visitQuota(count: HouseholdCount, { bands, base, people, small }: QuotaPolicies): VisitQuota {
  const size = base.bandBy === 'ALL' ? count.households : count.occupied;
  const percent = bands.find(({ upTo }) => upTo === null || size <= upTo)?.percent ?? 0;
  const of = base.percentOf === 'ALL' ? count.households : count.occupied;
  const share = Math.ceil((percent * of) / 100);
  if (count.occupied === 0) return { percent, share: 0, required: 0 };
  const required = small === 'LARGER_OF_BOTH' ? Math.max(share, people.manager + people.supervisor) : share;
  return { percent, share, required };
}
