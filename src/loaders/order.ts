import type { SortKey } from '../tenancy/read/page.js';

/** The orders over some columns: each one both ways. */
export type OrderOf<C extends Readonly<Record<string, SortKey>>> = `${keyof C & string}_${'ASC' | 'DESC'}`;

/** The sort keys of an order: its column, then the id the same way. */
export function keysOf<C extends Readonly<Record<string, SortKey>>>(
  columns: C,
  order: OrderOf<C>,
  id: `${string}.id`,
): readonly SortKey[] {
  const descending = order.endsWith('_DESC');
  const column = columns[order.replace(/_(ASC|DESC)$/, '')];
  return [...(column ? [{ ...column, descending }] : []), { column: id, type: 'uuid', descending }];
}
