import { assertMovable } from '../../domain/category/category-tree.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { categoryOf, lockTree, recordCategory } from './steps/category-tree.js';

interface MoveCategory extends CommandInput {
  readonly categoryId: string;
  readonly expectedVersion: number;
  /** Null: to the top of the tree. */
  readonly parentId?: string | null;
}

/**
 * Puts a category, with all below it, below another one or to the top. Tickets keep it; what is counted above it changes.
 * @throws FORBIDDEN category.manage on all estates
 * @throws NOT_FOUND category or parent
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT when it would lie below itself, or too deep
 */
export async function moveCategory(
  ctx: CommandContext,
  input: MoveCategory,
): Promise<{ categoryId: string; version: number }> {
  const tree = await lockTree(ctx);
  const category = categoryOf(tree, input.categoryId, input.expectedVersion);
  const parentId = input.parentId == null ? null : categoryOf(tree, input.parentId).id;
  assertMovable(tree, category.id, parentId);
  const from = category.parentId ?? null;
  category.parentId = parentId;
  category.version += 1;
  recordCategory(ctx, category, 'MOVED', { parentId, from });
  return { categoryId: category.id, version: category.version };
}
