import { describe, expect, test } from '@jest/globals';
import { csvField, splitRecord } from '../../../src/domain/import/csv-record.js';

describe('records of a CSV file', () => {
  test.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['', ['']],
    ['a,', ['a', '']],
    ['"a, b",c', ['a, b', 'c']],
    ['"say ""hello""",c', ['say "hello"', 'c']],
    ['"",x', ['', 'x']],
    ['"two\nlines",x', ['two\nlines', 'x']],
    ['5" pipe,x', ['5" pipe', 'x']],
    ['x,"last"', ['x', 'last']],
  ])('%j is split into its fields', (text, fields) => {
    expect(splitRecord(text, ',')).toEqual(fields);
  });

  test('an open quote may go on in the next line; text behind a closing one is broken', () => {
    expect(splitRecord('1,"open,x', ',')).toBe('OPEN');
    expect(splitRecord('1,"open""', ',')).toBe('OPEN');
    expect(splitRecord('1,"closed"too,x', ',')).toBe('BROKEN');
  });

  test('what is written as a field is read as the same field', () => {
    for (const text of ['plain', 'with, comma', 'with "quotes"', 'two\nlines', ''])
      expect(splitRecord(csvField(text, ','), ',')).toEqual([text]);
  });
});
