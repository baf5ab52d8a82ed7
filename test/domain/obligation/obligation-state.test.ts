import { expect, test } from '@jest/globals';
import { OBLIGATION_KINDS, obligationKind } from '../../../src/domain/obligation/obligation-kind.js';
import {
  assertOwed,
  fulfilledState,
  isMissed,
  OBLIGATION_STATES,
} from '../../../src/domain/obligation/obligation-state.js';

const DUE = new Date('2026-11-25T12:00:00Z');
const [BEFORE, AFTER] = [new Date(DUE.getTime() - 1), new Date(DUE.getTime() + 1)];

test.each([
  [BEFORE, 'FULFILLED'],
  [DUE, 'FULFILLED'],
  [AFTER, 'FULFILLED_LATE'],
] as const)('what is done up to the due instant is in time: %s is %s', (doneAt, state) => {
  expect(fulfilledState(doneAt, DUE)).toBe(state);
});

test.each([
  ['OPEN', BEFORE, false],
  ['OPEN', DUE, true],
  ['OPEN', AFTER, true],
  ...OBLIGATION_STATES.filter((state) => state !== 'OPEN').map((state) => [state, AFTER, false] as const),
] as const)('an obligation is missed at its due instant, once: %s at %s is %s', (state, now, missed) => {
  expect(isMissed(state, DUE, now)).toBe(missed);
});

test.each(OBLIGATION_STATES.map((state) => [state, ['OPEN', 'MISSED'].includes(state)] as const))(
  'what is settled is not settled again: %s may be settled: %s',
  (state, may) => {
    const settle = () => {
      assertOwed(state);
    };
    if (may) expect(settle).not.toThrow();
    else expect(settle).toThrow(expect.objectContaining({ code: 'CONFLICT', facts: { what: 'obligation', state } }));
  },
);

test.each(OBLIGATION_KINDS)('every kind stands on a rule: %s', (kind) => {
  expect(obligationKind(kind).rule).toMatch(/^(R-[A-Z]{3}-\d{2}|D-\d{2})$/);
});
