import { describe, expect, test } from '@jest/globals';
import { assertPayable } from '../../../src/domain/ledger/payment-refund.js';

describe('what is given back of a payment', () => {
  const refund = { state: 'DUE', amountMinor: 10_000, authorisedById: 'a' } as const;
  const payer = { staffId: 'c', method: 'CASH', cashMinor: 10_000 } as const;

  test('R-CSH-01, R-CSH-08 · is paid out in cash as far as the shift has it, and by bank whatever it has', () => {
    assertPayable(refund, payer);
    assertPayable(refund, { ...payer, method: 'TRANSFER', cashMinor: -500 });
    assertPayable({ ...refund, authorisedById: null }, payer);
  });

  test.each<
    [string, Partial<Parameters<typeof assertPayable>[0]>, Partial<Parameters<typeof assertPayable>[1]>, object]
  >([
    ['not more cash than the shift has', {}, { cashMinor: 9_999 }, { rule: 'R-CSH-01' }],
    ['not twice', { state: 'PAID' }, {}, { rule: 'R-CSH-08', state: 'PAID' }],
    ['not when it was taken back', { state: 'WITHDRAWN' }, {}, { rule: 'R-CSH-08', state: 'WITHDRAWN' }],
    ['not by who has approved it', {}, { staffId: 'a' }, { rule: 'R-ORG-61' }],
    ['not through a withholding', {}, { method: 'BANK_WITHHOLDING' }, { path: 'input.method' }],
  ])('R-CSH-01, R-CSH-08, R-ORG-61 · %s', (_, of, by, facts) => {
    expect(() => {
      assertPayable({ ...refund, ...of }, { ...payer, ...by });
    }).toThrow(expect.objectContaining({ facts: expect.objectContaining(facts) as unknown }));
  });
});
