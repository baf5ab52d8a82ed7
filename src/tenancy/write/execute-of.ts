import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Execute } from './write-transaction.js';

/** Runs statements in the transaction of an entity manager that began it itself. */
export const executeOf =
  (em: SqlEntityManager): Execute =>
  <R>(text: string, values: readonly unknown[]): Promise<R[]> => {
    const inOrder = [...text.matchAll(/\$(\d+)/g)].map((match) => values[Number(match[1]) - 1]);
    return em.execute<R[]>(text.replace(/\$\d+/g, '?'), inOrder);
  };
