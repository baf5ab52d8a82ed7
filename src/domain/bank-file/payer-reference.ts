import { halfWidth } from '../import/written-value.js';

/** A unit as a payer may write it. */
export interface NamedUnit {
  readonly id: string;
  readonly code: string;
  readonly buildingCode: string;
  readonly buildingName: string;
}

/** The unit that is named, or why none is. */
type FoundUnit = { readonly unitId: string } | 'UNKNOWN' | 'AMBIGUOUS';

/** Signs and words between the parts of an address that people leave out or add. */
const BETWEEN = /[\s\-–—_/\\.#:,;，；、。：()（）]|号楼|号|栋|幢|座|楼|室|房/gu;
const TOKENS = /[\s,;，；、。:：|]+/u;

/** A reference without what people write one way or another; empty where nothing is left. */
export const plainReference = (text: string): string => halfWidth(text).toUpperCase().replace(BETWEEN, '');

/**
 * The units of an estate by what their payers write, for looking many references up. A code without its building counts
 * where only one unit of the estate has it.
 */
export class UnitDirectory {
  readonly #byName = new Map<string, Set<string>>();

  constructor(
    units: readonly NamedUnit[],
    learned: readonly { readonly reference: string; readonly unitId: string }[] = [],
  ) {
    for (const { id, code, buildingCode, buildingName } of units)
      for (const name of [`${buildingCode} ${code}`, `${buildingName} ${code}`, code])
        this.#add(plainReference(name), id);
    for (const { reference, unitId } of learned) this.#byName.set(reference, new Set([unitId]));
  }

  #add(name: string, id: string): void {
    if (name !== '') this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(id));
  }

  /**
   * The unit that a reference names: by the whole of it, or else by one of its words or two neighbouring ones. Several
   * units: ambiguous; the longest name counts, so that a building before the code decides.
   */
  find(text: string): FoundUnit {
    const words = text.split(TOKENS).filter((word) => word !== '');
    const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
    for (const names of [[text], pairs, words]) {
      const found = new Set(names.flatMap((name) => [...(this.#byName.get(plainReference(name)) ?? [])]));
      const [only] = found;
      if (only !== undefined) return found.size === 1 ? { unitId: only } : 'AMBIGUOUS';
    }
    return 'UNKNOWN';
  }
}
