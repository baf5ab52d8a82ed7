import { IsolationLevel } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { clockAt, type Clock } from '../../domain/clock.js';
import { SETTING } from '../../entities/fence.js';
import type { House } from '../house.js';
import { doorVariables, houseVariables, settingOf, type SessionVariables } from '../session-variables.js';

/** One transaction at the door of a company: credentials, and nothing else of it. */
export interface Door {
  readonly em: SqlEntityManager;
  readonly companyId: string;
  /** Stands at the start of the transaction. */
  readonly clock: Clock;
  /**
   * Leaves the door for the house: what follows in the transaction may write the company's events, and no longer sees
   * credentials. Pending rows are written first.
   */
  enter(): Promise<void>;
}

/** Runs the work as the door of the company, in one transaction (READ COMMITTED) that a throw undoes. */
export async function doorTransaction<T>(
  house: House,
  companyId: string,
  work: (door: Door) => Promise<T>,
): Promise<T> {
  const em = house.orm.em.fork({ session: { variables: doorVariables(companyId) } });
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  try {
    const [row] = await em.execute<{ ms: string }[]>('select (extract(epoch from now()) * 1000)::bigint::text as ms');
    const enter = async (): Promise<void> => {
      await em.flush();
      await apply(em, houseVariables(companyId));
    };
    const result = await work({ em, companyId, clock: house.clock ?? clockAt(new Date(Number(row?.ms))), enter });
    await em.commit();
    return result;
  } catch (error) {
    await em.rollback().catch(() => undefined);
    throw error;
  }
}

/**
 * Lets a command touch credentials of its own company: pending rows are written with the command's rights, the work
 * runs as the door, then the command's rights stand again. What the command may do to whom it must have decided before:
 * the door sees every account of the company. A throw undoes the settings with the work, so they need no putting back.
 */
export async function atTheDoor<T>(em: SqlEntityManager, work: () => Promise<T>): Promise<T> {
  await em.flush();
  await apply(em, { [SETTING.audience]: 'door' });
  const result = await work();
  await em.flush();
  await apply(em, { [SETTING.audience]: 'staff' });
  return result;
}

/** Sets settings of the transaction that is open; a throw undoes them with it. */
export async function apply(em: SqlEntityManager, variables: SessionVariables): Promise<void> {
  const { expression, values } = settingOf(variables);
  await em.execute(`select ${expression.replaceAll(/\$\d+/g, '?')}`, values);
}
