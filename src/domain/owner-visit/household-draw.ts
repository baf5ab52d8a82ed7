import { ruleRefused } from '../errors.js';

/** A household that may be drawn. */
export interface Household {
  readonly unitId: string;
  readonly buildingId: string;
}

/** What a draw goes by. */
interface Draw {
  /** Gives the order; the same seed gives the same draw. */
  readonly seed: string;
  /** How many households. */
  readonly wanted: number;
  /** The occupied households of the estate, in any order. */
  readonly occupied: readonly Household[];
  /** Units that were drawn or visited in the cycle already. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Draws households that were neither drawn nor visited in the cycle: in proportion to what is left in each building, by
 * the largest remainders, and within a building by the order that the seed gives. Fewer where fewer are left. Nobody
 * chooses, and whoever knows the seed can draw it again.
 * @rule R-VIS-09 @rule R-VIS-01 @rule D-04
 */
export function drawHouseholds({ seed, wanted, occupied, taken }: Draw): Household[] {
  const left = occupied.filter(({ unitId }) => !taken.has(unitId));
  const total = Math.max(0, Math.min(wanted, left.length));
  if (total === 0) return [];
  const buildings = new Map<string, Household[]>();
  for (const home of left) buildings.set(home.buildingId, [...(buildings.get(home.buildingId) ?? []), home]);
  const shares = [...buildings].map(([buildingId, homes]) => {
    const exact = total * homes.length;
    return { buildingId, homes, whole: Math.floor(exact / left.length), rest: exact % left.length };
  });
  let open = total - shares.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = [...shares].sort((a, b) => b.rest - a.rest || inOrder(seed, a.buildingId, b.buildingId));
  const drawn = byRest.flatMap(({ homes, whole }) => {
    const more = open > 0 ? 1 : 0;
    open -= more;
    const sorted = [...homes].sort((a, b) => inOrder(seed, a.unitId, b.unitId));
    return sorted.slice(0, whole + more);
  });
  return drawn.sort((a, b) => inOrder(seed, a.unitId, b.unitId));
}

/**
 * Refuses a draw by hand that would repeat households of the cycle.
 * @rule R-VIS-09 @rule D-04
 * @throws RULE_REFUSED R-VIS-09 with the units that were drawn or visited already
 */
export function assertNotRedrawn(unitIds: readonly string[], taken: ReadonlySet<string>): void {
  const repeated = unitIds.filter((id) => taken.has(id));
  if (repeated.length > 0)
    throw ruleRefused('R-VIS-09', 'Nobody is drawn twice before everybody has been visited.', { unitIds: repeated });
}

/**
 * Whether a cycle is over: everybody who lives there has been visited, by the estate or by the company.
 * @rule R-VIS-09 @rule Q-35
 */
export const isCycleOver = (occupied: readonly Household[], visited: ReadonlySet<string>): boolean =>
  occupied.length > 0 && occupied.every(({ unitId }) => visited.has(unitId));

function inOrder(seed: string, a: string, b: string): number {
  return placeOf(seed, a) - placeOf(seed, b) || (a < b ? -1 : Number(a > b));
}

/** FNV-1a, 32 bits, with the bits mixed, so that ids that are alike lie far apart. */
function placeOf(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const sign of `${seed}/${id}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
