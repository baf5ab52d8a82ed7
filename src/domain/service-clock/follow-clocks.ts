import type { ClockDefinition, ClockStart } from './clock-definition.js';
import { CLOCKS } from './clock-definitions.js';
import { isSuspended, type ClockEntry } from './clock-ledger.js';
import type { ClockMilestone } from './clock-milestone.js';
import type { ClockPolicy, ClockRule } from './clock-rule.js';
import type { ClockHappening, ClockedTicket, PoliciesOfTicket } from './clocked-ticket.js';

/** A clock of a ticket, with its ledger. */
export interface TicketClock extends ClockStart {
  readonly milestone: ClockMilestone;
  readonly rule: ClockRule;
  /** Of a visit: its number, unless visits to another ticket came before; else how many such clocks the ticket has had. */
  readonly round: number;
  /** The policy that its limit comes from, and the version that was in force; null for a default or a promise. */
  readonly policy: ClockPolicy | null;
  readonly policyVersion: number | null;
  readonly ledger: readonly ClockEntry[];
}

/** What clocks go by beside the ticket itself. */
export interface ClockLaw {
  readonly policies: PoliciesOfTicket;
  /** The zone of the estate's days. */
  readonly timeZone: string;
  /** When the house learns of it. */
  readonly now: Date;
}

/** Whether a clock has neither reached what it waits for nor lost its ground. */
const isLive = ({ ledger }: Pick<TicketClock, 'ledger'>): boolean =>
  !ledger.some(({ kind }) => kind === 'STOP' || kind === 'CANCEL');

/** Whether a clock has not ended. */
export const isOpen = (clock: Pick<TicketClock, 'ledger'>): boolean => isLive(clock) && !isSuspended(clock.ledger);

/**
 * The clocks of a ticket after something has happened to it: what reaches a milestone stops its clock, what takes the
 * ground away cancels it, and what starts one starts it. Those of the work of a ticket that has joined another are
 * suspended; when it leaves and is still to be worked on they are restored, due when they always were. Clocks that nothing
 * has changed are the same objects.
 * @param ticket as it stands after the happening
 * @rule D-19 @rule R-MET-09 @rule R-MET-11 @rule R-DSP-03 @rule D-27
 */
export function followClocks<C extends TicketClock>(
  clocks: readonly (C | TicketClock)[],
  ticket: ClockedTicket,
  happening: ClockHappening,
  law: ClockLaw,
): (C | TicketClock)[] {
  const ended = ticket.phase === 'CLOSED' || ticket.phase === 'CANCELLED';
  let followed = clocks.map((clock) => {
    const definition = definitionOf(clock, ticket);
    if (definition.stopsOn.includes(happening.type) && stops(clock, happening.at))
      return entered(clock, 'STOP', happening, law);
    const groundless = ended || !definition.applies(ticket) || definition.cancelledBy(happening, ticket);
    if (groundless) return isLive(clock) ? entered(clock, 'CANCEL', happening, law) : clock;
    if (isElsewhere(definition, ticket)) return isOpen(clock) ? decided(clock, 'SUSPEND', law) : clock;
    return isLive(clock) && isSuspended(clock.ledger) && isBack(ticket, happening)
      ? decided(clock, 'RESTORE', law)
      : clock;
  });
  for (const definition of CLOCKS) {
    if (definition.kind !== ticket.kind || ended || !definition.startsOn.includes(happening.type)) continue;
    const fresh = startOf(definition, followed, ticket, happening, law);
    if (!fresh) continue;
    if (definition.repeats === 'ANEW')
      followed = followed.map((clock) =>
        isOf(definition, clock) && isOpen(clock) ? entered(clock, 'CANCEL', happening, law) : clock,
      );
    followed.push(isElsewhere(definition, ticket) ? decided(fresh, 'SUSPEND', law) : fresh);
  }
  return followed;
}

