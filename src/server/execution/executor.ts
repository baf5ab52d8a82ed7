import { execute, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { encodeCursor } from '../../events/cursor.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { CompiledOperations } from './compiled-operations.js';
import { refusedVariables } from './coerce-variables.js';
import { reportError, type ReportedError, type Reporting } from './error-report.js';
import { keepCost } from './limits/operation-cost.js';
import { operationOf, type Operation } from './operation.js';
import { boundedName, codesOf, type OperationObserver, type OperationRecord } from './operation-record.js';
import { Running } from './running.js';

/** What an executor is built with. */
interface ExecutorOptions extends Reporting {
  readonly observe?: OperationObserver;
  /** At which sighting an operation is compiled; before, graphql-js runs it. 3 unless told otherwise. */
  readonly compileAt?: number;
}

const COMPILE_AT = 3;

/**
 * Executes operations for HTTP and WebSocket alike: graphql-js first, compiled from the third sighting on. Refuses what
 * costs too much or has variables that do not fit. Ends the read moment, carries its cursor in `extensions.cursor`, and
 * tells clients of errors only what they may know.
 */
export class Executor {
  /** Operations and events that are being executed now. */
  readonly running = new Running();
  readonly #compiled: CompiledOperations;

  constructor(
    readonly schema: GraphQLSchema,
    private readonly options: ExecutorOptions,
  ) {
    this.#compiled = new CompiledOperations(schema, options.compileAt ?? COMPILE_AT);
  }

  execute(operation: Operation, ctx: RequestContext): Promise<ExecutionResult> {
    return this.running.during(() => this.#execute(operation, ctx));
  }

  /** Why an operation must not run, as the client is told; null when it may. */
  refusal(operation: Operation): readonly ReportedError[] | null {
    const definition = operationOf(operation.document, operation.operationName);
    if (!definition) return [this.report(new GraphQLError('The document has no such operation.'))];
    const { schema } = this;
    const refused = refusedVariables(schema, operation.document, definition, operation.variables);
    if (refused.length > 0) return refused.map((error) => this.report(error));
    try {
      keepCost(schema, operation.document, definition, operation.variables);
      return null;
    } catch (error) {
      return [this.report(error)];
    }
  }

  /** What a client is told of an error. */
  report(error: unknown): ReportedError {
    return reportError(error, this.options);
  }

  /** Tells log and metrics of what ran, or of what was refused before it could. */
  observe(record: OperationRecord): void {
    this.options.observe?.(record);
  }

  async #execute(operation: Operation, ctx: RequestContext): Promise<ExecutionResult> {
    const started = performance.now();
    const isEvent = operation.root !== undefined;
    let errors: readonly ReportedError[] = [];
    try {
      const refusal = isEvent ? null : this.refusal(operation);
      if (refusal) {
        errors = refusal;
        return { errors };
      }
      const result = await this.#run(operation, ctx);
      errors = (result.errors ?? []).map((error) => this.report(error));
      const cursor = await cursorOf(ctx);
      return {
        ...(errors.length > 0 ? { errors } : {}),
        ...(result.data === undefined ? {} : { data: result.data }),
        ...(cursor === null ? {} : { extensions: { cursor } }),
      };
    } finally {
      void ctx.end();
      const definition = operationOf(operation.document, operation.operationName);
      this.observe({
        type: isEvent ? 'event' : (definition?.operation ?? 'unknown'),
        name: boundedName(definition?.name?.value),
        transport: ctx.facts.transport,
        companyId: ctx.principal?.companyId ?? null,
        milliseconds: performance.now() - started,
        statements: ctx.statements,
        codes: codesOf(errors),
      });
    }
  }

  #run(operation: Operation, ctx: RequestContext): ExecutionResult | Promise<ExecutionResult> {
    const compiled = this.#compiled.find(operation);
    if (compiled) return compiled(operation.root, ctx, { ...operation.variables });
    return execute({
      schema: this.schema,
      document: operation.document,
      rootValue: operation.root,
      contextValue: ctx,
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
  }
}

/** The head of the snapshot that was read last. */
async function cursorOf(ctx: RequestContext): Promise<string | null> {
  const moment = ctx.lastMoment;
  if (!moment?.opened || !ctx.principal) return null;
  const head = await moment.head().catch(() => null);
  return head ? encodeCursor(ctx.principal.companyId, head) : null;
}
