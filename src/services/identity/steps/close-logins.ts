import { LockMode } from '@mikro-orm/core';
import { Account } from '../../../entities/identity/account.entity.js';
import { RefreshToken } from '../../../entities/identity/refresh-token.entity.js';
import { atTheDoor } from '../../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Closes every login of a member of staff and ends its sign-ins; the event that follows makes every node forget them.
 * @returns how many logins there are, and how many of them were open
 */
export async function closeLogins(ctx: CommandContext, staffId: string): Promise<{ all: number; open: number }> {
  const { companyId, clock, em } = ctx;
  return atTheDoor(em, async () => {
    const accounts = await em.find(Account, { companyId, staffId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const open = accounts.filter((account) => !account.disabledAt);
    for (const account of open) account.disabledAt = clock.now();
    const accountId = { $in: accounts.map((account) => account.id) };
    await em.nativeUpdate(RefreshToken, { companyId, accountId, revokedAt: null }, { revokedAt: clock.now() });
    return { all: accounts.length, open: open.length };
  });
}
