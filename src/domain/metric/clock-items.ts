import { CLOCKS } from '../service-clock/clock-definitions.js';
import type { ClockMilestone } from '../service-clock/clock-milestone.js';
import type { ClockRule } from '../service-clock/clock-rule.js';
import type { ExclusionReason } from './exclusion-reason.js';
import type { MetricItems } from './metric-definition.js';

/** Which clocks of tickets a metric counts. */
interface ClocksCounted {
  readonly rule: ClockRule;
  readonly milestone: ClockMilestone;
  /** Further conditions. */
  readonly and?: string;
  /** Whether an item is a clock and not a ticket: all rounds, and not the first alone. */
  readonly everyRound?: boolean;
  /** What an item belongs to: its start, or the instant that it was due. */
  readonly at?: 'started_at' | 'due_at';
  readonly leftOut?: readonly { readonly reason: ExclusionReason; readonly when: string }[];
  readonly numerator?: string;
  readonly segment?: MetricItems['segment'];
}

/**
 * Items of a deadline: an item counts when its clock has met the limit or the limit has passed; a clock that still runs is
 * pending. What was called off before its limit, or joined to another, is left out. The limit is the one that stood at the start and is
 * kept at the clock.
 * @rule R-MET-04 @rule R-MET-05 @rule R-MET-06 @rule R-MET-09
 */
export const clockItems = ({
  rule,
  milestone,
  and,
  everyRound,
  at,
  leftOut,
  numerator,
  segment,
}: ClocksCounted): MetricItems => ({
  source: 'TICKET_CLOCK',
  kinds: CLOCKS.filter((clock) => clock.rule === rule && clock.milestone === milestone).map(({ kind }) => kind),
  counts: [
    `rule = '${rule}'`,
    `milestone = '${milestone}'`,
    ...(everyRound ? [] : ['round = 1']),
    ...(and ? [and] : []),
  ].join(' and '),
  at: at ?? 'started_at',
  known: `greatest(started_at, coalesce(ended_at, breached_at, started_at))`,
  excluded: [
    ...(leftOut ?? []),
    { reason: 'MERGED', when: 'merged' },
    { reason: 'CANCELLED', when: `state = 'CANCELLED' and stage = 'CANCELLED'` },
    { reason: 'NO_LONGER_OWED', when: `state = 'CANCELLED'` },
  ],
  pending: `state in ('RUNNING', 'PAUSED')`,
  numerator: numerator ?? `(state = 'MET')::int`,
  denominator: '1',
  ...(segment ? { segment } : {}),
});
