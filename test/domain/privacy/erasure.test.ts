import { describe, expect, test } from '@jest/globals';
import { isTelling, obstaclesTo } from '../../../src/domain/privacy/erasure.js';

describe('what stands against an erasure', () => {
  test.each([
    [{ openTickets: 0, occupancies: 0, openLines: 0 }, []],
    [{ openTickets: 2, occupancies: 0, openLines: 0 }, ['OPEN_TICKETS']],
    [{ openTickets: 0, occupancies: 1, openLines: 0 }, ['CURRENT_OCCUPANCY']],
    [{ openTickets: 1, occupancies: 1, openLines: 0 }, ['OPEN_TICKETS', 'CURRENT_OCCUPANCY']],
    [{ openTickets: 0, occupancies: 0, openLines: 1 }, ['OPEN_ACCOUNT']],
  ])('Q-24 · %j: %j', (open, obstacles) => {
    expect(obstaclesTo(open)).toEqual(obstacles);
  });

  test.each([
    [null, false],
    ['', false],
    ['110', false],
    ['123456', false],
    ['1234567', true],
    ['13800000001', true],
  ])('R-ARC-08 · the number %s is looked for in texts: %s', (phone, telling) => {
    expect(isTelling(phone)).toBe(telling);
  });
});
