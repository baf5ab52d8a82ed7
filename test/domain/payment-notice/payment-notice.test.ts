import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import { DomainError } from '../../../src/domain/errors.js';
import { drawNotices, type OpenCharge } from '../../../src/domain/payment-notice/draw-notices.js';
import {
  afterAttempt,
  assertReceiver,
  DELIVERY_OUTCOMES,
  isBrought,
  nextNotice,
  NOTICE_STATES,
  type DeliveryOutcome,
  type NoticeState,
} from '../../../src/domain/payment-notice/notice-life.js';
import { noticeWindow, timingOf } from '../../../src/domain/payment-notice/notice-window.js';

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.facts['rule'] ?? error.code;
  }
};
const charge = (more: Partial<OpenCharge>): OpenCharge => ({
  ...{ chargeId: 'c', payerId: 'p', unitId: 'u', buildingId: 'b', stewardId: 's', currency: 'CNY' },
  ...{ fromDay: '2026-04-01', untilDay: '2026-05-01', dueDay: '2026-04-20', openMinor: 100, ...more },
});

describe('when notices are brought', () => {
  test.each([
    ['2026-03-16', 'EARLY'],
    ['2026-03-17', 'ON_TIME'],
    ['2026-03-22', 'ON_TIME'],
    ['2026-03-23', 'LATE'],
    ['2026-04-01', 'LATE'],
  ])('R-FEE-03, R-DUN-01, Q-11 · for April, on %s it is %s: 15 to 10 days before, both included', (day, timing) => {
    expect(timingOf(day, noticeWindow('2026-04-01', { earliest: 15, latest: 10 }))).toBe(timing);
  });

  test('Q-11 · exactly the days between the two are on time, whatever the policy says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -5, max: 70 }),
        (a, b, before) => {
          const [earliest, latest] = [Math.max(a, b), Math.min(a, b)];
          const timing = timingOf(addDays('2026-03-01', -before), noticeWindow('2026-03-01', { earliest, latest }));
          expect(timing === 'ON_TIME').toBe(before <= earliest && before >= latest);
        },
      ),
    );
  });
});

describe('what a notice says', () => {
  test('R-FEE-03 · each payer and unit gets one, with what falls due, what is overdue apart, the days and the first deadline', () => {
    const notices = drawNotices(
      [
        charge({ chargeId: 'old', fromDay: '2026-02-01', untilDay: '2026-03-01', dueDay: '2026-02-20', openMinor: 40 }),
        charge({ chargeId: 'fee' }),
        charge({ chargeId: 'car', dueDay: '2026-04-10', fromDay: '2026-03-01', untilDay: '2026-04-01', openMinor: 7 }),
        charge({ chargeId: 'two', unitId: 'v', buildingId: 'd', stewardId: null, openMinor: 5 }),
      ],
      '2026-04-01',
      'PER_UNIT',
    );
    expect(notices).toMatchObject([
      {
        ...{ unitId: 'u', buildingId: 'b', stewardId: 's', currentMinor: 107, arrearsMinor: 40 },
        ...{ fromDay: '2026-03-01', untilDay: '2026-05-01', dueDay: '2026-04-10' },
        lines: [
          { chargeId: 'old', openMinor: 40, isArrears: true },
          { chargeId: 'car', isArrears: false },
          { chargeId: 'fee', isArrears: false },
        ],
      },
      { unitId: 'v', buildingId: 'd', stewardId: null, currentMinor: 5, arrearsMinor: 0 },
    ]);
  });

  test('R-FEE-03 · whom nothing falls due for gets none; over all units it is one, brought where one of them is', () => {
    const old = charge({ chargeId: 'old', dueDay: '2026-02-20' });
    expect(drawNotices([old], '2026-04-01', 'PER_UNIT')).toEqual([]);
    const loose = charge({ chargeId: 'pass', unitId: null, buildingId: null, stewardId: null });
    const [one, ...others] = drawNotices([loose, charge({ unitId: 'v' }), old], '2026-04-01', 'PER_PAYER');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ unitId: null, buildingId: 'b', stewardId: 's', currentMinor: 200, arrearsMinor: 100 });
  });

  test('R-FEE-03 · what the notices ask for is what is open of whoever is asked, and no charge is asked for twice', () => {
    const any = fc.record({
      payerId: fc.constantFrom('p', 'q'),
      unitId: fc.constantFrom('u', 'v', null),
      currency: fc.constantFrom('CNY' as const, 'HKD' as const),
      dueDay: fc.constantFrom('2026-02-01', '2026-03-31', '2026-04-01', '2026-04-30'),
      openMinor: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 30 }),
        fc.constantFrom('PER_UNIT' as const, 'PER_PAYER' as const),
        (rows, grouping) => {
          const charges = rows.map((row, i) => charge({ ...row, chargeId: `c${i}` }));
          const notices = drawNotices(charges, '2026-04-01', grouping);
          const ids = notices.flatMap(({ lines }) => lines.map(({ chargeId }) => chargeId));
          expect(new Set(ids).size).toBe(ids.length);
          for (const due of charges.filter(({ dueDay }) => dueDay >= '2026-04-01')) expect(ids).toContain(due.chargeId);
          for (const { lines, currentMinor, arrearsMinor } of notices) {
            expect(currentMinor).toBeGreaterThan(0);
            expect(lines.reduce((sum, { openMinor }) => sum + openMinor, 0)).toBe(currentMinor + arrearsMinor);
          }
        },
      ),
    );
  });
});

describe('the life of a notice', () => {
  const ALLOWED: Readonly<Record<NoticeState, readonly string[]>> = {
    DRAWN: ['seal', 'replace', 'withdraw'],
    SEALED: ['deliver', 'refuse', 'miss', 'replace', 'withdraw'],
    DELIVERED: ['replace', 'withdraw'],
    REFUSED: ['deliver', 'refuse', 'miss', 'replace', 'withdraw'],
    REPLACED: [],
    WITHDRAWN: [],
  };
  test.each([...NOTICE_STATES])('R-NTC-12, R-FEE-04 · what %s takes: nothing is brought without the seal', (state) => {
    for (const verb of ['seal', 'deliver', 'refuse', 'miss', 'replace', 'withdraw'] as const) {
      const rule = verb === 'replace' || verb === 'withdraw' ? 'R-FEE-03' : 'R-NTC-12';
      const result = refusal(() => nextNotice(verb, state));
      expect([verb, ALLOWED[state].includes(verb) ? NOTICE_STATES.includes(result as NoticeState) : result]).toEqual([
        verb,
        ALLOWED[state].includes(verb) ? true : rule,
      ]);
    }
  });

  test.each<[DeliveryOutcome, NoticeState, boolean]>([
    ['SIGNED', 'DELIVERED', true],
    ['LETTER_BOX', 'DELIVERED', true],
    ['REFUSED', 'REFUSED', true],
    ['NOT_FOUND', 'SEALED', false],
  ])('R-NTC-12 · %s leads a sealed notice to %s', (outcome, state, brought) => {
    expect([afterAttempt(outcome, 'SEALED'), isBrought(outcome)]).toEqual([state, brought]);
  });

  test('R-DUN-12 · who signed is named with a signature, and only then', () => {
    for (const outcome of DELIVERY_OUTCOMES) {
      const signed = outcome === 'SIGNED';
      expect(refusal(() => assertReceiver(outcome, 'PAYER'))).toBe(signed ? undefined : 'R-DUN-12');
      expect(refusal(() => assertReceiver(outcome, null))).toBe(signed ? 'R-DUN-12' : undefined);
    }
  });
});
