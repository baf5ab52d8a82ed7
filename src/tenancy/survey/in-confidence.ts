import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { SETTING } from '../../entities/fence.js';
import { apply } from '../identity/door-transaction.js';

/**
 * From here to its end the transaction is the program's own and may read and write what customers said in confidence, over
 * all estates of its company; pending rows are written before. What the principal may do must have been decided before, and
 * nothing of what is read may reach it but what D-29 leaves open. A throw undoes the settings with the work.
 * @rule D-29
 */
export async function goOnInConfidence(em: SqlEntityManager): Promise<void> {
  await em.flush();
  await apply(em, {
    [SETTING.audience]: 'staff',
    [SETTING.allEstates]: 'on',
    [SETTING.house]: 'on',
    [SETTING.confidences]: 'on',
  });
}
