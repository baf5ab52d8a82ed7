import { lineage, subtree } from '../../domain/category/category-tree.js';
import { invalidInput } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { categoryOf, lockTree, recordCategory } from './steps/category-tree.js';

interface RetireCategory extends CommandInput {
  readonly categoryId: string;
  readonly expectedVersion: number;
  /** First day on which it is no longer offered; null offers it again. */
  readonly activeUntil?: string | null;
}

/**
 * Retires a category from a day on, with all below it that would be offered longer; without a day it is offered again,
 * by itself. Tickets keep it, and it is never deleted.
 * @throws FORBIDDEN category.manage on all estates
 * @throws NOT_FOUND category
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT when the day lies before its first, or a category above it ends sooner
 */
export async function retireCategory(
  ctx: CommandContext,
  input: RetireCategory,
): Promise<{ categoryId: string; version: number }> {
  const tree = await lockTree(ctx);
  const category = categoryOf(tree, input.categoryId, input.expectedVersion);
  const until = input.activeUntil ?? null;
  if (until !== null && until < category.activeFrom)
    throw invalidInput('input.activeUntil', `lies before the first day, ${category.activeFrom}`);
  const ends = lineage(tree, category.id).slice(1);
  const sooner = ends.find(({ activeUntil }) => activeUntil != null && (until === null || activeUntil < until));
  if (sooner)
    throw invalidInput('input.activeUntil', `lies after the end of ${sooner.code}`, { categoryId: sooner.id });
  const ended = until === null ? [category] : subtree(tree, category.id);
  for (const each of ended) {
    if (each !== category && each.activeUntil != null && each.activeUntil <= (until ?? '')) continue;
    each.activeUntil = until;
    each.version += 1;
    recordCategory(ctx, each, 'RETIRED', { activeUntil: until });
  }
  return { categoryId: category.id, version: category.version };
}
