import { assertDepth, lineage, MAX_CATEGORIES } from '../../domain/category/category-tree.js';
import type { StandardCategory } from '../../domain/category/standard-category.js';
import { conflict, limitExceeded } from '../../domain/errors.js';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { TicketCategory } from '../../entities/category/ticket-category.entity.js';
import { newId } from '../../entities/new-id.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { flushUnique } from '../place/steps/flush-unique.js';
import { categoryOf, lockTree, recordCategory } from './steps/category-tree.js';

interface CreateCategory extends CommandInput {
  readonly parentId?: string | null;
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly kinds: readonly TicketKind[];
  readonly standardCode: StandardCategory;
  /** First day on which it is offered. */
  readonly activeFrom: string;
}

/**
 * Adds a category to the company's tree.
 * @throws FORBIDDEN category.manage on all estates
 * @throws NOT_FOUND when there is no such parent
 * @throws INVALID_INPUT when it would lie too deep
 * @throws CONFLICT when the code is taken, also by a retired one
 * @throws LIMIT_EXCEEDED when the company has as many as it may
 */
export async function createCategory(
  ctx: CommandContext,
  input: CreateCategory,
): Promise<{ categoryId: string; version: number }> {
  const tree = await lockTree(ctx);
  const parent = input.parentId == null ? null : categoryOf(tree, input.parentId);
  if (tree.size >= MAX_CATEGORIES)
    throw limitExceeded(`A company has at most ${MAX_CATEGORIES} categories.`, { max: MAX_CATEGORIES });
  assertDepth((parent ? lineage(tree, parent.id).length : 0) + 1);
  const { code, name, nameZh, standardCode, activeFrom } = input;
  if ([...tree.values()].some((category) => category.code === code))
    throw conflict('Such a category exists already.', { what: 'category' });
  const category = ctx.em.create(TicketCategory, {
    ...{ companyId: ctx.companyId, id: newId(), parentId: parent?.id ?? null, code, name, nameZh, standardCode },
    ...{ kinds: [...new Set(input.kinds)], activeFrom, activeUntil: null, createdAt: ctx.clock.now(), version: 1 },
  });
  await flushUnique(ctx, 'category');
  recordCategory(ctx, category, 'CREATED', { parentId: category.parentId ?? null, standardCode, activeFrom });
  return { categoryId: category.id, version: 1 };
}
