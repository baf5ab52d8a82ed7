import { anyOf, instantOf, untilInstant, withinMinutes, type ClockDefinition } from './clock-definition.js';
import { isAmongCalledBack } from '../callback/called-back-share.js';
import type { TicketStage } from '../ticket/ticket-stage.js';
import type { ClockedTicket } from './clocked-ticket.js';

const ordinary = ({ urgency }: ClockedTicket): boolean => urgency === 'ORDINARY';
const emergency = ({ urgency }: ClockedTicket): boolean => urgency === 'EMERGENCY';
const always = (): boolean => true;
/** Whether somebody is expected who has not come yet, at no agreed time. */
const waits = ({ stage }: ClockedTicket): boolean => stage === 'ACCEPTED';
/** Stages in which somebody is expected, at an agreed time or not. */
const COMING: readonly TicketStage[] = ['ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'];
const REGRADED = 'REPAIR_REGRADED';
/** What stands in the way of being there in time, and is not ours. */
const BEFORE_ARRIVAL = ['CUSTOMER_ABSENT', 'NO_ACCESS', 'AUTHORITY', 'WITH_DEVELOPER'] as const;

/**
 * The clocks of a repair. One that becomes an emergency has the emergency's limit from then on, one that no longer is
 * has the ordinary limit from the acceptance. Another time agreed with the customer takes the place of an ordinary arrival's limit; an
 * emergency keeps its own. Who takes the order on afterwards changes no clock.
 * @rule R-RPR-05 @rule R-RPR-07 @rule R-RPR-08 @rule R-RPR-10 @rule R-RPR-13 @rule P-18 @rule D-07 @rule D-08 @rule D-19 @rule D-23
 */