/** Milestones of the work, as against word to the customer. */
const OF_WORK: readonly ClockMilestone[] = [
  'FORWARDED',
  'ACCEPTED',
  'ON_SITE',
  'AS_AGREED',
  'AT_THE_DOOR',
  'RECTIFIED',
  'RECTIFICATION_REPORTED',
];

/** Whether what a clock waits for happens on the ticket that this one has joined. */
const isElsewhere = ({ milestone }: ClockDefinition, { joined }: ClockedTicket): boolean =>
  joined && OF_WORK.includes(milestone);

/**
 * Whether a ticket has left the one that it had joined with its work still to be done; where its customer has opened it
 * again, the work was done there, and what comes is another one's.
 */
const isBack = ({ phase }: ClockedTicket, { type, facts }: ClockHappening): boolean =>
  type === 'UNMERGED' && facts['cause'] !== 'NOT_SATISFIED' && (phase === 'OPEN' || phase === 'IN_PROGRESS');

/** The definition that a clock was started by. */
export function definitionOf(clock: Pick<TicketClock, 'milestone' | 'rule'>, ticket: ClockedTicket): ClockDefinition {
  const found = CLOCKS.filter((each) => isOf(each, clock));
  const definition = found.find((each) => each.applies(ticket)) ?? found[0];
  if (!definition) throw new Error(`No clock waits for ${clock.milestone} by ${clock.rule}.`);
  return definition;
}

const isOf = (definition: ClockDefinition, { milestone, rule }: Pick<TicketClock, 'milestone' | 'rule'>): boolean =>
  definition.milestone === milestone && definition.rule === rule;

/** An open clock; and one that a later word has stopped, when it turns out that the milestone was reached before. */
function stops(clock: TicketClock, at: Date): boolean {
  if (isOpen(clock)) return true;
  const stopped = clock.ledger.find(({ kind }) => kind === 'STOP');
  return stopped !== undefined && at < stopped.at && at >= clock.startedAt;
}

const entered = <C extends TicketClock>(
  clock: C,
  kind: 'STOP' | 'CANCEL',
  { at }: ClockHappening,
  law: ClockLaw,
): C => ({
  ...clock,
  ledger: [...clock.ledger, { kind, at, recordedAt: law.now }],
});

/** What the house decides about a clock holds from when it is entered: no passed limit is taken back. @rule D-27 */
const decided = <C extends TicketClock>(clock: C, kind: 'SUSPEND' | 'RESTORE', { now }: ClockLaw): C => ({
  ...clock,
  ledger: [...clock.ledger, { kind, at: now, recordedAt: now }],
});

function startOf(
  definition: ClockDefinition,
  clocks: readonly TicketClock[],
  ticket: ClockedTicket,
  happening: ClockHappening,
  { policies, timeZone, now }: ClockLaw,
): TicketClock | null {
  if (!definition.applies(ticket)) return null;
  const round = roundOf(definition, clocks, ticket);
  const start = round === null ? null : definition.start({ ticket, happening, policies, timeZone });
  if (round === null || start === null) return null;
  const { milestone, rule, policy } = definition;
  return {
    milestone,
    rule,
    round,
    policy,
    policyVersion: policy === null ? null : policies(policy, start.startedAt).version,
    ...start,
    ledger: [{ kind: 'START', at: start.startedAt, recordedAt: now }],
  };
}

/** The number of the clock that would start; null where the ticket has it already. */
function roundOf(definition: ClockDefinition, clocks: readonly TicketClock[], ticket: ClockedTicket): number | null {
  const mine = clocks.filter((clock) => isOf(definition, clock));
  const next = Math.max(0, ...mine.map(({ round }) => round)) + 1;
  if (definition.repeats === 'ANEW') return next;
  if (definition.repeats === 'EACH') return mine.some(isOpen) ? null : next;
  const countsVisits = definition.repeats === 'VISIT' && !mine.some(({ ledger }) => isSuspended(ledger));
  const round = countsVisits ? ticket.visits + 1 : next;
  return mine.some((clock) => clock.round === round) || (definition.repeats === 'ONCE' && mine.length > 0)
    ? null
    : round;
}
