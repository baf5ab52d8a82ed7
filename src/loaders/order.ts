import type { SortKey } from '../tenancy/read/page.js';

/** The orders over some columns: each one both ways. */
export type OrderOf<C extends Readonly<Record<string, SortKey>>> = `${keyof C & string}_${'ASC' | 'DESC'}`;

/** The sort keys of an order: its column, then the id the same way. */
export function keysOf<C extends Readonly<Record<string, SortKey>>>(
  columns: C,
  order: OrderOf<C>,
  id: `${string}.id`,
): readonly SortKey[] {
  const known = orders.get(columns) ?? new Map<string, readonly SortKey[]>();
  orders.set(columns, known);
  let keys = known.get(`${id} ${order}`);
  if (!keys) {
    const descending = order.endsWith('_DESC');
    const column = columns[order.replace(/_(ASC|DESC)$/, '')];
    keys = [...(column ? [{ ...column, descending }] : []), { column: id, type: 'uuid', descending }];
    known.set(`${id} ${order}`, keys);
  }
  return keys;
}

const orders = new WeakMap<object, Map<string, readonly SortKey[]>>();
