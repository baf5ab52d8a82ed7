import { drawHouseholds } from '../owner-visit/household-draw.js';

/** Something that may be drawn, with what it is drawn by: `REPAIR/EMERGENCY`. */
export interface Sampled {
  readonly id: string;
  readonly stratum: string;
}

/** How much of a stratum was drawn. */
export interface Stratum {
  readonly stratum: string;
  readonly population: number;
  readonly sampled: number;
}

/**
 * Draws a sample in proportion to the strata, by the largest remainders, as households to visit are drawn: nobody chooses, and
 * whoever knows the seed can draw it again.
 * @rule R-ESC-05 @rule R-VIS-09
 */
export function drawSample<S extends Sampled>(
  seed: string,
  wanted: number,
  population: readonly S[],
): { readonly drawn: S[]; readonly strata: Stratum[] } {
  const byId = new Map(population.map((each) => [each.id, each]));
  const occupied = population.map(({ id, stratum }) => ({ unitId: id, buildingId: stratum }));
  const drawn = drawHouseholds({ seed, wanted, occupied, taken: new Set() }).flatMap(
    ({ unitId }) => byId.get(unitId) ?? [],
  );
  const count = (of: readonly S[], stratum: string): number => of.filter((each) => each.stratum === stratum).length;
  const strata = [...new Set(population.map(({ stratum }) => stratum))]
    .sort()
    .map((stratum) => ({ stratum, population: count(population, stratum), sampled: count(drawn, stratum) }));
  return { drawn, strata };
}
