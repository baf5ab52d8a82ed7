import { invalidInput } from '../errors.js';

/** How many categories lie above each other at most, the root included. */
export const MAX_DEPTH = 5;
/** How many categories a company may have, retired ones included. */
export const MAX_CATEGORIES = 1_000;

/** What the shape of a tree follows from. */
export interface Branch {
  readonly id: string;
  readonly parentId?: string | null | undefined;
}

/** The categories of a company by id. */
export type Tree<B extends Branch> = ReadonlyMap<string, B>;

export const treeOf = <B extends Branch>(branches: readonly B[]): Tree<B> =>
  new Map(branches.map((branch) => [branch.id, branch]));

/** A category and all above it, from the bottom up. */
export function lineage<B extends Branch>(tree: Tree<B>, id: string): B[] {
  const line: B[] = [];
  for (let at = tree.get(id); at && !line.includes(at); at = at.parentId == null ? undefined : tree.get(at.parentId))
    line.push(at);
  return line;
}

/** A category and all below it. */
export const subtree = <B extends Branch>(tree: Tree<B>, id: string): B[] =>
  [...tree.values()].filter((branch) => lineage(tree, branch.id).some((above) => above.id === id));

/**
 * Lets a category go below another, or to the top.
 * @throws INVALID_INPUT `input.parentId` when it would lie below itself, or too deep
 */
export function assertMovable<B extends Branch>(tree: Tree<B>, id: string, parentId: string | null): void {
  const above = parentId === null ? [] : lineage(tree, parentId);
  if (above.some((category) => category.id === id))
    throw invalidInput('input.parentId', 'lies below the category itself');
  const own = lineage(tree, id).length;
  const height = Math.max(1, ...subtree(tree, id).map((below) => lineage(tree, below.id).length - own + 1));
  assertDepth(above.length + height);
}

/** @throws INVALID_INPUT `input.parentId` when a category would lie too deep */
export function assertDepth(depth: number): void {
  if (depth > MAX_DEPTH)
    throw invalidInput('input.parentId', `lies too deep: at most ${MAX_DEPTH} categories above each other`, {
      max: MAX_DEPTH,
    });
}
