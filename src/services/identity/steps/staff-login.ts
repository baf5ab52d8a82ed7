import { LockMode } from '@mikro-orm/core';
import { notFound } from '../../../domain/errors.js';
import { Account } from '../../../entities/identity/account.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * The login of a member of staff, at the door, locked until the transaction ends.
 * @throws NOT_FOUND account when the person has none, or is a program with a key
 */
export async function staffLogin(ctx: CommandContext, staffId: string): Promise<Account> {
  const person = { companyId: ctx.companyId, staffId, kind: 'STAFF' as const };
  const account = await ctx.em.findOne(Account, person, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    orderBy: { id: 'asc' },
  });
  if (!account) throw notFound('account');
  return account;
}
