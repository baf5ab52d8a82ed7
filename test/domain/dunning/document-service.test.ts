import { describe, expect, test } from '@jest/globals';
import { nextDebtorList, nextLetterList } from '../../../src/domain/dunning/approved-list.js';
import {
  assertOutcome,
  assertServiceOrder,
  attemptsSinceServed,
  isProven,
  limitationDay,
  SERVICE_METHODS,
  SERVICE_OUTCOMES,
  type ServiceAttempt,
  type ServiceMethod,
} from '../../../src/domain/dunning/document-service.js';

const refusal = (act: () => unknown): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    const { code, facts } = error as { code: string; facts?: { rule?: string } };
    return code === 'RULE_REFUSED' ? facts?.rule : code;
  }
};
const refused: ServiceAttempt = { method: 'STEWARD', outcome: 'REFUSED' };
const returned: ServiceAttempt = { method: 'POST', outcome: 'UNDELIVERABLE' };
const signed: ServiceAttempt = { method: 'STEWARD', outcome: 'SERVED' };

describe('how a document is served', () => {
  test.each<[ServiceMethod, readonly ServiceAttempt[], string | null]>([
    ['STEWARD', [], null],
    ['STEWARD', [refused], null],
    ['POST', [], 'R-DUN-17'],
    ['POST', [refused], null],
    ['POST', [{ method: 'STEWARD', outcome: 'NOT_FOUND' }], null],
    ['PUBLIC_NOTICE', [], 'R-DUN-17'],
    ['PUBLIC_NOTICE', [refused], 'R-DUN-17'],
    ['PUBLIC_NOTICE', [returned], 'R-DUN-17'],
    ['PUBLIC_NOTICE', [refused, returned], null],
  ])('R-DUN-17, R-DUN-14, R-DUN-15, D-09 · %s after %j: refused by %s', (method, before, rule) => {
    expect(refusal(() => assertServiceOrder(method, before, SERVICE_METHODS))).toBe(rule);
  });

  test('R-DUN-17, D-09 · the policy says which ways there are, and in which order', () => {
    expect(refusal(() => assertServiceOrder('POST', [], ['POST', 'STEWARD']))).toBeNull();
    expect(refusal(() => assertServiceOrder('STEWARD', [], ['POST', 'STEWARD']))).toBe('R-DUN-17');
    expect(refusal(() => assertServiceOrder('PUBLIC_NOTICE', [refused, returned], ['STEWARD', 'POST']))).toBe(
      'R-DUN-17',
    );
  });

  test('R-DUN-16 · once served, the next document begins anew', () => {
    expect(attemptsSinceServed([refused, returned])).toHaveLength(2);
    expect(attemptsSinceServed([refused, signed])).toEqual([]);
    expect(attemptsSinceServed([refused, signed, refused])).toEqual([refused]);
    expect(attemptsSinceServed([])).toEqual([]);
  });

  test('R-DUN-16 · each way has outcomes of its own', () => {
    const possible = SERVICE_METHODS.flatMap((method) =>
      SERVICE_OUTCOMES.filter((outcome) => refusal(() => assertOutcome({ method, outcome })) === null).map(
        (outcome) => `${method} ${outcome}`,
      ),
    );
    expect(possible).toEqual([
      ...['STEWARD SERVED', 'STEWARD REFUSED', 'STEWARD NOT_FOUND'],
      ...['POST SERVED', 'POST REFUSED', 'POST UNDELIVERABLE', 'PUBLIC_NOTICE SERVED'],
    ]);
  });

  test.each<[ServiceAttempt, readonly string[], boolean]>([
    [signed, [], false],
    [signed, ['PHOTO'], false],
    [signed, ['SIGNATURE'], true],
    [signed, ['SCAN'], true],
    [refused, [], true],
    [returned, [], false],
    [returned, ['COURIER_SLIP'], true],
    [{ method: 'PUBLIC_NOTICE', outcome: 'SERVED' }, ['SCAN'], false],
    [{ method: 'PUBLIC_NOTICE', outcome: 'SERVED' }, ['PHOTO'], true],
  ])('R-DUN-12, R-DUN-13, R-DUN-14, R-DUN-15 · %j with %j is proven: %s', (attempt, attached, proven) => {
    expect(isProven(attempt, attached)).toBe(proven);
  });

  test.each([
    ['2026-01-31', null, 3, '2029-01-31'],
    ['2026-01-31', '2026-05-01', 3, '2029-05-01'],
    ['2026-01-31', '2025-05-01', 3, '2029-01-31'],
    ['2024-02-29', null, 1, '2025-02-28'],
  ])('R-DUN-16, Q-39, D-09 · due %s, served %s, %i years: barred from %s', (due, served, years, barred) => {
    expect(limitationDay(due, served, years)).toBe(barred);
  });
});

describe('lists that the company approves', () => {
  test('R-DUN-10, R-DUN-11 · letters are approved, filed and sent in this order', () => {
    expect(nextLetterList('approve', 'PROPOSED')).toBe('APPROVED');
    expect(nextLetterList('file', 'APPROVED')).toBe('FILED');
    expect(nextLetterList('send', 'FILED')).toBe('SENT');
    expect(nextLetterList('drop', 'PROPOSED')).toBe('DROPPED');
    for (const state of ['PROPOSED', 'DROPPED', 'APPROVED', 'SENT'] as const)
      expect(refusal(() => nextLetterList('send', state))).toBe('R-DUN-10');
    for (const state of ['PROPOSED', 'DROPPED', 'FILED', 'SENT'] as const)
      expect(refusal(() => nextLetterList('file', state))).toBe('R-DUN-10');
  });

  test('Q-20, R-DUN-15 · nothing is posted up that was not approved, and nothing twice', () => {
    expect(nextDebtorList('approve', 'PROPOSED')).toBe('APPROVED');
    expect(nextDebtorList('post', 'APPROVED')).toBe('POSTED');
    for (const state of ['PROPOSED', 'DROPPED', 'POSTED'] as const)
      expect(refusal(() => nextDebtorList('post', state))).toBe('Q-20');
    expect(refusal(() => nextDebtorList('drop', 'APPROVED'))).toBe('Q-20');
  });
});
