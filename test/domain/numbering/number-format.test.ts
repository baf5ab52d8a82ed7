import { describe, expect, test } from '@jest/globals';
import { formatInForce } from '../../../src/domain/numbering/format-in-force.js';
import { formatsClash } from '../../../src/domain/numbering/formats-clash.js';
import {
  DEFAULT_NUMBER_FORMAT,
  frameOf,
  readNumberFormat,
  writeNumber,
} from '../../../src/domain/numbering/number-format.js';
import { seriesOf, type NumberSubject } from '../../../src/domain/numbering/number-subject.js';
import { localDay } from '../../../src/domain/place/local-day.js';

const read = (text: string, ofCompany = false) => readNumberFormat('input.format', text, ofCompany);
const written = (format: string, serial: number): string =>
  writeNumber(frameOf(read(format), { estateCode: 'E01', kind: 'R', day: '2026-03-09' }), serial);

describe('numbers are written as a format says', () => {
  test.each([
    [DEFAULT_NUMBER_FORMAT, 42, 'E01-R26-00042'],
    [DEFAULT_NUMBER_FORMAT, 123_456, 'E01-R26-123456'],
    ['{kind}{yyyy}{mm}{seq:3}', 7, 'R202603007'],
    ['{seq:4}/{yy}/{kind}', 1, '0001/26/R'],
    ['海港{kind}{yyyy}第{seq}', 12, '海港R2026第00012'],
  ])('%s, %i: %s', (format, serial, number) => expect(written(format, serial)).toBe(number));

  test.each([
    ['{estate}-{kind}{yy}', 'must hold {seq} exactly once'],
    ['{kind}{yy}{seq}{seq:3}', 'must hold {seq} exactly once'],
    ['{estate}-{yy}-{seq}', 'must hold {kind} exactly once'],
    ['{estate}-{kind}-{seq}', 'must hold {yy} or {yyyy} exactly once'],
    ['{kind}{yy}{yyyy}{seq}', 'must hold {yy} or {yyyy} exactly once'],
    ['{kind}{yy}{mm}{mm}{seq}', 'must not hold a part twice'],
    ['{kind}{yy}{seq:0}', '"{" is no part of a number'],
    ['{kind}{yy} {seq}', '" " is no part of a number'],
    ['={kind}{yy}{seq}', '"=" is no part of a number'],
    ['{kind}{yy}{seq}{day}', '"{" is no part of a number'],
    [`{kind}{yy}{seq}${'x'.repeat(80)}`, 'must have at most 80 characters'],
  ])('%s is refused: %s', (format, refusal) => expect(() => read(format)).toThrow(refusal));

  test('the format of several estates tells the estate', () => {
    expect(() => read('{kind}{yy}-{seq}', true)).toThrow('must hold {estate}');
    expect(() => read('{estate}{kind}{yy}-{seq}', true)).not.toThrow();
  });
});

describe('no number is written twice', () => {
  test.each<[NumberSubject, string, NumberSubject, string, boolean]>([
    ['REPAIR', DEFAULT_NUMBER_FORMAT, 'COMPLAINT', DEFAULT_NUMBER_FORMAT, false],
    ['REPAIR', DEFAULT_NUMBER_FORMAT, 'REPAIR', '{estate}-{kind}{yy}-{seq:7}', false],
    ['REPAIR', DEFAULT_NUMBER_FORMAT, 'REPAIR', '{estate}-{kind}{yyyy}-{seq:5}', false],
    ['REPAIR', '{kind}{yy}{seq:5}', 'REPAIR', '{kind}{yy}1{seq:4}', true],
    ['REPAIR', '{kind}{yy}{seq:5}', 'REPAIR', '{kind}{yyyy}{seq:3}', true],
    ['SUGGESTION', 'A{kind}{yy}{seq:5}', 'REPAIR', 'AS{yy}{seq:5}{kind}', false],
    ['SUGGESTION', '{kind}{yy}{seq:5}', 'REPAIR', 'S{yy}{seq:5}{kind}', false],
    ['SUGGESTION', '{kind}R{yy}{seq:5}', 'REPAIR', 'S{kind}{yy}{seq:3}', true],
  ])('%s %s, %s %s: %s', (subject, format, otherSubject, other, clash) => {
    const [a, b] = [
      { subject, format: read(format) },
      { subject: otherSubject, format: read(other) },
    ];
    expect([formatsClash(a, b), formatsClash(b, a)]).toEqual([clash, clash]);
  });
});

test('the estate’s own format holds, else the company’s, else the product’s, each from its day', () => {
  const versions = [
    { estateId: null, subject: 'REPAIR', format: 'company', fromDay: '2026-01-01' },
    { estateId: 'e1', subject: 'REPAIR', format: 'estate', fromDay: '2026-03-01' },
    { estateId: 'e1', subject: 'REPAIR', format: null, fromDay: '2026-05-01' },
    { estateId: null, subject: 'COMPLAINT', format: 'other', fromDay: '2026-01-01' },
  ] as const;
  const at = (estateId: string | null, day: string) => formatInForce(versions, { estateId, subject: 'REPAIR', day });
  expect(at('e1', '2025-12-31')).toEqual({ format: DEFAULT_NUMBER_FORMAT, source: 'PRODUCT' });
  expect(at('e1', '2026-01-01')).toEqual({ format: 'company', source: 'COMPANY' });
  expect(at('e1', '2026-03-01')).toEqual({ format: 'estate', source: 'ESTATE' });
  expect(at('e1', '2026-05-01')).toEqual({ format: 'company', source: 'COMPANY' });
  expect(at('e2', '2026-03-01')).toEqual({ format: 'company', source: 'COMPANY' });
  expect(at(null, '2026-03-01')).toEqual({ format: 'company', source: 'COMPANY' });
});

test('R-RPR-03 · numbers run by estate and by the year that the estate is in', () => {
  const newYear = new Date('2026-12-31T16:00:00Z');
  expect(seriesOf('REPAIR', localDay(newYear, 'Asia/Shanghai'))).toBe('REPAIR-2027');
  expect(seriesOf('REPAIR', localDay(newYear, 'Europe/London'))).toBe('REPAIR-2026');
});
