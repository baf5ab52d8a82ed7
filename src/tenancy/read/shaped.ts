import type { Compilable, CompiledQuery } from 'kysely';

/** Values of a query by name. Which of them are null, and what booleans say, decides its text; the others are parameters. */
type Values = object;

type Built<R> = Compilable<R> | CompiledQuery<R>;

/** Stands in a query for a value that comes with each call. */
class Place {
  constructor(readonly name: string) {}
}

/** Shapes of one query that are remembered; clients decide which filters they combine. */
const MAX_SHAPES = 200;

/** A query with its values, whose text was compiled when its shape was first seen. */
export class Shaped<V extends Values, R, Q extends Built<R> = Built<R>> implements Compilable<R> {
  constructor(
    private readonly build: (values: V) => Q,
    private readonly values: V,
    private readonly known: Map<string, CompiledQuery<R>>,
    private readonly suffix = '',
  ) {}

  /** The query built and compiled for these values alone. */
  compile(): CompiledQuery<R> {
    return compiled(this.build(this.values));
  }

  /** Text and parameters, without building the query again. */
  prepared(): { readonly sql: string; readonly parameters: readonly unknown[] } {
    const { values } = this;
    const shape = this.#shape();
    let query = this.known.get(shape);
    if (query === undefined) {
      const places = Object.entries(values).map(([name, value]) => [name, placeOf(name, value)]);
      query = compiled(this.build(Object.fromEntries(places) as V));
      if (this.known.size >= MAX_SHAPES) this.known.delete(String(this.known.keys().next().value));
      this.known.set(shape, query);
    }
    const parameters = query.parameters.map((given) => (given instanceof Place ? valueOf(values, given.name) : given));
    return { sql: query.sql, parameters };
  }

  /** The query with more to it: `name` tells what is added from all else that is added to queries. */
  and<M extends Values, S>(name: string, more: M, add: (query: Q, more: M) => Built<S>): Shaped<V & M, S> {
    const build = (values: V & M): Built<S> => add(this.build(values), values);
    return new Shaped<V & M, S>(build, { ...this.values, ...more }, this.known, `${this.suffix}/${name}`);
  }

  #shape(): string {
    let shape = this.suffix;
    for (const name of Object.keys(this.values)) {
      const value = valueOf(this.values, name);
      if (value != null) shape += value === false ? `,!${name}` : `,${name}`;
    }
    return shape;
  }
}

/**
 * A query whose text is built and compiled once for each set of values that are null, and for what its booleans say.
 * `build` is called with placeholders in place of all other values: it may ask of them whether they are null, and put them
 * into the query as they are, but not look into them.
 */
export function shaped<V extends Values, R, Q extends Built<R>>(
  build: (values: V) => Q & Built<R>,
): (values: V) => Shaped<V, R, Q> {
  const known = new Map<string, CompiledQuery<R>>();
  return (values) => new Shaped<V, R, Q>(build, values, known);
}

/** Text and parameters of a query; of a shaped one without building it again. */
export const textOf = (
  query: Compilable | CompiledQuery,
): { readonly sql: string; readonly parameters: readonly unknown[] } =>
  query instanceof Shaped ? query.prepared() : 'compile' in query ? query.compile() : query;

const placeOf = (name: string, value: unknown): unknown =>
  value == null ? null : typeof value === 'boolean' ? value : new Place(name);

const valueOf = (values: object, name: string): unknown => (values as Readonly<Record<string, unknown>>)[name];

const compiled = <R>(query: Built<R>): CompiledQuery<R> => ('compile' in query ? query.compile() : query);
