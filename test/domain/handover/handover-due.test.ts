import { expect, test } from '@jest/globals';
import { everyDay } from '../../../src/domain/calendar/weekly-hours.js';
import { workingCalendar } from '../../../src/domain/calendar/working-calendar.js';
import { handoverDue } from '../../../src/domain/handover/handover-due.js';
import { nextHandoverState } from '../../../src/domain/handover/handover-state.js';

const calendar = workingCalendar({ timeZone: 'Asia/Shanghai', region: 'CN' });
const hours = everyDay([{ from: '08:00', to: '20:00' }]);
const twoShifts = everyDay([
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
]);
const weekend = { ...hours, weekdays: { ...hours.weekdays, SATURDAY: [], SUNDAY: [] } };

// Local time is UTC+8; 2026-03-20 is a Friday.
test.each([
  ['in the morning', '2026-03-20T01:00:00Z', hours, '2026-03-20T11:30:00.000Z'],
  ['a moment before', '2026-03-20T11:29:59Z', hours, '2026-03-20T11:30:00.000Z'],
  ['at half an hour before close: the next shift', '2026-03-20T11:30:00Z', hours, '2026-03-21T11:30:00.000Z'],
  ['in the last half hour', '2026-03-20T11:45:00Z', hours, '2026-03-21T11:30:00.000Z'],
  ['at night', '2026-03-20T16:30:00Z', hours, '2026-03-21T11:30:00.000Z'],
  ['of two openings a day, in the first', '2026-03-20T01:00:00Z', twoShifts, '2026-03-20T03:30:00.000Z'],
  ['of two openings a day, between them', '2026-03-20T05:00:00Z', twoShifts, '2026-03-20T09:30:00.000Z'],
])('R-CSH-01, D-20 · the sheet is due half an hour before the desk closes: taken %s', (_, at, open, due) => {
  expect(handoverDue(new Date(at), open, calendar)?.toISOString()).toBe(due);
});

test('D-20 · over a weekend without desk hours the shift goes on until Monday', () => {
  const days = Object.keys(hours.weekdays);
  const [saturday, sunday] = [days[5], days[6]] as [string, string];
  const closed = { ...weekend, weekdays: { ...hours.weekdays, [saturday]: [], [sunday]: [] } };
  expect(handoverDue(new Date('2026-03-20T11:45:00Z'), closed, calendar)?.toISOString()).toBe(
    '2026-03-23T11:30:00.000Z',
  );
});

test('R-CSH-01 · a desk that never closes has no such hour', () => {
  const always = everyDay([{ from: '00:00', to: '24:00' }]);
  expect(handoverDue(new Date('2026-03-20T01:00:00Z'), always, calendar)).toBeNull();
});

test('R-CSH-01, R-CSH-02, R-CSH-03 · filled in, handed over or banked first, reconciled; nothing twice, nothing before its turn', () => {
  const states = ['FILLED', 'BANKED', 'HANDED_OVER', 'RECONCILED'] as const;
  const steps = ['RECOUNT', 'BANK', 'CONFIRM', 'RECONCILE'] as const;
  const table = states.flatMap((state) =>
    steps.flatMap((step) => {
      try {
        return [`${state} ${step} ${nextHandoverState(state, step)}`];
      } catch {
        return [];
      }
    }),
  );
  expect(table).toEqual([
    'FILLED RECOUNT FILLED',
    'FILLED BANK BANKED',
    'FILLED CONFIRM HANDED_OVER',
    'BANKED CONFIRM HANDED_OVER',
    'HANDED_OVER RECONCILE RECONCILED',
  ]);
});
