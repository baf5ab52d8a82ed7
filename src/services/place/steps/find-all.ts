import type { FilterQuery } from '@mikro-orm/core';
import { notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * All rows that an input names, each once.
 * @throws NOT_FOUND when one of them is unknown, malformed or behind the fence
 */
export async function findAll<T extends { readonly companyId: string; readonly id: string }>(
  ctx: CommandContext,
  entity: new () => T,
  what: string,
  ids: readonly string[],
): Promise<T[]> {
  const distinct = [...new Set(ids)];
  if (!distinct.every(isId)) throw notFound(what);
  if (distinct.length === 0) return [];
  const rows = await ctx.em.find<T>(entity, { companyId: ctx.companyId, id: { $in: distinct } } as FilterQuery<T>);
  if (rows.length < distinct.length) throw notFound(what);
  return rows;
}
