import { describe, expect, test } from '@jest/globals';
import { csvLine, harmless } from '../../../src/domain/export/csv-cell.js';
import { localTime } from '../../../src/domain/export/local-time.js';
import { splitRecord } from '../../../src/domain/import/csv-record.js';

describe('what people wrote becomes no formula', () => {
  test.each([
    ['=1+1', `'=1+1`],
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['+cmd|calc', `'+cmd|calc`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `'\r=1`],
    ['  =1', `'  =1`],
    ['\u0000=1', `'\u0000=1`],
    ['＝1+1', `'＝1+1`],
    ['- 漏水', `'- 漏水`],
    ['+86-138;=1', `'+86-138;=1`],
  ])('%j is written as %j', (text, written) => expect(harmless(text)).toBe(written));

  test.each([
    '漏水',
    'a=b',
    '13800001111',
    '021-55550000',
    '-5',
    '-5.25',
    '+3%',
    '1,234.50',
    '',
    "'quoted",
    '2026-01-01',
  ])('%j stays', (text) => expect(harmless(text)).toBe(text));

  test.each([
    ['+8613800001111', '+8613800001111'],
    ['+86 138 0000 1111', '+86 138 0000 1111'],
    ['+86-138-0000-1111', '+86 138 0000 1111'],
    ['+1 (555) 010-2000', '+1  555  010 2000'],
  ])('the telephone %s keeps its digits: %s', (text, written) => expect(harmless(text)).toBe(written));
});

test('a record is RFC 4180, and reads back as it was', () => {
  const cells = ['a,b', 'say "hi"', 'two\nlines', null, 12.5, '张三'];
  const line = csvLine(cells);
  expect(line).toBe('"a,b","say ""hi""","two\nlines",,12.5,张三\r\n');
  expect(splitRecord(line.slice(0, -2), ',')).toEqual(['a,b', 'say "hi"', 'two\nlines', '', '12.5', '张三']);
});

test('instants stand in the time of the estate', () => {
  const instant = new Date('2026-03-08T16:05:09Z');
  expect(localTime(instant, 'Asia/Shanghai')).toBe('2026-03-09 00:05:09');
  expect(localTime(instant, 'America/Los_Angeles')).toBe('2026-03-08 09:05:09');
});
