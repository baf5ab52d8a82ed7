import type { OccupancyCapacity } from '../people/occupancy-capacity.js';
import type { UnitStateKind } from '../place/unit-state.js';
import type { Random } from './random.js';

/** Somebody's time in a unit; days count from 1970-01-01, `until` is the first that no longer belongs to it. */
export interface Tenure {
  readonly capacity: OccupancyCapacity;
  readonly from: number;
  readonly until: number | null;
}

/** What a unit has been through until today. */
export interface UnitStory {
  /** From which day it has been what; days rise (D-28). */
  readonly states: readonly { readonly day: number; readonly state: UnitStateKind }[];
  readonly tenures: readonly Tenure[];
}

/** The life of a home from its delivery to today: taken over, lived in or let, sold on now and then. */
export function homeStory(random: Random, delivered: number, today: number): UnitStory {
  const states = new Map<number, UnitStateKind>([[delivered, 'NOT_TAKEN_OVER']]);
  const taken = delivered + random.int(5, 420);
  if (taken >= today || random.chance(0.03)) return told(states, [], today);
  states.set(taken, 'VACANT');
  const moved = taken + random.int(60, 300);
  const sold = random.chance(0.12) ? random.int(moved + 30, Math.max(moved + 30, today + 400)) : null;
  const owners: Tenure[] =
    sold !== null && sold < today ? [owner(taken, sold), owner(sold, null)] : [owner(taken, null)];
  const use = random.weighted({ OWNER_OCCUPIED: 72, LET: 16, VACANT: 12 });
  if (use === 'VACANT') return told(states, owners, today);
  if (use === 'LET') return told(states, [...owners, ...lettings(random, states, moved, today)], today);
  states.set(moved, 'OWNER_OCCUPIED');
  const family = random.chance(0.33)
    ? [{ capacity: 'OCCUPANT' as const, from: moved, until: beforeToday(sold, today) }]
    : [];
  return told(states, [...owners, ...family], today);
}

/** The life of a shop: let from soon after delivery, to one firm or to two after each other. */
export function shopStory(random: Random, delivered: number, today: number): UnitStory {
  const states = new Map<number, UnitStateKind>([[delivered, 'VACANT']]);
  const lets = lettings(random, states, delivered + random.int(20, 200), today);
  return told(states, [owner(delivered, null), ...lets], today);
}

function lettings(random: Random, states: Map<number, UnitStateKind>, from: number, today: number): Tenure[] {
  const tenures: Tenure[] = [];
  for (let day = from; day < today;) {
    const end = day + random.int(240, 1_300);
    states.set(day, 'LET');
    tenures.push({ capacity: 'TENANT', from: day, until: beforeToday(end, today) });
    if (end < today) states.set(end, 'VACANT');
    day = end + random.int(10, 120);
  }
  return tenures;
}

const owner = (from: number, until: number | null): Tenure => ({ capacity: 'OWNER', from, until });

const beforeToday = (day: number | null, today: number): number | null => (day !== null && day < today ? day : null);

/** Only what has happened by today. */
function told(states: Map<number, UnitStateKind>, tenures: readonly Tenure[], today: number): UnitStory {
  const past = [...states].filter(([day]) => day < today).sort(([a], [b]) => a - b);
  return {
    states: past.map(([day, state]) => ({ day, state })),
    tenures: tenures.filter((tenure) => tenure.from < today),
  };
}
