import { addCalendarMonths } from '../calendar/calendar-day.js';
import { deadlineOfLocalDay } from '../calendar/local-instant.js';
import type { ComplaintClass } from '../complaint/complaint-class.js';
import { localDay } from '../place/local-day.js';
import type { PolicyValue } from '../policy/policies.js';
import {
  anyOf,
  followingObligation,
  untilInstant,
  withinMinutes,
  type ClockDefinition,
  type ClockOccasion,
  type ClockStart,
} from './clock-definition.js';
import type { ClockedTicket } from './clocked-ticket.js';

const LODGED = 'COMPLAINT_LODGED';
const REOPENED = 'COMPLAINT_REOPENED';
const RECTIFIED = 'COMPLAINT_RECTIFIED';
const REPORTED = 'COMPLAINT_DEPARTMENT_REPORTED';
const INTERIM = 'COMPLAINT_REPLIED_INTERIM';
const REPLIED = 'COMPLAINT_REPLIED';
const EXPLAINED = 'COMPLAINT_DECLINED';
const JUDGED = 'COMPLAINT_JUDGED';
/** What may give a complaint another class. */
const CLASSED = ['COMPLAINT_RAISED', 'COMPLAINT_LOWERED'];

const ofClass =
  (name: ComplaintClass) =>
  ({ complaintClass }: ClockedTicket): boolean =>
    complaintClass === name;
const unanswered = ({ phase }: ClockedTicket): boolean => phase === 'OPEN' || phase === 'IN_PROGRESS';
/** What may keep a department from putting it right, and is not ours. */
const IN_OTHER_HANDS = [
  'CUSTOMER_ABSENT',
  'NO_ACCESS',
  'PARTS_AWAITED',
  'CONSENT_AWAITED',
  'WITH_DEVELOPER',
  'WITH_SUPPLIER',
  'AUTHORITY',
] as const;

/**
 * Whether the clock starts with this happening: when what it counts from has come, and with a class that is given after
 * that. @rule P-19
 */
function hasCome({ ticket, happening, policies }: ClockOccasion, clock: keyof PolicyValue<'P-19'>): boolean {
  const anchor = policies('P-19', happening.at).value[clock];
  const raised = CLASSED.includes(happening.type);
  if (anchor === 'RECEIVED') return raised || happening.type === LODGED || happening.type === REOPENED;
  if (anchor === 'RECTIFIED') return raised ? ticket.rectifiedAt !== null : happening.type === RECTIFIED;
  return raised ? ticket.departmentReportedAt !== null : happening.type === REPORTED;
}

/** A limit that starts where P-19 says, as long as the customer waits for the final reply. */
const anchored = (
  occasion: ClockOccasion,
  clock: keyof PolicyValue<'P-19'>,
  start: ClockStart | null,
): ClockStart | null => (unanswered(occasion.ticket) && hasCome(occasion, clock) ? start : null);

const ANCHORS = [LODGED, REOPENED, RECTIFIED, REPORTED, ...CLASSED];

/**
 * The clocks of a complaint. Those of a class start when it is given, where that is later than what they count from; an
 * interim reply stops those that wait for word to the customer. Promised replies and callbacks are owed by somebody, and
 * their clocks follow the obligation.
 * @rule R-CMP-06 @rule R-CMP-07 @rule R-CMP-10 @rule R-CMP-13 @rule R-CMP-17 @rule R-CMP-24 @rule R-CMP-37
 * @rule R-CBK-04 @rule P-18 @rule P-19 @rule P-20 @rule Q-10 @rule D-01 @rule D-06
 */
