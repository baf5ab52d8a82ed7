import { LockMode } from '@mikro-orm/core';
import type { ObligationKind } from '../../../domain/obligation/obligation-kind.js';
import { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What is still owed of some kinds for a subject, the first due first, locked until the transaction ends. */
export async function owedFor(
  ctx: CommandContext,
  kinds: readonly ObligationKind[],
  subjectId: string,
): Promise<Obligation[]> {
  return ctx.em.find(
    Obligation,
    { companyId: ctx.companyId, kind: { $in: [...kinds] }, subjectId, state: { $in: ['OPEN', 'MISSED'] } },
    { orderBy: { dueAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
}
