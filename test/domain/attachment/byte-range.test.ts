import { expect, test } from '@jest/globals';
import { byteRange } from '../../../src/domain/attachment/byte-range.js';

test.each([
  [undefined, 10, null],
  ['bytes=0-3', 10, { first: 0, last: 3 }],
  ['bytes=4-', 10, { first: 4, last: 9 }],
  ['bytes=8-99', 10, { first: 8, last: 9 }],
  ['bytes=-3', 10, { first: 7, last: 9 }],
  ['bytes=-30', 10, { first: 0, last: 9 }],
  ['bytes=-0', 10, 'BEYOND'],
  ['bytes=10-', 10, 'BEYOND'],
  ['bytes=5-2', 10, null],
  ['bytes=-', 10, null],
  ['bytes=0-1,4-5', 10, null],
  ['lines=0-1', 10, null],
  ['bytes=99999999999999999999-', 10, null],
])('Range: %s of %d bytes is %j', (header, size, range) => {
  expect(byteRange(header, size)).toEqual(range);
});