export const COMPLAINT_CLOCKS: readonly ClockDefinition[] = [
  {
    kind: 'COMPLAINT',
    milestone: 'RECTIFICATION_REPORTED',
    rule: 'R-CMP-06',
    policy: 'R-CMP-06',
    repeats: 'EACH',
    applies: ofClass('GENERAL'),
    startsOn: ANCHORS,
    start: (occasion) => {
      const { ticket, happening, policies } = occasion;
      if (ticket.departmentReportedAt !== null) return null;
      const limit = withinMinutes(happening.at, policies('R-CMP-06', happening.at).value);
      return anchored(occasion, 'departmentReport', limit);
    },
    stopsOn: [REPORTED, REPLIED],
    cancelledBy: anyOf(),
    pauses: [],
    tells: { kind: 'COMPLAINT_LATE', posts: ['SERVICE_MANAGER'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'RESULT_TOLD',
    rule: 'R-CMP-07',
    policy: 'R-CMP-07',
    repeats: 'EACH',
    applies: ofClass('GENERAL'),
    startsOn: ANCHORS,
    start: (occasion) => {
      const { happening, policies } = occasion;
      const limit = withinMinutes(happening.at, policies('R-CMP-07', happening.at).value);
      return anchored(occasion, 'generalReply', limit);
    },
    stopsOn: [REPLIED],
    cancelledBy: anyOf(),
    pauses: ['CUSTOMER_ABSENT'],
    tells: { kind: 'COMPLAINT_LATE', posts: ['SERVICE_MANAGER'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'RECTIFIED',
    rule: 'R-CMP-10',
    policy: 'R-CMP-10',
    repeats: 'EACH',
    applies: ofClass('IMPORTANT'),
    startsOn: ANCHORS,
    start: (occasion) => {
      if (occasion.ticket.rectifiedAt !== null) return null;
      return anchored(occasion, 'importantRectified', twelveHours(occasion, 'R-CMP-10'));
    },
    stopsOn: [RECTIFIED, REPLIED],
    cancelledBy: anyOf(),
    pauses: IN_OTHER_HANDS,
    tells: { kind: 'COMPLAINT_LATE', posts: ['SERVICE_MANAGER', 'ESTATE_MANAGER'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'HANDLING_TOLD',
    rule: 'R-CMP-13',
    policy: 'R-CMP-13',
    repeats: 'EACH',
    applies: ofClass('MAJOR'),
    startsOn: ANCHORS,
    start: (occasion) => {
      const { happening, policies } = occasion;
      if (!policies('P-20', happening.at).value.measured) return null;
      const limit = withinMinutes(happening.at, policies('R-CMP-13', happening.at).value);
      return anchored(occasion, 'majorReply', limit);
    },
    stopsOn: [INTERIM, REPLIED, EXPLAINED],
    cancelledBy: anyOf(),
    pauses: [],
    tells: { kind: 'COMPLAINT_LATE', posts: ['SERVICE_MANAGER', 'ESTATE_MANAGER'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'FEEDBACK',
    rule: 'R-CMP-17',
    policy: 'R-CMP-17',
    repeats: 'EACH',
    applies: () => true,
    startsOn: [LODGED, REOPENED, RECTIFIED, REPORTED],
    start: (occasion) => anchored(occasion, 'feedback', twelveHours(occasion, 'R-CMP-17')),
    stopsOn: [INTERIM, REPLIED, EXPLAINED],
    cancelledBy: anyOf(),
    pauses: [],
    tells: { kind: 'COMPLAINT_NOT_FED_BACK', posts: ['SERVICE_MANAGER', 'ESTATE_MANAGER'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'PROMISED_REPLY',
    rule: 'R-CMP-24',
    policy: null,
    ...followingObligation('COMPLAINT_REPLY'),
    tells: { kind: 'PROMISED_REPLY_DUE', posts: ['FRONT_DESK'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'CALLED_BACK',
    rule: 'R-CBK-04',
    policy: 'P-18',
    ...followingObligation('CALLBACK'),
    tells: { kind: 'CALLBACK_OVERDUE', posts: ['SERVICE_MANAGER'] },
  },
  {
    kind: 'COMPLAINT',
    milestone: 'SOLVED',
    rule: 'R-CMP-37',
    policy: 'R-CMP-37',
    repeats: 'EACH',
    applies: () => true,
    startsOn: [LODGED, REOPENED, JUDGED],
    start: ({ ticket, happening, policies, timeZone }) => {
      if (!unanswered(ticket) || isDismissed(happening)) return null;
      const { reportedAt } = ticket;
      const day = addCalendarMonths(localDay(reportedAt, timeZone), policies('R-CMP-37', reportedAt).value);
      return untilInstant(reportedAt, deadlineOfLocalDay(day, timeZone));
    },
    stopsOn: [REPLIED, EXPLAINED],
    cancelledBy: (happening) => isDismissed(happening),
    pauses: ['WITH_DEVELOPER', 'WITH_SUPPLIER', 'AUTHORITY'],
    tells: null,
  },
];

/** Twelve hours count around the clock, or only those of the desk where the company says so. */
function twelveHours({ happening, policies }: ClockOccasion, key: 'R-CMP-10' | 'R-CMP-17'): ClockStart | null {
  const limit = withinMinutes(happening.at, policies(key, happening.at).value);
  return limit && { ...limit, calendar: policies('Q-10', happening.at).value };
}

/** Whether it was judged not to concern the company. */
const isDismissed = ({ type, facts }: ClockOccasion['happening']): boolean =>
  type === JUDGED && facts['substantiated'] === false;
