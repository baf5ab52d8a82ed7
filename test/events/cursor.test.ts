import { describe, expect, test } from '@jest/globals';
import { decodeCursor, encodeCursor } from '../../src/events/cursor.js';

const COMPANY = '01930000-0000-7000-8000-000000000001';
const OTHER = '01930000-0000-7000-8000-000000000002';

const refusalOf = (cursor: string): unknown => {
  try {
    return decodeCursor(COMPANY, cursor, 'after');
  } catch (error) {
    return error;
  }
};

describe('a cursor of the event log', () => {
  test.each([0, 1, Number.MAX_SAFE_INTEGER])('reads back at %d', (seq) => {
    const position = { epoch: 4_294_967_295, seq };
    expect(decodeCursor(COMPANY, encodeCursor(COMPANY, position), 'after')).toEqual(position);
  });

  test.each([
    ['of another company', encodeCursor(OTHER, { epoch: 1, seq: 1 })],
    ['beyond every number that a log can reach', encodeCursor(COMPANY, { epoch: 1, seq: 2 ** 63 })],
    ['mangled', encodeCursor(COMPANY, { epoch: 1, seq: 1 }).replace(/^./, 'z')],
    ['empty', ''],
  ])('is refused when it is %s', (_, cursor) => {
    expect(refusalOf(cursor)).toMatchObject({ code: 'INVALID_INPUT', facts: { path: 'after' } });
  });
});
