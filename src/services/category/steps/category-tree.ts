import { LockMode } from '@mikro-orm/core';
import { conflict, notFound } from '../../../domain/errors.js';
import { treeOf, type Tree } from '../../../domain/category/category-tree.js';
import { TicketCategory } from '../../../entities/category/ticket-category.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * All categories of the company, locked until the transaction ends, for whoever may change them: two moves at once could
 * make a circle that neither of them sees.
 * @throws FORBIDDEN category.manage on all estates
 */
export async function lockTree(ctx: CommandContext): Promise<Tree<TicketCategory>> {
  authorizeOn(ctx.principal, 'category.manage', null);
  const options = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  return treeOf(await ctx.em.find(TicketCategory, { companyId: ctx.companyId }, options));
}

/**
 * One category of the tree.
 * @throws NOT_FOUND when the company has no such category
 * @throws CONFLICT when the client has seen another version
 */
export function categoryOf(tree: Tree<TicketCategory>, id: string, expectedVersion?: number | null): TicketCategory {
  const category = tree.get(id);
  if (!category) throw notFound('category');
  if (expectedVersion != null && category.version !== expectedVersion)
    throw conflict('The category has changed meanwhile.', {
      ...{ what: 'category', currentVersion: category.version, expectedVersion },
    });
  return category;
}

/** Tells that a category was made or changed; names stay in the row. */
export function recordCategory(
  ctx: CommandContext,
  category: TicketCategory,
  type: 'CREATED' | 'CHANGED' | 'MOVED' | 'RETIRED',
  facts: Readonly<Record<string, string | number | null>>,
): void {
  ctx.record({
    type: `category.${type}`,
    estateId: null,
    subjectKind: 'category',
    subjectId: category.id,
    subjectVersion: category.version,
    visibility: 'INTERNAL',
    facts: { code: category.code, ...facts },
  });
}
