import type { Pool } from 'pg';
import { houseVariables } from '../tenancy/session-variables.js';
import { WriteTransaction } from '../tenancy/write/write-transaction.js';

/** Does work in a transaction of the house of its own. */
export async function inTransaction<T>(
  pool: Pool,
  companyId: string,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await WriteTransaction.open(pool, houseVariables(companyId));
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } finally {
    await transaction.rollback();
  }
}
