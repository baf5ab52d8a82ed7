import { describe, expect, test } from '@jest/globals';
import {
  assertAnswer,
  CALLBACK_OUTCOMES,
  isToBeReopened,
  SATISFACTIONS,
} from '../../../src/domain/callback/callback-answer.js';
import { flawOf } from '../../../src/domain/callback/callback-flaw.js';
import { inQuietHours } from '../../../src/domain/callback/quiet-hours.js';
import { isUnreachable } from '../../../src/domain/callback/unreachable.js';
import { policyOf } from '../../../src/domain/policy/policies.js';

const ANY = { mode: null, by: [] } as const;
const ZONE = 'Asia/Shanghai';

describe('R-CBK-03 · the answer of a callback', () => {
  test.each(CALLBACK_OUTCOMES)('who was reached has an answer, and nobody else: %s', (outcome) => {
    const reached = outcome === 'REACHED';
    const answered = () => {
      assertAnswer({ outcome, solved: true, satisfaction: 'SATISFIED' });
    };
    const silent = () => {
      assertAnswer({ outcome, solved: null, satisfaction: null });
    };
    const refused = expect.objectContaining({ code: 'INVALID_INPUT' }) as unknown as Error;
    if (reached) {
      expect(answered).not.toThrow();
      expect(silent).toThrow(refused);
    } else {
      expect(answered).toThrow(refused);
      expect(silent).not.toThrow();
    }
  });

  test.each(SATISFACTIONS.flatMap((level) => [true, false].map((solved) => [level, solved] as const)))(
    'what is not solved or does not satisfy is opened again: %s, solved %s',
    (satisfaction, solved) => {
      const again = !solved || satisfaction === 'DISSATISFIED' || satisfaction === 'VERY_DISSATISFIED';
      expect(isToBeReopened({ outcome: 'REACHED', solved, satisfaction })).toBe(again);
    },
  );

  test('R-RPR-22 · a customer who gave no answer opens nothing again', () => {
    expect(isToBeReopened({ outcome: 'NOT_REACHED', solved: null, satisfaction: null })).toBe(false);
  });
});

const BACK = new Date('2026-11-25T03:00:00Z');
const FACE = { mode: 'FACE_TO_FACE', by: ['STEWARD', 'SERVICE_MANAGER'] } as const;
test.each([
  ['02:59:59', 'TELEPHONE', 'FRONT_DESK', BACK, ANY, 'EARLY'],
  ['03:00:00', 'TELEPHONE', 'FRONT_DESK', BACK, ANY, null],
  ['03:00:00', 'TELEPHONE', 'FRONT_DESK', null, ANY, 'EARLY'],
  ['03:00:00', 'TELEPHONE', 'STEWARD', BACK, FACE, 'OTHER_MODE'],
  ['03:00:00', 'FACE_TO_FACE', 'FRONT_DESK', BACK, FACE, 'OTHER_POST'],
  ['03:00:00', 'FACE_TO_FACE', 'STEWARD', BACK, FACE, null],
] as const)(
  'R-RPR-13, R-CBK-04 · a call that is not the one owed says why: %s by %s of %s',
  (at, mode, post, countsFrom, demand, flaw) => {
    expect(flawOf({ at: new Date(`2026-11-25T${at}Z`), mode, posts: [post] }, countsFrom, demand)).toBe(flaw);
  },
);

test.each([
  [['2026-11-25T02:00:00Z', '2026-11-25T05:00:00Z', '2026-11-25T09:00:00Z'], false],
  [['2026-11-25T02:00:00Z', '2026-11-26T05:00:00Z'], false],
  [['2026-11-25T02:00:00Z', '2026-11-25T05:00:00Z', '2026-11-26T02:00:00Z'], true],
  [['2026-11-25T14:00:00Z', '2026-11-25T15:59:59Z', '2026-11-25T16:00:00Z'], true],
])('D-12 · unreachable are three tries on at least two local days: %j is %s', (tries, unreachable) => {
  expect(
    isUnreachable(
      tries.map((at) => new Date(at)),
      ZONE,
    ),
  ).toBe(unreachable);
});

test.each([
  ['2026-11-25T20:59:59+08:00', 'TELEPHONE', false],
  ['2026-11-25T21:00:00+08:00', 'TELEPHONE', true],
  ['2026-11-26T07:59:59+08:00', 'FACE_TO_FACE', true],
  ['2026-11-26T08:00:00+08:00', 'FACE_TO_FACE', false],
  ['2026-11-25T12:00:00+08:00', 'TELEPHONE', true],
  ['2026-11-25T14:00:00+08:00', 'TELEPHONE', false],
] as const)('D-03 · P-02 · quiet hours bind calls and visits alike: %s %s is %s', (at, mode, quiet) => {
  expect(inQuietHours(new Date(at), mode, ZONE, policyOf('P-02').default)).toBe(quiet);
  expect(inQuietHours(new Date(at), mode, ZONE, { ...policyOf('P-02').default, binds: [] })).toBe(false);
});
