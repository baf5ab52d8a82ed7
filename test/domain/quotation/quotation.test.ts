import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import type { ListedPrice } from '../../../src/domain/price/price.js';
import { assertPriceCode } from '../../../src/domain/price/price.js';
import {
  assertAnswered,
  assertConsent,
  isChargeable,
  lacksConsent,
  type Charge,
  type ConsentClaim,
} from '../../../src/domain/quotation/consent.js';
import { quotationLine, sumOf, type AskedLine } from '../../../src/domain/quotation/quotation-lines.js';
import { pausedUntil } from '../../../src/domain/ticket/developer-part.js';

const refusal = (act: () => unknown): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.facts['rule'] ?? error.facts['path'];
  }
};

const TAP: ListedPrice = {
  code: 'TAP-01',
  kind: 'PART',
  name: '水龙头',
  unit: '个',
  priceMinor: 4_550,
  currency: 'CNY',
};
const LIST = new Map([['TAP-01', TAP]]);
const FREE: AskedLine = {
  kind: 'LABOUR',
  name: '安装',
  unit: '次',
  price: { amount: '30', currency: 'CNY' },
  quantity: '1.5',
};

describe('R-DSP-13 · the lines of a quotation', () => {
  test('a listed line takes its price from the list of the day, a free one says its own', () => {
    expect(quotationLine('l', { code: 'TAP-01', quantity: '2' }, LIST)).toMatchObject({
      ...TAP,
      quantityMilli: 2_000,
      amountMinor: 9_100,
    });
    expect(quotationLine('l', FREE, LIST)).toMatchObject({ code: null, priceMinor: 3_000, amountMinor: 4_500 });
  });

  test.each<[AskedLine, string]>([
    [{ code: 'TAP-02', quantity: '1' }, 'l.code'],
    [{ code: 'TAP-01', quantity: '0' }, 'l.quantity'],
    [{ code: 'TAP-01', name: '别的', quantity: '1' }, 'l.name'],
    [{ code: 'TAP-01', price: { amount: '1', currency: 'CNY' }, quantity: '1' }, 'l.price'],
    [{ ...FREE, kind: null }, 'l.kind'],
    [{ ...FREE, name: null }, 'l.name'],
    [{ ...FREE, unit: null }, 'l.unit'],
    [{ ...FREE, price: null }, 'l.price'],
    [{ ...FREE, price: { amount: '-1', currency: 'CNY' } }, 'l.price.amount'],
  ])('%j is refused at %s', (line, path) => {
    expect(refusal(() => quotationLine('l', line, LIST))).toBe(path);
  });

  test('labour and parts are summed up apart, in one currency', () => {
    const lines = [
      quotationLine('l', { code: 'TAP-01', quantity: '2' }, LIST),
      quotationLine('l', FREE, LIST),
      quotationLine('l', { ...FREE, kind: 'PART' }, LIST),
    ];
    expect(sumOf('l', lines)).toEqual({
      currency: 'CNY',
      labourMinor: 4_500,
      partsMinor: 13_600,
      totalMinor: 18_100,
    });
    const dollars = quotationLine('l', { ...FREE, price: { amount: '1', currency: 'USD' } }, LIST);
    expect(refusal(() => sumOf('l', [...lines, dollars]))).toBe('l.3');
    expect(refusal(() => sumOf('l', []))).toBe('l');
  });

  test.each([
    ['TAP-01', null],
    ['tap', 'c'],
    ['-A', 'c'],
    ['', 'c'],
    ['A'.repeat(21), 'c'],
  ])('“%s” as a code: %s', (code, path) => {
    expect(
      refusal(() => {
        assertPriceCode('c', code);
      }),
    ).toBe(path);
  });
});

describe('R-DSP-13 · the customer agrees before work starts', () => {
  test.each<[Charge, number, boolean, boolean, unknown]>([
    [{ responsibility: null, quotation: null }, 0, false, false, null],
    [{ responsibility: 'COMPANY', quotation: null }, 3, false, false, null],
    [{ responsibility: 'OWNER_PAYS', quotation: null }, 0, true, true, null],
    [{ responsibility: 'OWNER_PAYS', quotation: null }, 1, true, true, 'R-DSP-13'],
    [{ responsibility: null, quotation: 'OFFERED' }, 0, true, true, 'R-DSP-13'],
    [{ responsibility: 'OWNER_PAYS', quotation: 'DECLINED' }, 1, true, true, 'R-DSP-13'],
    [{ responsibility: 'OWNER_PAYS', quotation: 'ACCEPTED' }, 1, true, false, null],
  ])('%j, seen %i times: chargeable %s, without consent %s, a start: %s', (charge, visits, pays, lacks, rule) => {
    expect([isChargeable(charge), lacksConsent(charge)]).toEqual([pays, lacks]);
    expect(
      refusal(() => {
        assertConsent(charge, visits);
      }),
    ).toBe(rule);
  });

  test.each<[ConsentClaim, boolean, unknown]>([
    [{ mode: 'APP' }, true, null],
    [{ mode: 'APP' }, false, 'input.mode'],
    [{ mode: 'TELEPHONE', reason: 'x' }, true, 'input.mode'],
    [{ mode: 'TELEPHONE', reason: 'x' }, false, null],
    [{ mode: 'TELEPHONE' }, false, 'input.reason'],
    [{ mode: 'IN_WRITING', attachmentId: 'a' }, false, null],
    [{ mode: 'FACE_TO_FACE' }, false, 'input.reason'],
    [{ mode: 'MESSAGE', reason: 'x' }, false, null],
    [{ mode: 'IN_WRITING' }, false, 'input.attachmentId'],
    [{ mode: 'IN_WRITING', attachmentId: 'a', reason: 'x' }, false, 'input.reason'],
    [{ mode: 'APP', attachmentId: 'a' }, true, 'input.attachmentId'],
  ])('%j by a resident %s: %s', (claim, byResident, path) => {
    expect(
      refusal(() => {
        assertAnswered(claim, byResident);
      }),
    ).toBe(path);
  });
});

describe("D-05 · the developer's part pauses no longer than the cap", () => {
  const day = (count: number): Date => new Date(Date.UTC(2026, 10, count));
  test.each([
    [1, 5, 15, undefined, 5],
    [1, 16, 15, undefined, 16],
    [1, 17, 15, undefined, 16],
    [10, 25, 15, 1, 16],
    [20, 25, 15, 1, 20],
    [1, 5, 0, undefined, 1],
  ])(
    'passed on the %i., promised for the %i., capped at %i days, first on %s: until the %i.',
    (at, due, cap, first, until) => {
      expect(pausedUntil(day(at), day(due), cap * 1_440, first === undefined ? undefined : day(first))).toEqual(
        day(until),
      );
    },
  );

  test('a promise lies ahead', () => {
    expect(refusal(() => pausedUntil(day(5), day(5), 1_440))).toBe('input.dueAt');
  });
});
