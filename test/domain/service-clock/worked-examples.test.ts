import { describe, expect, test } from '@jest/globals';
import { localDay } from '../../../src/domain/place/local-day.js';
import { PolicyBook } from '../../../src/domain/policy/policy-book.js';
import type { ClockedTicket } from '../../../src/domain/service-clock/clocked-ticket.js';
import { followClocks, type TicketClock } from '../../../src/domain/service-clock/follow-clocks.js';
import { readClock } from '../../../src/domain/service-clock/read-clock.js';
import { aroundTheClock } from '../../../src/domain/service-clock/time-measure.js';

const ZONE = 'Asia/Shanghai';
const at = (time: string): Date => new Date(`2026-03-${time}+08:00`);
type Step = readonly [
  type: string,
  time: string,
  change?: Partial<ClockedTicket>,
  facts?: Readonly<Record<string, string>>,
];

const TICKET: ClockedTicket = {
  ...{ id: '019ac000-0000-7000-8000-000000000001', kind: 'REPAIR', phase: 'OPEN', stage: 'REPORTED' },
  ...{ urgency: 'ORDINARY', complaintClass: null, takenBy: 'DESK', concernsCustomer: true, joined: false, visits: 0 },
  ...{ reportedAt: at('04T10:00:00'), acceptedAt: null, rectifiedAt: null, departmentReportedAt: null },
};
const COMPLAINT: ClockedTicket = {
  ...{ ...TICKET, kind: 'COMPLAINT', stage: 'RECORDED', urgency: null, complaintClass: 'GENERAL' },
  reportedAt: at('04T20:00:00'),
};
const NOON = at('05T12:00:00');

/** How a clock stands after a story; undefined where it never ran. */
function stateOf(clock: string, begin: ClockedTicket, steps: readonly Step[], asOf = NOON): string | undefined {
  const book = new PolicyBook([]);
  let ticket = begin;
  let clocks: TicketClock[] = [];
  for (const [type, time, change = {}, facts = {}] of steps) {
    ticket = { ...ticket, ...change };
    clocks = followClocks(
      clocks,
      ticket,
      { type, at: at(time), facts },
      {
        policies: (key, from) => book.at(key, { day: localDay(from, ZONE), estateId: 'e' }),
        ...{ timeZone: ZONE, now: at(time) },
      },
    );
  }
  const found = clocks.find(({ rule, milestone }) => `${rule} ${milestone}` === clock);
  return found && readClock(found.ledger, { ms: found.limitMs, measure: aroundTheClock }, asOf).state;
}

/** Attained of those that count: what was called off, suspended or still runs is out. */
function attained(states: readonly (string | undefined)[]): string {
  const met = states.filter((state) => state === 'MET').length;
  const counted = met + states.filter((state) => state === 'BREACHED').length;
  return `${met} ÷ ${counted} = ${((100 * met) / counted).toFixed(1)}%`;
}

describe('the worked examples of section 43.10 that concern tickets', () => {
  const accepted = (time: string): Step => [
    'REPAIR_ACCEPTED',
    time,
    { stage: 'ACCEPTED', phase: 'IN_PROGRESS', acceptedAt: at(time) },
  ];

  test('M-RPR-01 · reported 10:00:00, accepted 10:03:00 attained, 10:03:01 not; a voided duplicate is out: 1 ÷ 2', () => {
    const reported: Step = ['REPAIR_REPORTED', '04T10:00:00'];
    const state = (...steps: Step[]) => stateOf('R-RPR-05 ACCEPTED', TICKET, [reported, ...steps]);
    const states = [
      state(accepted('04T10:03:00')),
      state(accepted('04T10:03:01')),
      state(['REPAIR_CANCELLED', '04T10:02:00', { stage: 'CANCELLED', phase: 'CANCELLED' }]),
    ];
    expect(states).toEqual(['MET', 'BREACHED', 'CANCELLED']);
    expect(attained(states)).toBe('1 ÷ 2 = 50.0%');
  });

  test('M-RPR-02 · accepted 14:00, started 14:20 is not attained; with another time agreed for 16:00 it is out: 0 ÷ 1', () => {
    const begun: readonly Step[] = [['REPAIR_REPORTED', '04T13:58:00'], accepted('04T14:00:00')];
    const started: Step = ['REPAIR_STARTED', '04T14:20:00', { stage: 'ON_SITE', visits: 1 }];
    const until = { scheduledUntil: at('04T16:00:00').toISOString() };
    const agreed: Step = ['REPAIR_SCHEDULED', '04T14:05:00', { stage: 'SCHEDULED' }, until];
    const states = [[started], [agreed]].map((more) => stateOf('R-RPR-07 ON_SITE', TICKET, [...begun, ...more]));
    expect(states).toEqual(['BREACHED', 'CANCELLED']);
    expect(attained(states)).toBe('0 ÷ 1 = 0.0%');
  });

  test('M-CMP-08 · received 20:00, feedback 07:59 attained, nothing by 08:00 not, received an hour ago pending: 1 ÷ 2', () => {
    const lodged: Step = ['COMPLAINT_LODGED', '04T20:00:00'];
    const feedback: Step = ['COMPLAINT_REPLIED_INTERIM', '05T07:59:00'];
    const states = [
      stateOf('R-CMP-17 FEEDBACK', COMPLAINT, [lodged, feedback]),
      stateOf('R-CMP-17 FEEDBACK', COMPLAINT, [lodged], at('05T08:00:01')),
      stateOf('R-CMP-17 FEEDBACK', COMPLAINT, [lodged], at('04T21:00:00')),
    ];
    expect(states).toEqual(['MET', 'BREACHED', 'RUNNING']);
    expect(attained(states)).toBe('1 ÷ 2 = 50.0%');
  });
});
