import { expect, test } from '@jest/globals';
import { workingCalendar } from '../../../src/domain/calendar/working-calendar.js';
import { COMPLAINED_ABOUT, decidersOf } from '../../../src/domain/complaint/decider.js';
import { judgementOwed } from '../../../src/domain/complaint/judgement-owed.js';
import { policyOf } from '../../../src/domain/policy/policies.js';

const CALENDAR = workingCalendar({ timeZone: 'Asia/Shanghai', region: 'CN' });
const Q07 = policyOf('Q-07').default;

test.each([
  ['2026-11-24T14:00:00+08:00', '2026-11-27T23:59:59.999+08:00'],
  ['2026-11-26T23:30:00+08:00', '2026-12-01T23:59:59.999+08:00'],
  ['2026-11-28T09:00:00+08:00', '2026-12-02T23:59:59.999+08:00'],
])('D-06, Q-07 · a complaint of %s is to be judged by %s, three working days on', (received, dueAt) => {
  expect(judgementOwed(new Date(received), 'OTHER', Q07, CALENDAR).dueAt).toEqual(new Date(dueAt));
});

test.each([
  ['OTHER', 'SERVICE_MANAGER'],
  ['SERVICE_DEPARTMENT', 'ESTATE_MANAGER'],
  ['ESTATE_MANAGER', 'QUALITY_OFFICER'],
] as const)('D-16 · of a complaint about %s the %s owes the judgement', (about, post) => {
  expect(judgementOwed(new Date('2026-11-24T06:00:00Z'), about, Q07, CALENDAR).ownerPost).toBe(post);
});

test('D-16 · whatever post the policy names, no post judges a complaint about itself', () => {
  for (const about of COMPLAINED_ABOUT)
    for (const judge of ['SERVICE_MANAGER', 'ESTATE_MANAGER', 'FRONT_DESK'] as const)
      expect(decidersOf(about)).toContain(
        judgementOwed(new Date('2026-11-24T06:00:00Z'), about, { ...Q07, judge }, CALENDAR).ownerPost,
      );
});
