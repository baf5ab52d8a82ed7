import { LockMode, type FilterQuery } from '@mikro-orm/core';
import { notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * A row that an input names, for reading; `lock` keeps it from changing until the transaction ends.
 * @throws NOT_FOUND when it is unknown, malformed or behind the fence
 */
export async function findRow<T extends { readonly companyId: string; readonly id: string }>(
  ctx: CommandContext,
  entity: new () => T,
  what: string,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<T> {
  const options = lock === 'lock' ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : {};
  const row = isId(id)
    ? await ctx.em.findOne<T>(entity, { companyId: ctx.companyId, id } as FilterQuery<T>, options)
    : null;
  if (!row) throw notFound(what);
  return row;
}
