import { describe, expect, test } from '@jest/globals';
import { localDay } from '../../../src/domain/place/local-day.js';
import { PolicyBook, type StoredPolicyVersion } from '../../../src/domain/policy/policy-book.js';
import type { ClockedTicket, ClockHappening } from '../../../src/domain/service-clock/clocked-ticket.js';
import { followClocks, type TicketClock } from '../../../src/domain/service-clock/follow-clocks.js';
import { readClock, type ClockReading } from '../../../src/domain/service-clock/read-clock.js';
import { aroundTheClock } from '../../../src/domain/service-clock/time-measure.js';

const ZONE = 'Asia/Shanghai';
const at = (time: string): Date => new Date(time.length > 12 ? `${time}+08:00` : `2026-03-04T${time}+08:00`);

interface Step {
  readonly type: string;
  readonly at: string;
  readonly facts?: ClockHappening['facts'];
  /** What the step has changed about the ticket. */
  readonly ticket?: Partial<ClockedTicket>;
}

const REPAIR: ClockedTicket = {
  kind: 'REPAIR',
  phase: 'OPEN',
  stage: 'REPORTED',
  urgency: 'ORDINARY',
  complaintClass: null,
  takenBy: 'DESK',
  id: '019ac000-0000-7000-8000-000000000001',
  concernsCustomer: true,
  joined: false,
  visits: 0,
  reportedAt: at('10:00:00'),
  acceptedAt: null,
  rectifiedAt: null,
  departmentReportedAt: null,
};
const COMPLAINT: ClockedTicket = {
  ...REPAIR,
  kind: 'COMPLAINT',
  stage: 'RECORDED',
  urgency: null,
  complaintClass: 'GENERAL',
};

/** The clocks of a story, by rule and milestone, and round where it is not the first. */
function tell(
  begin: ClockedTicket,
  steps: readonly Step[],
  { asOf = at('2026-03-04T23:00:00'), versions = [] }: { asOf?: Date; versions?: readonly StoredPolicyVersion[] } = {},
): Record<string, ClockReading> {
  const book = new PolicyBook(versions);
  let ticket = begin;
  let clocks: TicketClock[] = [];
  for (const step of steps) {
    ticket = { ...ticket, ...step.ticket };
    const happening = { type: step.type, at: at(step.at), facts: step.facts ?? {} };
    clocks = followClocks(clocks, ticket, happening, {
      policies: (key, from) => book.at(key, { day: localDay(from, ZONE), estateId: 'e' }),
      timeZone: ZONE,
      now: at(step.at),
    });
  }
  const named = clocks.map((clock) => [
    `${clock.rule} ${clock.milestone}${clock.round === 1 ? '' : ` ${clock.round}`}`,
    readClock(clock.ledger, { ms: clock.limitMs, measure: aroundTheClock }, asOf),
  ]);
  return Object.fromEntries(named) as Record<string, ClockReading>;
}
const states = (clocks: Record<string, ClockReading>): Record<string, string> =>
  Object.fromEntries(Object.entries(clocks).map(([name, { state }]) => [name, state]));

const REPORTED: Step = { type: 'REPAIR_REPORTED', at: '10:00:00' };
const forwarded = (time: string): Step => ({ type: 'REPAIR_FORWARDED', at: time, ticket: { stage: 'FORWARDED' } });
const accepted = (time: string): Step => ({
  type: 'REPAIR_ACCEPTED',
  at: time,
  ticket: { stage: 'ACCEPTED', phase: 'IN_PROGRESS', acceptedAt: at(time) },
});
const started = (time: string, visits = 1): Step => ({
  type: 'REPAIR_STARTED',
  at: time,
  ticket: { stage: 'ON_SITE', visits },
});
const completed = (time: string): Step => ({
  type: 'REPAIR_COMPLETED',
  at: time,
  ticket: { stage: 'COMPLETED', phase: 'RESOLVED' },
});
const returned = (time: string): Step => ({ type: 'REPAIR_RETURNED', at: time, ticket: { stage: 'RETURNED' } });
const ON_SITE_IN_TIME: readonly Step[] = [REPORTED, forwarded('10:01:00'), accepted('10:03:00'), started('10:18:00')];

