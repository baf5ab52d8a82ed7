import type { StandardCategory } from '../../domain/category/standard-category.js';
import { invalidInput } from '../../domain/errors.js';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { takeChanges } from '../place/steps/take-changes.js';
import { categoryOf, lockTree, recordCategory } from './steps/category-tree.js';

/** What is absent stays. */
interface UpdateCategory extends CommandInput {
  readonly categoryId: string;
  readonly expectedVersion: number;
  readonly name?: string | null;
  readonly nameZh?: string | null;
  readonly kinds?: readonly TicketKind[] | null;
  readonly standardCode?: StandardCategory | null;
}

/**
 * Renames a category, or changes for which kinds it is offered or what it is compared by. Tickets keep it.
 * @throws FORBIDDEN category.manage on all estates
 * @throws NOT_FOUND category
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT when something is null
 */
export async function updateCategory(
  ctx: CommandContext,
  input: UpdateCategory,
): Promise<{ categoryId: string; version: number }> {
  const category = categoryOf(await lockTree(ctx), input.categoryId, input.expectedVersion);
  const { kinds } = input;
  if (kinds === null) throw invalidInput('input.kinds', 'must not be null');
  const changed: string[] = takeChanges(category, input, ['name', 'nameZh', 'standardCode'], 'required');
  if (kinds && [...kinds].sort().join() !== [...category.kinds].sort().join()) {
    category.kinds = [...new Set(kinds)];
    changed.push('kinds');
  }
  category.version += 1;
  const facts = { changed: changed.join(','), standardCode: category.standardCode, kinds: category.kinds.join(',') };
  recordCategory(ctx, category, 'CHANGED', facts);
  return { categoryId: category.id, version: category.version };
}
