import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mapBankLine, readBankMapping } from '../../../src/domain/bank-file/bank-mapping.js';
import { plainReference, UnitDirectory } from '../../../src/domain/bank-file/payer-reference.js';
import { RowRejection } from '../../../src/domain/import/reject-reason.js';
import { amountOf } from '../../../src/domain/money/money.js';

const MAPPING = readBankMapping({
  amount: { column: '贷方金额' },
  fee: { column: '手续费' },
  currency: { column: '币种' },
  bookedDay: { column: '日期', formats: ['YYYYMMDD', 'YYYY-MM-DD'] },
  bankReference: '{流水号}',
  payerReference: '{摘要} {附言}',
});
const GOOD = {
  贷方金额: '1,234.50',
  手续费: '',
  币种: 'CNY',
  日期: '20260303',
  流水号: 'T 001',
  摘要: '物业费',
  附言: 'B1-101',
};
const read = (more: Partial<Record<keyof typeof GOOD, string>> = {}) => {
  const row: Readonly<Record<string, string>> = { ...GOOD, ...more };
  return mapBankLine(MAPPING, (column) => row[column] ?? '', { currency: 'CNY', today: '2026-03-10' });
};

describe("a line of a bank's file", () => {
  test('R-FEE-11 · is money of a day by the number of the bank', () => {
    expect(read()).toEqual({
      ...{
        bankReference: 'T001',
        payerReference: '物业费 B1-101',
        amountMinor: 123_450,
        feeMinor: 0,
        bookedDay: '2026-03-03',
      },
    });
    expect(read({ 贷方金额: '￥１００', 手续费: '-0.60', 日期: '2026-03-10', 附言: '', 摘要: '' })).toMatchObject({
      ...{ amountMinor: 10_000, feeMinor: 60, payerReference: null },
    });
  });

  test.each([
    [{ 贷方金额: '-5' }, 'UNREADABLE_NUMBER'],
    [{ 贷方金额: '0.00' }, 'UNREADABLE_NUMBER'],
    [{ 贷方金额: '1.005' }, 'UNREADABLE_NUMBER'],
    [{ 贷方金额: '' }, 'UNREADABLE_NUMBER'],
    [{ 贷方金额: '1e5' }, 'UNREADABLE_NUMBER'],
    [{ 手续费: '1234.50' }, 'UNREADABLE_NUMBER'],
    [{ 币种: 'HKD' }, 'UNKNOWN_VALUE'],
    [{ 日期: '2026-02-30' }, 'UNREADABLE_DATE'],
    [{ 日期: '' }, 'UNREADABLE_DATE'],
    [{ 日期: '20260311' }, 'IMPOSSIBLE_TIME'],
    [{ 流水号: '' }, 'NO_REFERENCE'],
    [{ 流水号: '张三' }, 'NO_REFERENCE'],
  ])('R-FEE-11 · %j is %s', (more, code) => {
    const verdict = read(more);
    expect(verdict instanceof RowRejection && verdict.code).toBe(code);
  });

  test('R-FEE-11 · every sum reads back to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (minor) => {
        expect(read({ 贷方金额: amountOf(minor) })).toMatchObject({ amountMinor: minor });
      }),
    );
  });

  test.each([
    [{}, 'amount'],
    [{ amount: { column: 'a' } }, 'bookedDay'],
    [{ amount: { column: 'a' }, bookedDay: { column: 'd', formats: ['YYYY'] } }, 'bookedDay.formats[0]'],
    [
      { amount: { column: 'a' }, bookedDay: { column: 'd', formats: ['YYYYMMDD'] }, bankReference: '{' },
      'bankReference',
    ],
    [{ surprise: 1 }, 'surprise'],
  ])('R-FEE-11 · the mapping %j is wrong at %s', (json, path) => {
    let thrown: unknown;
    try {
      readBankMapping(json);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'INVALID_INPUT', facts: { path } });
  });
});

describe('whose unit a payer names', () => {
  const unit = (id: string, buildingCode: string, code: string, buildingName = `${buildingCode}号楼`) => ({
    ...{ id, buildingCode, code, buildingName },
  });
  const directory = new UnitDirectory(
    [unit('a', '1', '101'), unit('b', '2', '101'), unit('c', '2', '1502'), unit('d', 'B3', '88')],
    [{ reference: plainReference('王五 房租'), unitId: 'c' }],
  );

  test.each([
    ['1-101', 'a'],
    ['1栋101室', 'a'],
    ['1号楼 101', 'a'],
    ['１－１０１', 'a'],
    ['物业费 2-101 李四', 'b'],
    ['物业费,b3 88', 'd'],
    ['1502', 'c'],
    ['101', 'AMBIGUOUS'],
    ['1-101 2-101', 'AMBIGUOUS'],
    ['李四', 'UNKNOWN'],
    ['99', 'UNKNOWN'],
    ['王五房租', 'c'],
  ])('R-FEE-11 · %s: %s', (text, found) => {
    const unit = directory.find(text);
    expect(typeof unit === 'string' ? unit : unit.unitId).toBe(found);
  });
});