describe('the clocks of a repair', () => {
  test.each([
    ['10:02:59', 'MET'],
    ['10:03:00', 'MET'],
    ['10:03:01', 'BREACHED'],
  ])('R-RPR-05, D-07 · M-RPR-01, M-RPR-01b: reported 10:00:00, forwarded and accepted %s is %s', (time, state) => {
    expect(states(tell(REPAIR, [REPORTED, forwarded(time), accepted(time)]))).toMatchObject({
      'R-RPR-05 FORWARDED': state,
      'R-RPR-05 ACCEPTED': state,
    });
  });

  test('R-RPR-05 · the desk may be in time where Engineering is not', () => {
    expect(states(tell(REPAIR, [REPORTED, forwarded('10:03:00'), accepted('10:04:00')]))).toMatchObject({
      'R-RPR-05 FORWARDED': 'MET',
      'R-RPR-05 ACCEPTED': 'BREACHED',
    });
  });

  test.each([
    ['ORDINARY', '10:17:00', 'R-RPR-07 ON_SITE', 'MET'],
    ['ORDINARY', '10:17:01', 'R-RPR-07 ON_SITE', 'BREACHED'],
    ['EMERGENCY', '10:12:00', 'R-RPR-08 ON_SITE', 'MET'],
    ['EMERGENCY', '10:12:01', 'R-RPR-08 ON_SITE', 'BREACHED'],
  ] as const)(
    'R-RPR-07, R-RPR-08 · M-RPR-02, M-RPR-04: accepted 10:02, %s, started %s: %s is %s',
    (urgency, time, clock, state) => {
      const told = states(tell({ ...REPAIR, urgency }, [REPORTED, accepted('10:02:00'), started(time)]));
      expect(told[clock]).toBe(state);
      expect(Object.keys(told).filter((name) => name.endsWith('ON_SITE'))).toEqual([clock]);
    },
  );

  test.each([
    ['ORDINARY', '10:18:00', 'MET'],
    ['ORDINARY', '10:18:01', 'BREACHED'],
    ['EMERGENCY', '10:13:00', 'MET'],
    ['EMERGENCY', '10:13:01', 'BREACHED'],
  ] as const)('D-23 · call to door, %s, reported 10:00:00, started %s is %s', (urgency, time, state) => {
    const told = states(tell({ ...REPAIR, urgency }, [REPORTED, accepted('10:03:00'), started(time)]));
    expect(told['D-23 AT_THE_DOOR']).toBe(state);
  });

  test('R-RPR-10 · M-RPR-02, M-RPR-05: accepted 14:00, another time agreed for 16:00, started 15:58: the ordinary limit is out', () => {
    const agreed = {
      type: 'REPAIR_SCHEDULED',
      at: '14:05:00',
      facts: { scheduledUntil: at('16:00:00').toISOString() },
    };
    const steps = [{ ...REPORTED, at: '13:59:00' }, accepted('14:00:00'), agreed];
    expect(states(tell(REPAIR, [...steps, started('15:58:00')]))).toMatchObject({
      'R-RPR-07 ON_SITE': 'CANCELLED',
      'R-RPR-10 AS_AGREED': 'MET',
      'D-23 AT_THE_DOOR': 'CANCELLED',
    });
    expect(states(tell(REPAIR, [...steps, started('16:00:01')]))).toMatchObject({ 'R-RPR-10 AS_AGREED': 'BREACHED' });
    const again = { ...agreed, at: '15:00:00', facts: { scheduledUntil: at('18:00:00').toISOString() } };
    expect(states(tell(REPAIR, [...steps, again, started('18:00:00')]))).toMatchObject({
      'R-RPR-10 AS_AGREED': 'CANCELLED',
      'R-RPR-10 AS_AGREED 2': 'MET',
    });
  });

  test('R-RPR-08 · an agreed other time does not exempt an emergency', () => {
    const agreed = {
      type: 'REPAIR_SCHEDULED',
      at: '10:05:00',
      facts: { scheduledUntil: at('16:00:00').toISOString() },
    };
    const told = states(tell({ ...REPAIR, urgency: 'EMERGENCY' }, [REPORTED, accepted('10:02:00'), agreed]));
    expect(told).toMatchObject({ 'R-RPR-08 ON_SITE': 'BREACHED', 'D-23 AT_THE_DOOR': 'BREACHED' });
  });

  test('R-RPR-10 · what was late before another time was agreed stays late', () => {
    const agreed = {
      type: 'REPAIR_SCHEDULED',
      at: '10:30:00',
      facts: { scheduledUntil: at('16:00:00').toISOString() },
    };
    expect(states(tell(REPAIR, [REPORTED, accepted('10:02:00'), agreed]))).toMatchObject({
      'R-RPR-07 ON_SITE': 'BREACHED',
    });
  });

  test('D-19 · assigning and accepting again start nothing anew; every visit has its own clock', () => {
    const told = tell(REPAIR, [
      ...ON_SITE_IN_TIME.slice(0, 3),
      { type: 'ASSIGNED', at: '10:10:00' },
      accepted('10:12:00'),
      started('10:18:00'),
      completed('11:00:00'),
      { type: 'REPAIR_REOPENED', at: '12:00:00', ticket: { stage: 'ACCEPTED', phase: 'IN_PROGRESS' } },
      started('12:16:00', 2),
    ]);
    expect(told['R-RPR-07 ON_SITE']).toMatchObject({ state: 'MET', startedAt: at('10:03:00') });
    expect(told['R-RPR-07 ON_SITE 2']).toMatchObject({ state: 'BREACHED', startedAt: at('12:00:00') });
    expect(Object.keys(told).filter((name) => name.includes('ON_SITE'))).toHaveLength(2);
  });

  test('D-27 · an emergency has its own limit from when it becomes one, an ordinary repair from the acceptance', () => {
    const regraded = (time: string, urgency: 'ORDINARY' | 'EMERGENCY'): Step => ({
      type: 'REPAIR_REGRADED',
      at: time,
      ticket: { urgency },
    });
    const up = tell(REPAIR, [REPORTED, accepted('10:02:00'), regraded('10:05:00', 'EMERGENCY'), started('10:15:00')]);
    expect(up['R-RPR-07 ON_SITE']).toMatchObject({ state: 'CANCELLED' });
    expect(up['R-RPR-08 ON_SITE']).toMatchObject({ state: 'MET', dueAt: at('10:15:00') });
    const emergency = { ...REPAIR, urgency: 'EMERGENCY' } as const;
    const down = tell(emergency, [
      REPORTED,
      accepted('10:02:00'),
      regraded('10:05:00', 'ORDINARY'),
      started('10:18:00'),
    ]);
    expect(down['R-RPR-07 ON_SITE']).toMatchObject({ state: 'BREACHED', dueAt: at('10:17:00') });
  });

  test('P-18, R-RPR-13 · the customer is called back within a day of the return, and of the end of the work (D-23)', () => {
    const called = { type: 'REPAIR_CALLED_BACK', at: '2026-03-05T12:00:00' };
    const steps = [...ON_SITE_IN_TIME, completed('11:00:00'), returned('12:00:00')];
    const asOf = at('2026-03-06T00:00:00');
    expect(states(tell(REPAIR, [...steps, called], { asOf }))).toMatchObject({
      'R-RPR-13 CALLED_BACK': 'MET',
      'D-23 CALLED_BACK_AFTER_WORK': 'BREACHED',
    });
    const none = Object.keys(tell({ ...REPAIR, concernsCustomer: false }, [...steps, called], { asOf }));
    expect(none.filter((name) => name.includes('CALLED_BACK'))).toEqual([]);
    const closed = { type: 'REPAIR_CLOSED', at: '13:00:00', ticket: { phase: 'CLOSED' } } as const;
    for (const end of [closed, { type: 'CALLBACK_WAIVED', at: '13:00:00' }])
      expect(states(tell(REPAIR, [...steps, end], { asOf }))).toMatchObject({
        'R-RPR-13 CALLED_BACK': 'CANCELLED',
        'D-23 CALLED_BACK_AFTER_WORK': 'CANCELLED',
      });
  });

  test('R-MET-06 · a ticket that is called off cancels what has not passed, and starts nothing', () => {
    const off = (time: string): Step => ({ type: 'REPAIR_CANCELLED', at: time, ticket: { phase: 'CANCELLED' } });
    expect(states(tell(REPAIR, [REPORTED, off('10:03:00')]))).toEqual({
      'R-RPR-05 FORWARDED': 'CANCELLED',
      'R-RPR-05 ACCEPTED': 'CANCELLED',
      'D-23 AT_THE_DOOR': 'CANCELLED',
    });
    expect(states(tell(REPAIR, [REPORTED, off('10:03:01')]))).toMatchObject({ 'R-RPR-05 ACCEPTED': 'BREACHED' });
  });

  const joins = (time: string): Step => ({ type: 'MERGED', at: time, ticket: { joined: true } });
  const follows = (time: string, ticket: Step['ticket'] = {}): Step => ({ type: 'FOLLOWED', at: time, ticket });
  const leaves = (time: string, facts: Step['facts'] = {}, ticket: Step['ticket'] = {}): Step => ({
    type: 'UNMERGED',
    at: time,
    facts,
    ticket: { joined: false, ...ticket },
  });
  const ACCEPTED = 'R-RPR-05 ACCEPTED';

  test('R-DSP-03 · a repair that joins another waits there; no limit of the work passes here', () => {
    const joined = [REPORTED, joins('10:01:00')];
    const closed: Step = { type: 'REPAIR_CLOSED', at: '12:00:00', ticket: { phase: 'CLOSED', stage: 'CLOSED' } };
    for (const steps of [joined, [...joined, closed]])
      expect(states(tell(REPAIR, steps))).toEqual({
        'R-RPR-05 FORWARDED': 'CANCELLED',
        'R-RPR-05 ACCEPTED': 'CANCELLED',
        'D-23 AT_THE_DOOR': 'CANCELLED',
      });
    expect(states(tell(REPAIR, [REPORTED, joins('10:03:01')]))[ACCEPTED]).toBe('BREACHED');
  });

  test.each([
    ['10:02:00', '10:03:00', { state: 'MET', breachedAt: null }],
    ['10:02:00', '10:03:01', { state: 'BREACHED', breachedAt: at('10:03:00') }],
    ['10:30:00', '10:30:01', { state: 'BREACHED', breachedAt: at('10:03:00') }],
  ])(
    'R-DSP-03, D-27 · joined at 10:01, on its own at %s, accepted at %s: %j, as if it had never joined',
    (left, time, read) => {
      const out = tell(REPAIR, [REPORTED, joins('10:01:00'), leaves(left), accepted(time)]);
      expect(out[ACCEPTED]).toMatchObject({ ...read, dueAt: at('10:03:00'), pausedSeconds: 0, stoppedAt: at(time) });
      expect(out['D-23 AT_THE_DOOR']?.dueAt).toEqual(at('10:18:00'));
    },
  );

  test('R-DSP-03, D-27 · joined and left twice, it is due when it always was', () => {
    const twice = [joins('10:01:00'), leaves('10:01:30'), joins('10:02:00'), leaves('10:02:30')];
    const asOf = at('10:02:45');
    expect(tell(REPAIR, [REPORTED, ...twice], { asOf })[ACCEPTED]).toMatchObject({ state: 'RUNNING', endedAt: null });
    expect(tell(REPAIR, [REPORTED, ...twice.slice(0, 3)], { asOf })[ACCEPTED]).toMatchObject({
      state: 'CANCELLED',
      dueAt: at('10:03:00'),
    });
  });

  test('R-CBK-01 · R-RPR-13 · R-DSP-03 · the callback of a joined repair has its own clock, until it stands by itself again', () => {
    const done = { stage: 'COMPLETED', phase: 'RESOLVED' } as const;
    const followed = [
      REPORTED,
      joins('10:01:00'),
      follows('10:05:00', { stage: 'ON_SITE' }),
      follows('11:00:00', done),
    ];
    const back = follows('12:00:00', { stage: 'RETURNED' });
    const called = { type: 'REPAIR_CALLED_BACK', at: '15:00:00' };
    expect(tell(REPAIR, [...followed, back, called])).toMatchObject({
      'D-23 CALLED_BACK_AFTER_WORK': { state: 'MET', startedAt: at('11:00:00') },
      'R-RPR-13 CALLED_BACK': { state: 'MET', startedAt: at('12:00:00') },
    });
    const left = leaves('11:30:00', {}, { stage: 'REPORTED', phase: 'OPEN' });
    expect(states(tell(REPAIR, [...followed, left]))).toMatchObject({
      'D-23 CALLED_BACK_AFTER_WORK': 'CANCELLED',
      [ACCEPTED]: 'BREACHED',
    });
  });

  test('R-CBK-03 · R-RPR-07, R-RPR-08 · opened again after the other ticket’s work, it waits for a visit of its own, from then on', () => {
    const again = { stage: 'ACCEPTED', phase: 'IN_PROGRESS' } as const;
    for (const [urgency, name, minute] of [
      ['ORDINARY', 'R-RPR-07 ON_SITE 2', '15'],
      ['EMERGENCY', 'R-RPR-08 ON_SITE 2', '10'],
    ] as const) {
      const out = tell({ ...REPAIR, urgency }, [
        REPORTED,
        accepted('10:02:00'),
        joins('10:03:00'),
        follows('11:00:00', { stage: 'COMPLETED', phase: 'RESOLVED' }),
        leaves('13:00:00', { cause: 'NOT_SATISFIED' }, again),
        { type: 'REPAIR_REOPENED', at: '13:00:00' },
        started('13:09:00'),
      ]);
      expect(out[name]).toMatchObject({ state: 'MET', dueAt: at(`13:${minute}:00`) });
      expect(out[name.slice(0, -2)]).toMatchObject({ state: 'CANCELLED', breachedAt: null });
    }
  });

  test('R-MET-09 · a limit is the one in force on the day on which its clock begins, the day of the report for others', () => {
    const set = (version: number, effectiveFrom: string, value: number): StoredPolicyVersion => ({
      id: `arrival ${version}`,
      key: 'R-RPR-07',
      estateId: 'e',
      version,
      effectiveFrom,
      value,
      estatesMayOverride: true,
    });
    const versions = [set(1, '2026-03-01', 15), set(2, '2026-03-05', 40)];
    const overnight = [{ ...REPORTED, at: '23:59:00' }, accepted('2026-03-05T00:01:00')];
    expect(tell(REPAIR, overnight, { versions })['R-RPR-07 ON_SITE']?.dueAt).toEqual(at('2026-03-05T00:41:00'));
    expect(tell(REPAIR, [REPORTED, accepted('10:01:00')], { versions })['R-RPR-07 ON_SITE']?.dueAt).toEqual(
      at('10:16:00'),
    );
  });

  test('R-MET-09, D-08 · a limit is the one in force on the day of the report, of the control room its own', () => {
    const set = (version: number, effectiveFrom: string, acceptance: number): StoredPolicyVersion => ({
      id: `v${version}`,
      key: 'R-RPR-05',
      estateId: 'e',
      version,
      effectiveFrom,
      value: { forwarding: 3, acceptance, controlRoom: 7 },
      estatesMayOverride: true,
    });
    const versions = [set(1, '2026-03-01', 5), set(2, '2026-03-05', 1)];
    expect(tell(REPAIR, [REPORTED], { versions })['R-RPR-05 ACCEPTED']?.dueAt).toEqual(at('10:05:00'));
    const night = { ...REPAIR, takenBy: 'CONTROL_ROOM' } as const;
    expect(tell(night, [REPORTED], { versions })['R-RPR-05 ACCEPTED']?.dueAt).toEqual(at('10:07:00'));
  });

  test('P-18 · 0 minutes set no limit', () => {
    const none = {
      id: 'v',
      key: 'P-18',
      estateId: null,
      version: 1,
      effectiveFrom: '2026-01-01',
      value: 0,
      estatesMayOverride: true,
    };
    const told = tell(REPAIR, [...ON_SITE_IN_TIME, completed('11:00:00')], { versions: [none] });
    expect(Object.keys(told)).not.toContain('D-23 CALLED_BACK_AFTER_WORK');
  });
});

