import { createHash } from 'node:crypto';
import { sql, type Compilable, type SelectQueryBuilder } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import type { ReadMoment } from './read-moment.js';
import { Shaped } from './shaped.js';
import { sqlFor } from './tables.js';

/** Which part of a list is asked for. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One column of a list's order; the last one must be unique. `type` is the PostgreSQL type of the key. */
export interface SortKey {
  /** Column with its alias: `t.reported_at`. */
  readonly column: string;
  readonly type: 'uuid' | 'text' | 'timestamptz' | 'bigint' | 'date' | 'integer';
  readonly descending?: boolean;
}

const DEFAULT_SIZE = 20;
const MAX_SIZE = 100;
/** Counting stops here. */
export const COUNT_LIMIT = 10_000;

/** A page of a list. Cursors are made when somebody looks at them. */
interface Page<T> {
  readonly nodes: readonly T[];
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
  /** The same page with each of its items shown otherwise. */
  readonly map: <U>(show: (node: T) => U) => Page<U>;
}

/** Where a page lies in its list. */
interface Place {
  readonly cursorOf: (at: number) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

function pageOf<T>(nodes: readonly T[], place: Place, totalCount: () => Promise<number>): Page<T> {
  const { cursorOf, hasNextPage, hasPreviousPage } = place;
  return {
    nodes,
    get edges() {
      return nodes.map((node, at) => ({ cursor: cursorOf(at), node }));
    },
    get pageInfo() {
      const [startCursor, endCursor] = nodes.length === 0 ? [null, null] : [cursorOf(0), cursorOf(nodes.length - 1)];
      return { hasNextPage, hasPreviousPage, startCursor, endCursor };
    },
    totalCount,
    map: (show) => pageOf(nodes.map(show), place, totalCount),
  };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tables of the query do not matter here
type Select<T> = SelectQueryBuilder<any, any, T>;

/**
 * One page of a query by keyset: the order's key values are the cursor, so a page costs the same wherever it lies.
 * `query` selects the rows unordered; keys are compared column by column in the database's own order.
 * @param toCount the same rows, asked for so that they are counted best
 * @throws INVALID_INPUT with the argument's path for sizes below 1 or above 100, for `first` beside `last`, and for a
 * cursor of another list
 */
export async function page<T>(
  moment: ReadMoment,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the values of the query do not matter here
  query: Select<T> | Shaped<any, any, Select<T>>,
  keys: readonly SortKey[],
  args: PageArgs,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the values of the query do not matter here
  toCount: Select<unknown> | Shaped<any, any, Select<unknown>> = query,
): Promise<Page<T>> {
  const backward = args.last != null;
  if (args.first != null && backward) throw invalidInput('last', 'give either first or last');
  const size = sizeOf(backward ? 'last' : 'first', backward ? args.last : args.first);
  const signature = signatureOf(keys);
  const after = args.after == null ? null : decode(args.after, signature, keys, 'after');
  const before = args.before == null ? null : decode(args.before, signature, keys, 'before');

  const asked = extended(query, `${signature}${backward ? '<' : '>'}`, boundsOf(size, after, before), (rows, bounds) =>
    inOrder(rows, keys, bounds, backward),
  );
  const found = (await moment.read(asked)) as (T & Record<string, string>)[];
  const more = found.length > size;
  const rows = more ? found.slice(0, size) : found;
  if (backward) rows.reverse();
  return pageOf<T>(
    rows,
    {
      cursorOf: (at) => {
        const row = rows[at] as Record<string, unknown>;
        return encode(
          signature,
          keys.map((_, i) => String(row[`__k${i}`])),
        );
      },
      hasNextPage: backward ? before !== null : more,
      hasPreviousPage: backward ? more : after !== null,
    },
    async () => {
      const [row] = await moment.read(extended(toCount, 'count', {}, counted));
      return row?.count ?? 0;
    },
  );
}

function extended<T, M extends object, S>(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the values of the query do not matter here
  query: Select<T> | Shaped<any, any, Select<T>>,
  name: string,
  more: M,
  add: (query: Select<T>, more: M) => Compilable<S>,
): Compilable<S> | Shaped<M, S> {
  return query instanceof Shaped ? (query.and(name, more, add) as Shaped<M, S>) : add(query, more);
}

/** Where a page begins and ends: how many rows, and the key values of `after` and `before`, each by its number. */
type Bounds = Readonly<Record<string, unknown>> & { readonly size: number };

function boundsOf(size: number, after: readonly string[] | null, before: readonly string[] | null): Bounds {
  const bounds: Record<string, unknown> = {};
  after?.forEach((value, i) => (bounds[`after${i}`] = value));
  before?.forEach((value, i) => (bounds[`before${i}`] = value));
  return { ...bounds, size: size + 1 };
}

/** The rows of a page with the values of their keys as `__k0`, `__k1` …. */
function inOrder<T>(query: Select<T>, keys: readonly SortKey[], bounds: Bounds, backward: boolean): Select<T> {
  let rows = query.select(keys.map((key, i) => sql<string>`${sql.raw(textOf(key))}`.as(`__k${i}`)));
  const given = (side: 'after' | 'before'): unknown[] => keys.map((_, i) => bounds[`${side}${i}`]);
  if (bounds['after0'] != null) rows = rows.where(beyond(keys, given('after'), false));
  if (bounds['before0'] != null) rows = rows.where(beyond(keys, given('before'), true));
  for (const key of keys)
    rows = rows.orderBy(sql.raw(key.column), (key.descending ?? false) !== backward ? 'desc' : 'asc');
  return rows.limit(bounds.size) as Select<T>;
}

/** How many rows a list has, as far as they are counted. */
function counted(query: Select<unknown>): Compilable<{ count: number }> {
  const bounded = query
    .clearSelect()
    .select(sql`1`.as('one'))
    .limit(COUNT_LIMIT);
  return sqlFor.selectFrom(bounded.as('bounded')).select(sql<number>`count(*)`.as('count'));
}

function sizeOf(path: string, asked: number | null | undefined): number {
  if (asked == null) return DEFAULT_SIZE;
  if (asked < 1 || asked > MAX_SIZE) throw invalidInput(path, `must lie between 1 and ${MAX_SIZE}`, { max: MAX_SIZE });
  return asked;
}

/** The key as text that reads back to the same value, microseconds included. */
const textOf = (key: SortKey): string =>
  key.type === 'timestamptz'
    ? `to_char(${key.column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `${key.column}::text`;

/** Rows behind the given key values in the list's order, or before them when `reverse`. */
function beyond(keys: readonly SortKey[], values: readonly unknown[], reverse: boolean) {
  const [first] = keys;
  if (keys.every((key) => (key.descending ?? false) === (first?.descending ?? false))) {
    const operator = sql.raw((first?.descending ?? false) !== reverse ? '<' : '>');
    const columns = sql.join(keys.map((key) => sql.raw(key.column)));
    const bounds = sql.join(keys.map((key, i) => sql`${values[i]}::${sql.raw(key.type)}`));
    return sql<boolean>`(${columns}) ${operator} (${bounds})`;
  }
  const alternatives = keys.map((key, i) => {
    const equal = keys.slice(0, i).map((k, j) => sql`${sql.raw(k.column)} = ${values[j]}::${sql.raw(k.type)}`);
    const operator = sql.raw((key.descending ?? false) !== reverse ? '<' : '>');
    return sql`(${sql.join([...equal, sql`${sql.raw(key.column)} ${operator} ${values[i]}::${sql.raw(key.type)}`], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join(alternatives, sql` or `)})`;
}

const signatures = new WeakMap<readonly SortKey[], string>();

function signatureOf(keys: readonly SortKey[]): string {
  let signature = signatures.get(keys);
  if (signature === undefined) {
    signature = createHash('sha256').update(JSON.stringify(keys)).digest('base64url').slice(0, 6);
    signatures.set(keys, signature);
  }
  return signature;
}

const encode = (signature: string, values: readonly string[]): string =>
  Buffer.from(JSON.stringify([signature, ...values])).toString('base64url');

const FORMS: Readonly<Record<SortKey['type'], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]{0,2000}$/s,
  timestamptz: /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

function decode(cursor: string, signature: string, keys: readonly SortKey[], path: string): string[] {
  const wrong = invalidInput(path, 'not a cursor of this list');
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrong;
  }
  if (!Array.isArray(parts) || parts.length !== keys.length + 1 || parts[0] !== signature) throw wrong;
  const values = parts.slice(1) as unknown[];
  return keys.map((key, i) => {
    const value = values[i];
    if (typeof value !== 'string' || !FORMS[key.type].test(value) || !isTime(key.type, value)) throw wrong;
    return value;
  });
}

/** Whether a day or an instant exists; values of other types always do. */
function isTime(type: SortKey['type'], value: string): boolean {
  if (type !== 'date' && type !== 'timestamptz') return true;
  const [, year = '', rest = ''] = /^(\d+)(-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?)/.exec(value) ?? [];
  const text = `+${year.padStart(6, '0')}${rest}`;
  const instant = new Date(type === 'date' ? `${text}T00:00:00Z` : `${text}Z`);
  if (Number.isNaN(instant.getTime()) || Number(year) === 0) return false;
  return `${rest}T00:00:00`.startsWith(
    instant
      .toISOString()
      .replace(/^\+?\d+/, '')
      .slice(0, rest.length),
  );
}
