import { sql, type RawBuilder } from 'kysely';
import { isId } from '../domain/id.js';

/**
 * The condition that a column is one of some values; null where none are given. One value is compared as one value: only
 * so does an index in the list's own order serve both the filter and the order. Ids that are none match nothing.
 */
export function among(
  column: string,
  type: 'uuid' | 'text',
  values: readonly string[] | null | undefined,
): RawBuilder<boolean> | null {
  if (!values) return null;
  const list = type === 'uuid' ? values.filter(isId) : [...values];
  const cast = sql.raw(type);
  const match = list.length === 1 ? sql`${list[0]}::${cast}` : sql`any(${list}::${cast}[])`;
  return sql<boolean>`${sql.ref(column)} = ${match}`;
}