export const REPAIR_CLOCKS: readonly ClockDefinition[] = [
  {
    kind: 'REPAIR',
    milestone: 'FORWARDED',
    rule: 'R-RPR-05',
    policy: 'R-RPR-05',
    repeats: 'ONCE',
    applies: always,
    startsOn: ['REPAIR_REPORTED'],
    start: ({ happening: { at }, policies }) => withinMinutes(at, policies('R-RPR-05', at).value.forwarding),
    stopsOn: ['REPAIR_FORWARDED', 'REPAIR_ACCEPTED'],
    cancelledBy: anyOf(),
    pauses: [],
    tells: null,
  },
  {
    kind: 'REPAIR',
    milestone: 'ACCEPTED',
    rule: 'R-RPR-05',
    policy: 'R-RPR-05',
    repeats: 'ONCE',
    applies: always,
    startsOn: ['REPAIR_REPORTED'],
    start: ({ ticket, happening: { at }, policies }) => {
      const { acceptance, controlRoom } = policies('R-RPR-05', at).value;
      return withinMinutes(at, ticket.takenBy === 'CONTROL_ROOM' ? controlRoom : acceptance);
    },
    stopsOn: ['REPAIR_ACCEPTED'],
    cancelledBy: anyOf(),
    pauses: [],
    tells: { kind: 'REPAIR_NOT_ACCEPTED', posts: ['SERVICE_MANAGER', 'ENGINEERING_HEAD'] },
  },
  {
    kind: 'REPAIR',
    milestone: 'ON_SITE',
    rule: 'R-RPR-07',
    policy: 'R-RPR-07',
    repeats: 'VISIT',
    applies: ordinary,
    startsOn: ['REPAIR_ACCEPTED', 'REPAIR_REOPENED', REGRADED],
    start: ({ ticket, happening, policies }) => {
      const from = happening.type === REGRADED ? ticket.acceptedAt : happening.at;
      return from === null || !waits(ticket) ? null : withinMinutes(from, policies('R-RPR-07', from).value);
    },
    stopsOn: ['REPAIR_STARTED'],
    cancelledBy: anyOf('REPAIR_SCHEDULED'),
    pauses: BEFORE_ARRIVAL,
    tells: { kind: 'REPAIR_NOT_STARTED', posts: ['SERVICE_MANAGER', 'ENGINEERING_HEAD'] },
  },
  {
    kind: 'REPAIR',
    milestone: 'ON_SITE',
    rule: 'R-RPR-08',
    policy: 'R-RPR-08',
    repeats: 'VISIT',
    applies: emergency,
    startsOn: ['REPAIR_ACCEPTED', 'REPAIR_REOPENED', REGRADED],
    start: ({ ticket, happening: { at }, policies }) =>
      COMING.includes(ticket.stage) ? withinMinutes(at, policies('R-RPR-08', at).value) : null,
    stopsOn: ['REPAIR_STARTED'],
    cancelledBy: anyOf(),
    pauses: BEFORE_ARRIVAL,
    tells: { kind: 'REPAIR_NOT_STARTED', posts: ['SERVICE_MANAGER', 'ENGINEERING_HEAD'] },
  },
  {
    kind: 'REPAIR',
    milestone: 'AS_AGREED',
    rule: 'R-RPR-10',
    policy: null,
    repeats: 'ANEW',
    applies: always,
    startsOn: ['REPAIR_SCHEDULED'],
    start: ({ happening }) => untilInstant(happening.at, instantOf(happening, 'scheduledUntil')),
    stopsOn: ['REPAIR_STARTED'],
    cancelledBy: anyOf(),
    pauses: BEFORE_ARRIVAL,
    tells: { kind: 'REPAIR_NOT_STARTED', posts: ['SERVICE_MANAGER', 'ENGINEERING_HEAD'] },
  },
  {
    kind: 'REPAIR',
    milestone: 'AT_THE_DOOR',
    rule: 'D-23',
    policy: 'D-23',
    repeats: 'ONCE',
    applies: always,
    startsOn: ['REPAIR_REPORTED'],
    start: ({ ticket, happening: { at }, policies }) => {
      const limits = policies('D-23', at).value;
      return withinMinutes(at, emergency(ticket) ? limits.emergency : limits.ordinary);
    },
    stopsOn: ['REPAIR_STARTED'],
    cancelledBy: ({ type }, ticket) => type === 'REPAIR_SCHEDULED' && ordinary(ticket),
    pauses: BEFORE_ARRIVAL,
    tells: null,
  },
  callbackClock('CALLED_BACK', 'R-RPR-13', 'REPAIR_RETURNED', ['RETURNED']),
  callbackClock('CALLED_BACK_AFTER_WORK', 'D-23', 'REPAIR_COMPLETED', ['COMPLETED', 'SIGNED', 'RETURNED']),
];

/**
 * A callback within the limit from what it counts from, as long as the desk owes one; 0 minutes set no limit. What the
 * desk owes has the later of both limits.
 * @param from stages in which a repair that has joined another, and follows it there, has come to what it counts from
 */
function callbackClock(
  milestone: 'CALLED_BACK' | 'CALLED_BACK_AFTER_WORK',
  rule: 'R-RPR-13' | 'D-23',
  start: string,
  from: readonly TicketStage[],
): ClockDefinition {
  return {
    kind: 'REPAIR',
    milestone,
    rule,
    policy: 'P-18',
    repeats: 'EACH',
    applies: ({ concernsCustomer }) => concernsCustomer,
    startsOn: [start, 'FOLLOWED'],
    start: ({ ticket, happening: { type, at }, policies }) =>
      (type === 'FOLLOWED' && !from.includes(ticket.stage)) ||
      !isAmongCalledBack(ticket.id, policies('P-08', at).value.repairsPercent)
        ? null
        : withinMinutes(at, policies('P-18', at).value || null),
    stopsOn: ['REPAIR_CALLED_BACK'],
    cancelledBy: ({ type }, { phase }) =>
      type === 'REPAIR_REOPENED' || type === 'CALLBACK_WAIVED' || (type === 'UNMERGED' && phase !== 'RESOLVED'),
    pauses: [],
    tells: milestone === 'CALLED_BACK' ? { kind: 'CALLBACK_OVERDUE', posts: ['SERVICE_MANAGER'] } : null,
  };
}
