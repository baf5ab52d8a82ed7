import { expect, test } from '@jest/globals';
import { assertBuyer, assertInvoiceNumber, stampOf } from '../../../src/domain/receipt/receipt-kind.js';
import { assertRange, printed } from '../../../src/domain/receipt/receipt-numbers.js';

const range = (more: object = {}) => ({ prefix: 'SJ-', digits: 6, firstNumber: 1, lastNumber: 50, ...more });
const pathOf = (act: () => void): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { facts: { path: unknown } }).facts.path;
  }
};

test.each([
  [{}, null],
  [{ prefix: '' }, null],
  [{ prefix: '044001900111', digits: 8, firstNumber: 12_345_651, lastNumber: 12_345_700 }, null],
  [{ lastNumber: 10_000 }, null],
  [{ lastNumber: 10_001 }, 'input.lastNumber'],
  [{ lastNumber: 0 }, 'input.lastNumber'],
  [{ firstNumber: 999_999, lastNumber: 1_000_000 }, 'input.lastNumber'],
  [{ firstNumber: -1 }, 'input.firstNumber'],
  [{ digits: 0 }, 'input.digits'],
  [{ digits: 10 }, 'input.digits'],
  [{ prefix: '收' }, 'input.prefix'],
  [{ prefix: '1234567890123' }, 'input.prefix'],
])('R-CSH-06 · the numbers of a book can be printed: %j, %p', (more, path) => {
  expect(pathOf(() => assertRange(range(more)))).toBe(path);
});

test('R-CSH-03 · a number is printed with its prefix and all its digits', () => {
  expect([printed(range(), 7), printed(range({ prefix: '' }), 123_456)]).toEqual(['SJ-000007', '123456']);
});

test('R-CSH-04 · paper is stamped by how the money came; an e-invoice has no stamp', () => {
  expect(stampOf('RECEIPT', 'CASH')).toBe('CASH_RECEIVED');
  for (const method of ['POS', 'TRANSFER', 'WECHAT', 'ALIPAY', 'CHEQUE', 'BANK_WITHHOLDING'] as const)
    expect([stampOf('INVOICE', method), stampOf('E_INVOICE', method)]).toEqual(['BANK_RECEIVED', null]);
});

test.each([
  ['RECEIPT', null, null, null],
  ['RECEIPT', '张三', null, 'input.buyerTitle'],
  ['RECEIPT', null, '91440300708461136T', 'input.taxId'],
  ['INVOICE', '张三', null, null],
  ['E_INVOICE', '深圳市某某有限公司', '91440300708461136T', null],
  ['E_INVOICE', null, '91440300708461136T', 'input.buyerTitle'],
  ['INVOICE', '张三', '9144', 'input.taxId'],
  ['INVOICE', '张三', '91440300708461136t', 'input.taxId'],
] as const)('a buyer stands on an invoice, a tax id beside a title: %s, %p, %p', (kind, title, taxId, path) => {
  expect(pathOf(() => assertBuyer(kind, { title, taxId }))).toBe(path);
});

test.each([
  ['24312000000012345678', null],
  ['12345678', null],
  ['1234567', 'input.number'],
  ['243120000000123456789', 'input.number'],
  ['2431200000001234567X', 'input.number'],
])('the number of an e-invoice is 8 to 20 digits: %s', (number, path) => {
  expect(pathOf(() => assertInvoiceNumber('input.number', number))).toBe(path);
});
