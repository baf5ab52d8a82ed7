/** The smallest number of answers that a cell shows to an estate's own staff. @rule D-29 */
export const FEWEST_ANSWERS = 5;

/** The smallest part that answers are counted in: one building and one way of answering. */
export interface Atom {
  readonly key: string;
  readonly answers: number;
}

/** A cell that might be shown: some of the parts. */
export interface Cell {
  readonly id: string;
  readonly atoms: ReadonlySet<string>;
}

/**
 * Which cells may be shown to those who are not to learn what single households said. A cell is opened in its turn only if
 * what is known afterwards, by adding and subtracting whatever is open, still is of groups of at least five answers, or of
 * none: each opened cell cuts the groups in two where it crosses them, and no piece may have one to four.
 * @param blocks the groups that stand apart from the start, such as interviews on the telephone
 * @param cells the more telling ones first
 * @returns ids of the cells that are open
 * @rule D-29
 */
export function openCells(
  atoms: readonly Atom[],
  blocks: readonly ReadonlySet<string>[],
  cells: readonly Cell[],
): ReadonlySet<string> {
  const answers = new Map(atoms.map((atom) => [atom.key, atom.answers]));
  const sum = (keys: readonly string[]): number => keys.reduce((all, key) => all + (answers.get(key) ?? 0), 0);
  let groups = blocks.map((block) => [...block].filter((key) => answers.has(key)));
  const open = new Set<string>();
  for (const cell of cells) {
    const cut = groups.map((group) => ({
      inside: group.filter((key) => cell.atoms.has(key)),
      outside: group.filter((key) => !cell.atoms.has(key)),
    }));
    const touched = cut.filter(({ inside }) => sum(inside) > 0);
    const tellsOfFew = touched.some(({ inside, outside }) => isFew(sum(inside)) || isFew(sum(outside)));
    if (touched.length === 0 || tellsOfFew) continue;
    open.add(cell.id);
    groups = cut.flatMap(({ inside, outside }) => [inside, outside]).filter((group) => group.length > 0);
  }
  return open;
}

const isFew = (answers: number): boolean => answers > 0 && answers < FEWEST_ANSWERS;
