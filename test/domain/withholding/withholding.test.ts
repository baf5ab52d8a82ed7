import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../src/domain/errors.js';
import { RowRejection } from '../../../src/domain/import/reject-reason.js';
import { drawItems, sharesOf, type DueCharge } from '../../../src/domain/withholding/draw-items.js';
import {
  accountNumber,
  assertMandateTime,
  holdsOn,
  lastDigits,
  overlap,
} from '../../../src/domain/withholding/mandate.js';
import { assertOutgoing, outgoingFile, type OutgoingField } from '../../../src/domain/withholding/outgoing-file.js';
import { mapResult, readResultMapping, type ResultDraft } from '../../../src/domain/withholding/result-mapping.js';
import { takeAnswer } from '../../../src/domain/withholding/take-answer.js';
import { assertBatch, BATCH_STAGES, ITEM_STATES } from '../../../src/domain/withholding/withholding-life.js';

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.facts['rule'] ?? error.facts['path'];
  }
};

describe('mandates', () => {
  test('R-MIN-04 · an account is 8 to 32 digits, however they are parted; the last four are shown', () => {
    expect(accountNumber('a', '6222 0200-1234 5678')).toBe('6222020012345678');
    expect(accountNumber('a', '６２２２０２００１２３４')).toBe('622202001234');
    expect(lastDigits('6222020012345678')).toBe('5678');
    for (const text of ['1234567', '12345678x', '', '1'.repeat(33)])
      expect([text, refusal(() => accountNumber('a', text))]).toEqual([text, 'a']);
  });

  test('R-MIN-04 · two mandates overlap exactly where a day is in both', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
    const time = fc
      .tuple(day, fc.option(day))
      .map(([fromDay, untilDay]) => ({ fromDay, untilDay: untilDay === null || untilDay > fromDay ? untilDay : null }));
    fc.assert(
      fc.property(time, time, (a, b) => {
        const days = Array.from({ length: 12 }, (_, i) => `2026-01-${String(i + 1).padStart(2, '0')}`);
        expect(overlap(a, b)).toBe(days.some((each) => holdsOn(a, each) && holdsOn(b, each)));
      }),
    );
    expect(refusal(() => assertMandateTime({ fromDay: '2026-01-02', untilDay: '2026-01-02' }))).toBe('input.untilDay');
  });
});

