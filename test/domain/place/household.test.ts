import { describe, expect, test } from '@jest/globals';
import { countHouseholds, stateOn, type DatedState } from '../../../src/domain/place/household.js';
import { UNIT_USES } from '../../../src/domain/place/unit-use.js';

const since = (fromDay: string, state: DatedState['state']): DatedState => ({ fromDay, state });

describe('households of a day', () => {
  test.each([
    ['NOT_TAKEN_OVER', 0, 0],
    ['VACANT', 1, 0],
    ['OWNER_OCCUPIED', 1, 1],
    ['LET', 1, 1],
  ] as const)('D-28 · a home that is %s counts as %i household, %i occupied', (state, households, occupied) => {
    const home = { use: 'RESIDENTIAL' as const, states: [since('2024-01-01', state)] };
    expect(countHouseholds([home], '2024-06-01')).toEqual({ households, occupied });
  });

  test('Q-32 · homes, shops and offices are households; parking, storage, common areas and others are none', () => {
    const counted = UNIT_USES.filter(
      (use) => countHouseholds([{ use, states: [since('2024-01-01', 'LET')] }], '2024-06-01').households === 1,
    );
    expect(counted).toEqual(['RESIDENTIAL', 'SHOP', 'OFFICE']);
  });

  test('D-28 · a state counts from its own day on, the day included, and a planned one not before', () => {
    const states = [since('2024-03-01', 'LET'), since('2024-01-01', 'NOT_TAKEN_OVER'), since('2024-02-01', 'VACANT')];
    expect(
      ['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01', '2099-01-01'].map((day) =>
        stateOn(states, day),
      ),
    ).toEqual([null, 'NOT_TAKEN_OVER', 'NOT_TAKEN_OVER', 'VACANT', 'VACANT', 'LET', 'LET']);
  });

  test('D-28 · a unit without a state on the day is no household', () => {
    const later = { use: 'RESIDENTIAL' as const, states: [since('2025-01-01', 'LET')] };
    expect(countHouseholds([later, { use: 'SHOP', states: [] }], '2024-06-01')).toEqual({ households: 0, occupied: 0 });
  });
});
