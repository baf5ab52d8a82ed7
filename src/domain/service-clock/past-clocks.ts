import type { RepairStage } from '../ticket/repair-stage.js';
import type { ClockMilestone } from './clock-milestone.js';
import type { ClockHappening, ClockedTicket, PoliciesOfTicket } from './clocked-ticket.js';
import { entryToTell } from './entry-to-tell.js';
import { followClocks, isOpen, type TicketClock } from './follow-clocks.js';
import { readClock } from './read-clock.js';
import { aroundTheClock } from './time-measure.js';

/** Something that happened to a repair of the past, and the repair as it stood after it. */
export interface PastStep {
  readonly ticket: ClockedTicket;
  readonly happening: ClockHappening;
  /** When it was recorded. */
  readonly recordedAt: Date;
}

/** What the clocks of the past go by. */
interface PastLaw {
  readonly policies: PoliciesOfTicket;
  readonly timeZone: string;
  /** How far history has come. */
  readonly now: Date;
}

/**
 * The clocks of a repair of the past, as if each limit that has passed had been told in its time: nobody is told of
 * history. All limits of repairs run around the clock.
 * @param known the clocks that are kept already
 * @rule R-MET-09
 */
export function pastClocks<C extends TicketClock>(
  known: readonly C[],
  steps: readonly PastStep[],
  { policies, timeZone, now }: PastLaw,
): (C | TicketClock)[] {
  let clocks: readonly (C | TicketClock)[] = known;
  for (const { ticket, happening, recordedAt } of steps)
    clocks = followClocks<C>(clocks, ticket, happening, { policies, timeZone, now: recordedAt });
  return clocks.map((clock) => {
    const told = entryToTell(readClock(clock.ledger, { ms: clock.limitMs, measure: aroundTheClock }, now), now);
    return told ? { ...clock, ledger: [...clock.ledger, told] } : clock;
  });
}

const BEFORE_ACCEPTANCE: readonly RepairStage[] = ['REPORTED', 'FORWARDED'];
const BEFORE_ARRIVAL: readonly RepairStage[] = [...BEFORE_ACCEPTANCE, 'ACCEPTED', 'SCHEDULED'];
/** Stages in which a repair still waits for a milestone. */
const AWAITED_IN: Readonly<Partial<Record<ClockMilestone, readonly string[]>>> = {
  FORWARDED: ['REPORTED'],
  ACCEPTED: BEFORE_ACCEPTANCE,
  ON_SITE: BEFORE_ARRIVAL,
  AT_THE_DOOR: BEFORE_ARRIVAL,
};

/** What is known of a repair of the past. */
interface KnownPast extends Pick<ClockedTicket, 'stage'> {
  /** Whether it is known when it was forwarded; a later step ends that clock as well, and says nothing of the desk. */
  readonly forwarded: boolean;
}

/**
 * Whether it is known how a clock went, of a repair whose milestones are not all known: the milestone was reached, or the
 * repair still waits for it. What went further without an instant says nothing about a limit.
 */
export function isTold(clock: TicketClock, { stage, forwarded }: KnownPast): boolean {
  if (isOpen(clock)) return AWAITED_IN[clock.milestone]?.includes(stage) ?? false;
  return clock.ledger.some(({ kind }) => kind === 'STOP') && (forwarded || clock.milestone !== 'FORWARDED');
}
