import { Kind, valueFromASTUntyped, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { operationOf, type Operation } from './operation.js';

/** An operation as a function. */
type Compiled = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => ExecutionResult | Promise<ExecutionResult>;

const MAX_REMEMBERED = 500;
/** Longest document that is worth compiling, in characters; code of longer ones costs more than it saves. */
const MAX_LENGTH = 16 * 1024;

interface Known {
  sightings: number;
  compiled?: Compiled;
}

/** Operations that were seen often enough to be compiled; the least recently used of 500 is forgotten. */
export class CompiledOperations {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly compileAt: number,
  ) {}

  /** Counts a sighting. @returns the compiled operation, or undefined while graphql-js is to run it */
  find(operation: Operation): Compiled | undefined {
    if (operation.length > MAX_LENGTH) return undefined;
    const key = `${operation.operationName ?? ''} ${operation.hash}`;
    const known = this.#known.get(key) ?? { sightings: 0 };
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(String(this.#known.keys().next().value));
    known.sightings += 1;
    if (known.sightings === this.compileAt) known.compiled = this.#compile(operation);
    return known.compiled;
  }

  #compile(operation: Operation): Compiled | undefined {
    const compiled = compileQuery(this.schema, operation.document, operation.operationName ?? undefined);
    if (!isCompiledQuery(compiled)) return undefined;
    const run = compiled.query as Compiled;
    const defaults = defaultsOf(operation);
    return defaults === null ? run : (root, context, variables) => run(root, context, { ...defaults, ...variables });
  }
}

/** What variables that must not be null are where nothing is given: compiled code would refuse them. Null: there are none. */
function defaultsOf({ document, operationName }: Operation): Readonly<Record<string, unknown>> | null {
  const definitions = operationOf(document, operationName)?.variableDefinitions ?? [];
  const values = definitions.flatMap(({ variable, type, defaultValue }) =>
    type.kind === Kind.NON_NULL_TYPE && defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return values.length > 0 ? (Object.fromEntries(values) as Readonly<Record<string, unknown>>) : null;
}
