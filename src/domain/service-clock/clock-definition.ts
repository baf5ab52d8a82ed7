import type { ObligationKind } from '../obligation/obligation-kind.js';
import type { Role } from '../identity/role.js';
import type { NotificationKind } from '../notification/notification-kind.js';
import type { ClockMilestone } from './clock-milestone.js';
import type { ClockPolicy, ClockRule } from './clock-rule.js';
import type { ClockedTicket, ClockHappening, PoliciesOfTicket } from './clocked-ticket.js';
import type { PauseReason } from './pause-reason.js';
import type { ClockCalendar } from './time-measure.js';

/** What a clock is given when it starts. */
export interface ClockStart {
  readonly startedAt: Date;
  /** Milliseconds. */
  readonly limitMs: number;
  readonly calendar: ClockCalendar;
}

/** What a start is decided from. */
export interface ClockOccasion {
  readonly ticket: ClockedTicket;
  readonly happening: ClockHappening;
  readonly policies: PoliciesOfTicket;
  /** The zone of the estate's days. */
  readonly timeZone: string;
}

/** One kind of clock: when it starts, what ends it, how long it has. */
export interface ClockDefinition {
  readonly kind: 'REPAIR' | 'COMPLAINT';
  readonly milestone: ClockMilestone;
  readonly rule: ClockRule;
  /** The policy that its limit comes from; null where an instant was promised or agreed. */
  readonly policy: ClockPolicy | null;
  /**
   * How often a ticket has it. ONCE; by VISIT, numbered like the visit that it waits for; EACH time anew, numbered from 1,
   * while none is open; ANEW each time, which ends the one before.
   */
  readonly repeats: 'ONCE' | 'VISIT' | 'EACH' | 'ANEW';
  /** Whether tickets that stand so have it; an open clock whose ticket no longer does is cancelled. */
  readonly applies: (ticket: ClockedTicket) => boolean;
  /** Types of happenings that may start it. */
  readonly startsOn: readonly string[];
  /** What it starts with; null where it does not start. */
  readonly start: (occasion: ClockOccasion) => ClockStart | null;
  /** Types of happenings that reach the milestone. */
  readonly stopsOn: readonly string[];
  /** Whether a happening takes away what it waits for; the end of a ticket cancels every clock. */
  readonly cancelledBy: (happening: ClockHappening, ticket: ClockedTicket) => boolean;
  /** Why it may stand still; empty: never. */
  readonly pauses: readonly PauseReason[];
  /** What is told, and to which posts, when the limit passes (domain section 44); null: nobody is told. */
  readonly tells: { readonly kind: NotificationKind; readonly posts: readonly Role[] } | null;
}

const MINUTE_MS = 60_000;

/** A limit in minutes around the clock from an instant on; null minutes set none. */
export const withinMinutes = (startedAt: Date, minutes: number | null): ClockStart | null =>
  minutes === null ? null : { startedAt, limitMs: minutes * MINUTE_MS, calendar: 'AROUND_THE_CLOCK' };

/** A limit that ends at a promised or agreed instant; none where it lies before the start. */
export const untilInstant = (startedAt: Date, dueAt: Date | null): ClockStart | null =>
  dueAt === null || dueAt < startedAt
    ? null
    : { startedAt, limitMs: dueAt.getTime() - startedAt.getTime(), calendar: 'AROUND_THE_CLOCK' };

/** An instant among the facts of an event; null where it has none. */
export function instantOf(happening: ClockHappening, name: string): Date | null {
  const value = happening.facts[name];
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : null;
}

/** What is owed about tickets and measured by a clock of theirs. */
export const CLOCKED_OBLIGATIONS = ['CALLBACK', 'COMPLAINT_REPLY'] as const satisfies readonly ObligationKind[];

/**
 * A clock that measures what somebody owes: due when the obligation is, anew when that moves; it ends as the obligation
 * does. What becomes of obligations happens to tickets as `COMPLAINT_REPLY_OWED`, with the fact `dueAt`.
 */
export const followingObligation = (kind: (typeof CLOCKED_OBLIGATIONS)[number]) =>
  ({
    repeats: 'ANEW',
    applies: () => true,
    startsOn: [`${kind}_OWED`, `${kind}_RESCHEDULED`],
    start: ({ happening }: ClockOccasion) => untilInstant(happening.at, instantOf(happening, 'dueAt')),
    stopsOn: [`${kind}_FULFILLED`],
    cancelledBy: anyOf(`${kind}_WAIVED`, `${kind}_LAPSED`),
    pauses: [],
  }) as const;

/** One of some happenings, whatever they say. */
export const anyOf =
  (...types: readonly string[]) =>
  ({ type }: ClockHappening): boolean =>
    types.includes(type);
