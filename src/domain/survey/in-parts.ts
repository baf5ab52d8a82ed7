import { tallyOf, type SurveyCounts } from './survey-counts.js';

/** Forms that came back which are counted at once. */
const AT_ONCE = 10_000;

/**
 * The estates of a round, in their order, by so many forms that came back as are counted at once: no statement takes long,
 * however large the round. An estate is never divided.
 * @rule R-SAT-03
 */
export function inParts<E extends SurveyCounts>(estates: readonly E[], atOnce = AT_ONCE): E[][] {
  const parts: E[][] = [];
  let forms = 0;
  for (const estate of estates) {
    const { returned, byTelephone, blank } = tallyOf([estate]);
    const own = returned + byTelephone + blank;
    const last = parts.at(-1);
    if (last && forms + own <= atOnce) {
      last.push(estate);
      forms += own;
    } else {
      parts.push([estate]);
      forms = own;
    }
  }
  return parts;
}
