import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { encodeCursor } from '../../events/cursor.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { reportError, type ErrorSink } from './error-report.js';

/** One operation to execute. */
export interface Operation {
  readonly document: DocumentNode;
  /** The document's text: what compiled operations are remembered by. */
  readonly source: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The event under a subscription; absent otherwise. */
  readonly root?: unknown;
}

/** A document is compiled at this sighting; before, graphql-js runs it. */
const COMPILE_AT = 3;
const MAX_REMEMBERED = 500;

interface Known {
  sightings: number;
  compiled?: CompiledQuery;
}

/**
 * Executes operations for HTTP and WebSocket alike: graphql-js first, compiled from the third sighting on. Ends the
 * read moment, carries its cursor in `extensions.cursor`, and tells clients of errors only what they may know.
 */
export class Executor {
  readonly #known = new Map<string, Known>();

  constructor(
    readonly schema: GraphQLSchema,
    private readonly sink: ErrorSink,
    private readonly compileAt: number = COMPILE_AT,
  ) {}

  async execute(operation: Operation, ctx: RequestContext): Promise<ExecutionResult> {
    try {
      const result = await this.#run(operation, ctx);
      const cursor = await this.#cursorOf(ctx);
      return {
        ...(result.errors ? { errors: result.errors.map((error) => this.report(error)) } : {}),
        ...(result.data === undefined ? {} : { data: result.data }),
        ...(cursor === null ? {} : { extensions: { cursor } }),
      };
    } finally {
      void ctx.renew();
    }
  }

  /** What a client is told of an error. */
  report(error: unknown): GraphQLError {
    const wrapped =
      error instanceof GraphQLError
        ? error
        : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
    return reportError(wrapped, this.sink);
  }

  #run(operation: Operation, ctx: RequestContext): ExecutionResult | Promise<ExecutionResult> {
    const known = this.#sighted(operation);
    if (known.compiled)
      return known.compiled.query(operation.root, ctx, { ...operation.variables }) as
        ExecutionResult | Promise<ExecutionResult>;
    return execute({
      schema: this.schema,
      document: operation.document,
      rootValue: operation.root,
      contextValue: ctx,
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
  }

  #sighted(operation: Operation): Known {
    const key = `${operation.operationName ?? ''}\n${operation.source}`;
    const known = this.#known.get(key) ?? { sightings: 0 };
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(String(this.#known.keys().next().value));
    known.sightings += 1;
    if (!known.compiled && known.sightings >= this.compileAt) {
      const compiled = compileQuery(this.schema, operation.document, operation.operationName ?? undefined);
      if (isCompiledQuery(compiled)) known.compiled = compiled;
    }
    return known;
  }

  async #cursorOf(ctx: RequestContext): Promise<string | null> {
    const moment = ctx.lastMoment;
    if (!moment?.opened || !ctx.principal) return null;
    const head = await moment.head().catch(() => null);
    return head ? encodeCursor(ctx.principal.companyId, head) : null;
  }
}

/** The operation of a document that would run. */
export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode | undefined {
  const all = document.definitions.filter((d) => d.kind === 'OperationDefinition');
  return name === null ? (all.length === 1 ? all[0] : undefined) : all.find((d) => d.name?.value === name);
}

/** Whether the operation is a subscription. */
export const isSubscription = (operation: OperationDefinitionNode): boolean =>
  operation.operation === OperationTypeNode.SUBSCRIPTION;
