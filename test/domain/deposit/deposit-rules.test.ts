import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deductFrom } from '../../../src/domain/deposit/deductions.js';
import { DEDUCTION_REASONS } from '../../../src/domain/deposit/deposit-kind.js';
import { DEPOSIT_STAGES, nextDepositStage } from '../../../src/domain/deposit/deposit-stage.js';
import { refundDays } from '../../../src/domain/deposit/refund-days.js';
import { amountOf } from '../../../src/domain/money/money.js';

test.each([
  ['RENOVATION', '2026-01-31', 0, '2026-01-31', '2026-02-28'],
  ['RENOVATION', '2024-01-31', 0, '2024-01-31', '2024-02-29'],
  ['RENOVATION', '2026-03-20', 3, '2026-06-20', '2026-07-20'],
  ['RENOVATION', '2025-11-30', 3, '2026-02-28', '2026-03-28'],
  ['PASS', '2026-03-20', 3, '2026-03-20', '2026-04-20'],
] as const)(
  'D-10, P-01, R-DEP-01, R-DEP-02, Q-30, M-DEP-02 · %s accepted on %s, observed for %i months: eligible %s, refunded by %s',
  (kind, acceptedOn, observation, eligibleOn, refundBy) => {
    expect(refundDays(kind, acceptedOn, { observation, refundWithin: 1 })).toEqual({ eligibleOn, refundBy });
  },
);

test('R-DEP-04, R-DEP-05 · held, settled, authorised, refunded; nothing is skipped, nothing goes back', () => {
  const steps = ['ACCEPT', 'SETTLE', 'AUTHORISE', 'REFUND', 'CANCEL'] as const;
  const table = DEPOSIT_STAGES.flatMap((stage) =>
    steps.flatMap((step) => {
      try {
        return [`${stage} ${step} ${nextDepositStage(stage, step)}`];
      } catch {
        return [];
      }
    }),
  );
  expect(table).toEqual([
    'HELD ACCEPT HELD',
    'HELD SETTLE SETTLED',
    'HELD CANCEL CANCELLED',
    'SETTLED SETTLE SETTLED',
    'SETTLED AUTHORISE AUTHORISED',
    'AUTHORISED REFUND REFUNDED',
  ]);
});

test('R-DEP-05 · what is kept and what goes back are what was given, to the fen; more is never kept', () => {
  const deduction = fc.record({
    reason: fc.constantFrom(...DEDUCTION_REASONS),
    minor: fc.integer({ min: 1, max: 400_00 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000_00 }), fc.array(deduction, { maxLength: 6 }), (amountMinor, kept) => {
      const said = kept.map(({ reason, minor }) => ({
        reason,
        amount: { amount: amountOf(minor), currency: 'CNY' as const },
      }));
      const sum = kept.reduce((total, { minor }) => total + minor, 0);
      if (sum > amountMinor) {
        expect(() => deductFrom(amountMinor, 'CNY', said)).toThrow('must not be more than was given');
        return;
      }
      const { deductions, refundMinor } = deductFrom(amountMinor, 'CNY', said);
      expect(deductions.reduce((total, { amountMinor: minor }) => total + minor, refundMinor)).toBe(amountMinor);
    }),
    { numRuns: 1_000 },
  );
});