describe('batches', () => {
  test('R-FEE-11 · an item a mandate asks for all that is due under it; no charge is asked for twice, no reference used twice', () => {
    const due = fc.record({
      mandateId: fc.constantFrom('m', 'n', 'o'),
      openMinor: fc.integer({ min: 1, max: 1e9 }),
    });
    fc.assert(
      fc.property(fc.array(due, { maxLength: 40 }), (rows) => {
        const charges = rows.map((row, i): DueCharge => ({
          ...row,
          chargeId: `c${i}`,
          payerId: 'p',
          mandateUnitId: null,
        }));
        const items = drawItems(charges, 7);
        expect(new Set(items.map(({ reference }) => reference)).size).toBe(items.length);
        expect(items.flatMap((item) => item.charges.map(({ chargeId }) => chargeId)).sort()).toEqual(
          charges.map(({ chargeId }) => chargeId).sort(),
        );
        for (const { amountMinor, charges: own } of items)
          expect(own.reduce((sum, each) => sum + each.amountMinor, 0)).toBe(amountMinor);
      }),
    );
    expect(
      drawItems([{ chargeId: 'c', mandateId: 'm', payerId: 'p', mandateUnitId: 'u', openMinor: 5 }], 12),
    ).toMatchObject([{ reference: 'W12-00001', unitId: 'u', amountMinor: 5 }]);
  });

  test('R-FEE-11 · what was withheld goes on what was asked for, never more than is open, and never more than came', () => {
    const asked = fc.record({
      amountMinor: fc.integer({ min: 1, max: 999 }),
      openMinor: fc.integer({ min: 0, max: 999 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 8 }), fc.integer({ min: 1, max: 5000 }), (rows, withheld) => {
        const charges = rows.map((row, i) => ({ ...row, chargeId: `c${i}` }));
        const shares = sharesOf(withheld, charges);
        expect(shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(withheld);
        for (const { chargeId, amountMinor } of shares) {
          const charge = charges.find((each) => each.chargeId === chargeId);
          expect(amountMinor).toBeGreaterThan(0);
          expect(amountMinor).toBeLessThanOrEqual(Math.min(charge?.amountMinor ?? 0, charge?.openMinor ?? 0));
        }
      }),
    );
  });

  test.each(BATCH_STAGES)('R-FEE-11 · what a batch in stage %s takes', (stage) => {
    const allowed = { DRAWN: ['send', 'cancel'], SENT: ['send', 'close'], DONE: [], CANCELLED: [] }[stage] as string[];
    for (const verb of ['send', 'close', 'cancel'] as const)
      expect([verb, refusal(() => assertBatch(verb, stage))]).toEqual([
        verb,
        allowed.includes(verb) ? undefined : 'R-FEE-11',
      ]);
  });
});

describe('files to the bank', () => {
  const column = (field: OutgoingField) => ({ name: field.toLowerCase(), field });
  const columns = [column('REFERENCE'), column('ACCOUNT'), column('HOLDER'), column('AMOUNT')];
  const item = {
    ...{ reference: 'W1-00001', bank: 'ICBC', account: '0012345678', holder: '张,"三"', agreement: null },
    ...{ amountMinor: 100_50, currency: 'CNY', room: 'B1-101' },
  };

  test('R-FEE-11 · a line an item, with the columns that the bank wants; what parts columns stands in quotes', () => {
    expect(outgoingFile({ columns }, [item])).toBe(
      'reference,account,holder,amount\r\nW1-00001,0012345678,"张,""三""",100.50\r\n',
    );
    const bare = {
      delimiter: '|',
      header: false,
      columns: [column('LINE'), column('AMOUNT_MINOR'), column('EMPTY'), column('ROOM')],
    };
    expect(outgoingFile(bare, [item, item])).toBe('1|10050||B1-101\r\n2|10050||B1-101\r\n');
  });

  test.each([
    [{ columns: columns.slice(1) }, 'm.columns'],
    [{ columns: columns.slice(0, 3) }, 'm.columns'],
    [{ columns: [...columns, column('HOLDER')] }, 'm.columns'],
    [{ columns, delimiter: 'x' }, 'm.delimiter'],
    [{ columns: [...columns, column('EMPTY'), column('EMPTY')] }, undefined],
  ])('R-FEE-11 · %j is refused at %s', (mapping, path) => {
    expect(refusal(() => assertOutgoing(mapping, 'm'))).toBe(path);
  });
});

describe('answers of the bank', () => {
  const said = {
    ...{
      reference: 'ref',
      status: 'st',
      amount: 'amt',
      fee: 'fee',
      day: 'day',
      dayFormats: ['YYYYMMDD'],
      bankReference: 'no',
    },
    ...{ paid: ['0000'], failures: [{ code: '1001', reason: 'INSUFFICIENT_FUNDS' as const }] },
  };
  const mapping = readResultMapping(said, 'm');
  const read = (row: Record<string, string>) => {
    const full: Record<string, string> = {
      ref: 'w1-00001',
      st: '0000',
      amt: '100.50',
      fee: '',
      day: '20260302',
      no: 'B77',
      ...row,
    };
    const draft = mapResult(mapping, (name) => full[name] ?? '', '2026-03-05');
    return draft instanceof RowRejection ? draft.code : draft;
  };

  test.each<[Record<string, string>, object | string]>([
    [
      {},
      { reference: 'W1-00001', paid: true, amountMinor: 10050, feeMinor: 0, day: '2026-03-02', bankReference: 'B77' },
    ],
    [
      { fee: '-1.5', no: '' },
      { feeMinor: 150, bankReference: null },
    ],
    [
      { st: '1001', amt: '' },
      { paid: false, code: '1001', reason: 'INSUFFICIENT_FUNDS' },
    ],
    [{ st: '余额不足' }, { paid: false, code: '余额不足', reason: 'OTHER' }],
    [{ ref: '' }, 'NO_REFERENCE'],
    [{ st: '' }, 'UNKNOWN_VALUE'],
    [{ amt: '0' }, 'UNREADABLE_NUMBER'],
    [{ amt: '1.005' }, 'UNREADABLE_NUMBER'],
    [{ fee: '100.50' }, 'UNREADABLE_NUMBER'],
    [{ day: '' }, 'UNREADABLE_DATE'],
    [{ day: 'x' }, 'UNREADABLE_DATE'],
    [{ day: '20260306' }, 'IMPOSSIBLE_TIME'],
  ])('R-FEE-11 · %j is read as %j', (row, wanted) => {
    if (typeof wanted === 'string') expect(read(row)).toBe(wanted);
    else expect(read(row)).toMatchObject(wanted);
  });

  test('R-FEE-11 · a mapping gives each code one meaning, and says how days are written', () => {
    expect(refusal(() => readResultMapping({ ...said, failures: [{ code: '0000', reason: 'OTHER' }] }, 'm'))).toBe(
      'm.failures',
    );
    expect(refusal(() => readResultMapping({ ...said, dayFormats: [] }, 'm'))).toBe('m.dayFormats');
    expect(refusal(() => readResultMapping({ ...said, delimiter: '#' }, 'm'))).toBe('m.delimiter');
  });

  const paid = (amountMinor: number): ResultDraft => ({
    ...{ reference: 'r', paid: true, amountMinor, feeMinor: 0, day: '2026-03-02', bankReference: null },
  });
  const failed: ResultDraft = { reference: 'r', paid: false, code: '1', reason: 'OTHER' };
  test.each(ITEM_STATES)(
    'R-FEE-11 · an answer about an item that is %s: money is booked once and never lost',
    (state) => {
      const item = { state, amountMinor: 5 };
      const effects = [takeAnswer(item, paid(5)), takeAnswer(item, paid(4)), takeAnswer(item, failed)];
      expect(effects).toEqual(
        {
          OPEN: ['WITHHELD', 'SUSPENDED', 'FAILED'],
          WITHHELD: ['REPEATED', 'SUSPENDED', 'CONTRADICTION'],
          PAID: ['REPEATED', 'SUSPENDED', 'CONTRADICTION'],
          FAILED: ['SUSPENDED', 'SUSPENDED', 'REPEATED'],
          CANCELLED: ['SUSPENDED', 'SUSPENDED', 'REPEATED'],
        }[state],
      );
      expect([takeAnswer(null, paid(5)), takeAnswer(null, failed)]).toEqual(['SUSPENDED', 'UNKNOWN']);
    },
  );
});
