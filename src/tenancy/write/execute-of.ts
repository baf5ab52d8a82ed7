import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Execute } from './write-transaction.js';

/** Runs statements in the transaction of an entity manager that began it itself. */
export const executeOf =
  (em: SqlEntityManager): Execute =>
  <R>(text: string, values: readonly unknown[]): Promise<R[]> => {
    const inOrder = [...text.matchAll(/\$(\d+)/g)].map((match) => literalOf(values[Number(match[1]) - 1]));
    return em.execute<R[]>(text.replace(/\$\d+/g, '?'), inOrder);
  };

/** A list as the text of an array: the mapping would make several values of it. */
const literalOf = (value: unknown): unknown =>
  Array.isArray(value) ? `{${value.map((each) => JSON.stringify(String(each))).join(',')}}` : value;
