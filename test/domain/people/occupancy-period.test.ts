import { expect, test } from '@jest/globals';
import { holdsOn, overlap } from '../../../src/domain/people/occupancy-period.js';

test.each([
  ['2024-01-01', null, '2023-12-31', false],
  ['2024-01-01', null, '2024-01-01', true],
  ['2024-01-01', '2024-02-01', '2024-01-31', true],
  ['2024-01-01', '2024-02-01', '2024-02-01', false],
])(
  'D-30 · an occupancy holds from its first day until before its last: %s–%s on %s is %s',
  (fromDay, untilDay, day, holds) => {
    expect(holdsOn({ fromDay, untilDay }, day)).toBe(holds);
  },
);

test.each([
  ['2024-01-01', '2024-02-01', '2024-02-01', null, false],
  ['2024-01-01', '2024-02-02', '2024-02-01', null, true],
  ['2024-01-01', null, '2025-01-01', '2025-01-02', true],
  ['2024-01-01', null, '2020-01-01', '2024-01-01', false],
  ['2024-01-01', null, '2020-01-01', null, true],
])('D-30 · periods that only touch do not overlap: %s–%s with %s–%s is %s', (a, b, c, d, expected) => {
  const [one, other] = [
    { fromDay: a, untilDay: b },
    { fromDay: c, untilDay: d },
  ];
  expect(overlap(one, other)).toBe(expected);
  expect(overlap(other, one)).toBe(expected);
});
