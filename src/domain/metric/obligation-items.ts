import type { ObligationKind } from '../obligation/obligation-kind.js';
import type { MetricItems } from './metric-definition.js';

/**
 * Items of what is owed by a time: done in time attains, done late or missed does not, what is not due yet is pending. What was
 * waived, or fell away, is left out.
 * @rule R-MET-04 @rule R-MET-05
 */
export const obligationItems = (
  kinds: readonly ObligationKind[],
  { at = 'due_at', and }: { readonly at?: 'due_at' | 'owed_since'; readonly and?: string } = {},
): MetricItems => ({
  source: 'OBLIGATION',
  kinds,
  counts: and ?? 'true',
  at,
  known: `greatest(owed_since, coalesce(settled_at, missed_at, owed_since))`,
  excluded: [
    { reason: 'WAIVED', when: `state = 'WAIVED'` },
    { reason: 'NO_LONGER_OWED', when: `state = 'LAPSED'` },
  ],
  pending: `state = 'OPEN'`,
  numerator: `(state = 'FULFILLED')::int`,
  denominator: '1',
});