const LODGED: Step = { type: 'COMPLAINT_LODGED', at: '10:00:00' };
const rectified = (time: string): Step => ({
  type: 'COMPLAINT_RECTIFIED',
  at: time,
  ticket: { stage: 'RECTIFIED', phase: 'IN_PROGRESS', rectifiedAt: at(time) },
});
const departmentReported = (time: string): Step => ({
  type: 'COMPLAINT_DEPARTMENT_REPORTED',
  at: time,
  ticket: { departmentReportedAt: at(time) },
});
const replied = (time: string): Step => ({
  type: 'COMPLAINT_REPLIED',
  at: time,
  ticket: { stage: 'REPLIED', phase: 'RESOLVED' },
});
const interim = (time: string): Step => ({ type: 'COMPLAINT_REPLIED_INTERIM', at: time });
/** What becomes of something that is owed about the ticket. */
const obligation = (became: string, time: string, due?: string): Step => ({
  type: became,
  at: time,
  facts: due === undefined ? {} : { dueAt: at(due).toISOString() },
});
const raised = (time: string, complaintClass: 'GENERAL' | 'IMPORTANT' | 'MAJOR'): Step => ({
  type: 'COMPLAINT_RAISED',
  at: time,
  ticket: { complaintClass },
});

describe('the clocks of a complaint', () => {
  test.each([
    ['10:50:00', '11:20:00', 'MET', 'MET'],
    ['10:50:01', '11:20:01', 'BREACHED', 'MET'],
    ['10:50:00', '11:20:01', 'MET', 'BREACHED'],
  ])(
    'R-CMP-06, R-CMP-07, P-19 · M-CMP-04, M-CMP-05: rectified 10:30, reported %s, replied %s: %s, %s',
    (reported, reply, first, second) => {
      const told = states(
        tell(COMPLAINT, [LODGED, rectified('10:30:00'), departmentReported(reported), replied(reply)]),
      );
      expect(told).toMatchObject({ 'R-CMP-06 RECTIFICATION_REPORTED': first, 'R-CMP-07 RESULT_TOLD': second });
      expect(Object.keys(told)).not.toContain('R-CMP-10 RECTIFIED');
    },
  );

  test.each([
    ['22:00:00', 'MET'],
    ['22:00:01', 'BREACHED'],
  ])('R-CMP-10 · M-CMP-06: an important complaint received 10:00:00, rectified %s is %s', (time, state) => {
    const told = states(tell({ ...COMPLAINT, complaintClass: 'IMPORTANT' }, [LODGED, rectified(time)]));
    expect(told).toMatchObject({ 'R-CMP-10 RECTIFIED': state });
    expect(Object.keys(told)).not.toContain('R-CMP-06 RECTIFICATION_REPORTED');
  });

  test.each([
    ['10:30:00', 'MET'],
    ['10:30:01', 'BREACHED'],
  ])('R-CMP-13, D-01 · M-CMP-07: of a major complaint received 10:00:00 an interim reply %s is %s', (time, state) => {
    const told = states(tell({ ...COMPLAINT, complaintClass: 'MAJOR' }, [LODGED, interim(time)]));
    expect(told).toMatchObject({ 'R-CMP-13 HANDLING_TOLD': state, 'R-CMP-17 FEEDBACK': 'MET' });
  });

  test('P-20 · where the reply to a major complaint is not measured, no clock runs', () => {
    const value = { measured: false, lateNeedsReason: false };
    const off = {
      id: 'v',
      key: 'P-20',
      estateId: null,
      version: 1,
      effectiveFrom: '2026-01-01',
      value,
      estatesMayOverride: true,
    };
    const told = tell({ ...COMPLAINT, complaintClass: 'MAJOR' }, [LODGED], { versions: [off] });
    expect(Object.keys(told)).toEqual(['R-CMP-17 FEEDBACK', 'R-CMP-37 SOLVED']);
  });

  test.each([
    ['2026-03-05T07:59:00', 'MET'],
    ['2026-03-05T08:00:00', 'MET'],
    ['2026-03-05T08:00:01', 'BREACHED'],
  ])('R-CMP-17, D-01, R-MET-10 · M-CMP-08: received 20:00, feedback %s is %s', (time, state) => {
    const received = { ...LODGED, at: '20:00:00' };
    const asOf = at('2026-03-05T09:00:00');
    expect(states(tell(COMPLAINT, [received, interim(time)], { asOf }))).toMatchObject({ 'R-CMP-17 FEEDBACK': state });
    expect(states(tell(COMPLAINT, [received], { asOf: at('21:00:00') }))).toMatchObject({
      'R-CMP-17 FEEDBACK': 'RUNNING',
    });
  });

  test('P-19, D-02 · the clocks of a class start when it is given, those of the former class end', () => {
    const told = tell(COMPLAINT, [
      LODGED,
      rectified('10:30:00'),
      raised('10:40:00', 'MAJOR'),
      interim('11:05:00'),
      raised('11:10:00', 'IMPORTANT'),
    ]);
    expect(told['R-CMP-06 RECTIFICATION_REPORTED']).toMatchObject({ state: 'CANCELLED' });
    expect(told['R-CMP-13 HANDLING_TOLD']).toMatchObject({ state: 'MET', startedAt: at('10:40:00') });
    expect(Object.keys(told)).not.toContain('R-CMP-10 RECTIFIED');
    const important = tell(COMPLAINT, [LODGED, raised('11:00:00', 'IMPORTANT')]);
    expect(important['R-CMP-10 RECTIFIED']).toMatchObject({ startedAt: at('11:00:00'), dueAt: at('23:00:00') });
  });

  test.each([
    ['15:00:00', 'MET'],
    ['15:00:01', 'BREACHED'],
  ])('R-CMP-24 · M-CMP-17: promised for 15:00:00, replied %s is %s', (time, state) => {
    const owed = obligation('COMPLAINT_REPLY_OWED', '11:00:00', '15:00:00');
    const told = states(tell(COMPLAINT, [LODGED, owed, obligation('COMPLAINT_REPLY_FULFILLED', time)]));
    expect(told).toMatchObject({ 'R-CMP-24 PROMISED_REPLY': state });
  });

  test('R-CMP-24 · a later promise takes the place of one that has not passed', () => {
    const told = tell(COMPLAINT, [
      LODGED,
      obligation('COMPLAINT_REPLY_OWED', '11:00:00', '15:00:00'),
      obligation('COMPLAINT_REPLY_RESCHEDULED', '14:00:00', '18:00:00'),
      obligation('COMPLAINT_REPLY_FULFILLED', '18:00:00'),
    ]);
    expect(states(told)).toMatchObject({
      'R-CMP-24 PROMISED_REPLY': 'CANCELLED',
      'R-CMP-24 PROMISED_REPLY 2': 'MET',
    });
    expect(told['R-CMP-24 PROMISED_REPLY 2']).toMatchObject({ startedAt: at('14:00:00'), dueAt: at('18:00:00') });
  });

  test.each([
    ['WAIVED', '14:00:00', 'CANCELLED'],
    ['LAPSED', '15:00:00', 'CANCELLED'],
    ['LAPSED', '15:00:01', 'BREACHED'],
  ])(
    'R-CMP-24, R-ORG-68 · promised for 15:00:00, %s at %s: the clock of what is no longer owed is %s',
    (became, time, state) => {
      const owed = obligation('COMPLAINT_REPLY_OWED', '11:00:00', '15:00:00');
      const told = states(tell(COMPLAINT, [LODGED, owed, obligation(`COMPLAINT_REPLY_${became}`, time)]));
      expect(told).toMatchObject({ 'R-CMP-24 PROMISED_REPLY': state });
    },
  );

  test.each([
    ['2026-03-05T12:00:00', 'MET'],
    ['2026-03-05T12:00:01', 'BREACHED'],
  ])('R-CBK-04, P-18 · a callback owed from the final reply at 12:00:00 within a day, made %s is %s', (time, state) => {
    const owed = obligation('CALLBACK_OWED', '12:00:00', '2026-03-05T12:00:00');
    const asOf = at('2026-03-06T00:00:00');
    const steps = [LODGED, replied('12:00:00'), owed, obligation('CALLBACK_FULFILLED', time)];
    expect(states(tell(COMPLAINT, steps, { asOf }))).toMatchObject({ 'R-CBK-04 CALLED_BACK': state });
  });

  test.each([
    ['2026-01-31T10:00:00', '2026-02-28T23:59:59.999'],
    ['2026-03-04T10:00:00', '2026-04-04T23:59:59.999'],
  ])('R-CMP-37, R-MET-10 · received %s, unsolved at the end of %s', (received, due) => {
    const told = tell({ ...COMPLAINT, reportedAt: at(received) }, [{ ...LODGED, at: received }]);
    expect(told['R-CMP-37 SOLVED']?.dueAt).toEqual(at(due));
  });

  test('D-06 · what is judged not to concern the company no longer ages; judged otherwise it does again, from the receipt', () => {
    const judged = (time: string, substantiated: boolean): Step => ({
      type: 'COMPLAINT_JUDGED',
      at: time,
      facts: { substantiated },
    });
    const told = tell(COMPLAINT, [LODGED, judged('12:00:00', false), judged('13:00:00', true)]);
    expect(told['R-CMP-37 SOLVED']).toMatchObject({ state: 'CANCELLED' });
    expect(told['R-CMP-37 SOLVED 2']).toMatchObject({ state: 'RUNNING', startedAt: at('10:00:00') });
  });

  test('R-DSP-03, R-CMP-10 · a class that is given to a joined complaint has its clock of the work where it stands by itself', () => {
    const raised: Step = {
      type: 'COMPLAINT_RAISED',
      at: '10:10:00',
      ticket: { complaintClass: 'IMPORTANT' },
    };
    const joined = [LODGED, { type: 'MERGED', at: '10:05:00', ticket: { joined: true } }, raised] as const;
    const elsewhere = tell(COMPLAINT, joined);
    expect(elsewhere['R-CMP-10 RECTIFIED']).toMatchObject({ state: 'CANCELLED', dueAt: at('22:10:00') });
    expect(elsewhere['R-CMP-17 FEEDBACK']).toMatchObject({ state: 'BREACHED' });
    const left: Step = { type: 'UNMERGED', at: '10:20:00', ticket: { joined: false } };
    expect(tell(COMPLAINT, [...joined, left], { asOf: at('12:00:00') })['R-CMP-10 RECTIFIED']).toMatchObject({
      state: 'RUNNING',
      dueAt: at('22:10:00'),
    });
  });

  test('R-CMP-17 · opened again, feedback is owed anew; the month still counts from the receipt', () => {
    const again = { type: 'COMPLAINT_REOPENED', at: '15:00:00', ticket: { phase: 'IN_PROGRESS' } } as const;
    const told = tell(COMPLAINT, [LODGED, replied('11:00:00'), again]);
    expect(told['R-CMP-17 FEEDBACK']).toMatchObject({ state: 'MET' });
    expect(told['R-CMP-17 FEEDBACK 2']).toMatchObject({ state: 'RUNNING', startedAt: at('15:00:00') });
    expect(told['R-CMP-37 SOLVED 2']).toMatchObject({ state: 'RUNNING', startedAt: at('10:00:00') });
  });

  test('R-MET-11 · what is entered late puts right what a later word had stopped', () => {
    const told = tell({ ...COMPLAINT, complaintClass: 'MAJOR' }, [LODGED, interim('11:00:00'), interim('10:20:00')]);
    expect(told['R-CMP-13 HANDLING_TOLD']).toMatchObject({ state: 'MET', stoppedAt: at('10:20:00') });
  });

  test('R-DSP-12 · explained away, the customer has had feedback and nothing else is owed', () => {
    const told = tell({ ...COMPLAINT, complaintClass: 'IMPORTANT' }, [
      LODGED,
      { type: 'COMPLAINT_DECLINED', at: '10:20:00', ticket: { phase: 'CLOSED' } },
    ]);
    expect(states(told)).toEqual({
      'R-CMP-10 RECTIFIED': 'CANCELLED',
      'R-CMP-17 FEEDBACK': 'MET',
      'R-CMP-37 SOLVED': 'MET',
    });
  });
});
