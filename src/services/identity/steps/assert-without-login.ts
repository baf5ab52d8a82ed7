import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { conflict } from '../../../domain/errors.js';
import { Account } from '../../../entities/identity/account.entity.js';

/**
 * Keeps a customer to one login, at the door; who opens one at the same time waits here.
 * @throws CONFLICT when the customer has one
 */
export async function assertWithoutLogin(em: SqlEntityManager, companyId: string, customerId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('login ' || ?, 0))`, [customerId]);
  if ((await em.count(Account, { companyId, customerId })) > 0)
    throw conflict('The customer has a login already.', { what: 'account' });
}
