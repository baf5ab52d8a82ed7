import type { UnitStateKind } from './unit-state.js';
import type { UnitUse } from './unit-use.js';

/**
 * Uses that make a unit a household: homes, and shops and offices, since firms are served like households. Parking,
 * storage, common areas and what is not classed are none.
 * @rule Q-32
 */
export const HOUSEHOLD_USES: readonly UnitUse[] = ['RESIDENTIAL', 'SHOP', 'OFFICE'];

/** States in which such a unit is a household: from the day on which it is taken over. @rule D-28 */
export const HOUSEHOLD_STATES: readonly UnitStateKind[] = ['VACANT', 'OWNER_OCCUPIED', 'LET'];

/** States in which a household is occupied. @rule D-28 */
export const OCCUPIED_STATES: readonly UnitStateKind[] = ['OWNER_OCCUPIED', 'LET'];

/** A state of a unit, in force from the day on until the unit's next one. */
export interface DatedState {
  /** `YYYY-MM-DD` in the estate's zone; the day itself already counts. */
  readonly fromDay: string;
  readonly state: UnitStateKind;
}

/** A unit with all its states, in any order. */
export interface UnitWithStates {
  readonly use: UnitUse;
  readonly states: readonly DatedState[];
}

/** How many households there are, and how many of them are occupied. */
export interface HouseholdCount {
  readonly households: number;
  readonly occupied: number;
}

/** The state in force on a day; null before the first one. @rule D-28 */
export function stateOn(states: readonly DatedState[], day: string): UnitStateKind | null {
  let found: DatedState | null = null;
  for (const dated of states) if (dated.fromDay <= day && (!found || dated.fromDay > found.fromDay)) found = dated;
  return found?.state ?? null;
}

/** Counts the households of units on a day: past, present or planned. @rule D-28 @rule Q-32 */
export function countHouseholds(units: readonly UnitWithStates[], day: string): HouseholdCount {
  const states = units
    .filter((unit) => HOUSEHOLD_USES.includes(unit.use))
    .map((unit) => stateOn(unit.states, day))
    .filter((state) => state !== null && HOUSEHOLD_STATES.includes(state));
  return {
    households: states.length,
    occupied: states.filter((state) => state !== null && OCCUPIED_STATES.includes(state)).length,
  };
}
