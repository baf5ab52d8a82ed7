import { LockMode } from '@mikro-orm/core';
import { invalidInput, notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Cases of an estate, locked in the order of their ids; what was written before is flushed.
 * @throws NOT_FOUND for one that is unknown, malformed, of another estate or behind the fence
 * @throws INVALID_INPUT for none
 */
export async function lockCases(
  ctx: CommandContext,
  estateId: string,
  caseIds: readonly string[],
): Promise<DunningCase[]> {
  const ids = [...new Set(caseIds)];
  if (ids.length === 0) throw invalidInput('input.caseIds', 'must not be empty');
  if (!ids.every(isId)) throw notFound('dunning case');
  await ctx.em.flush();
  const cases = await ctx.em.find(
    DunningCase,
    { companyId: ctx.companyId, estateId, id: { $in: ids } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (cases.length < ids.length) throw notFound('dunning case');
  return cases;
}
