import { execute, GraphQLError, OperationTypeNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { encodeCursor } from '../../events/cursor.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { isStalePlan } from '../../tenancy/statement-name.js';
import { callerOf, type Caller, type Quota } from '../quota/quota.js';
import { CompiledOperations } from './compiled-operations.js';
import { refusedVariables } from './coerce-variables.js';
import { PassingError, reportError, type ReportedError, type Reporting } from './error-report.js';
import { keepCost } from './limits/operation-cost.js';
import { operationOf, type Operation } from './operation.js';
import { boundedName, codesOf, type OperationObserver, type OperationRecord } from './operation-record.js';
import { Running } from './running.js';

/** An answer whose errors say what a client may know. */
type Answer = Omit<ExecutionResult, 'errors'> & { readonly errors?: readonly ReportedError[] };

/** What an executor is built with. */
interface ExecutorOptions extends Reporting {
  readonly observe?: OperationObserver;
  /** At which sighting an operation is compiled; before, graphql-js runs it. 3 unless told otherwise. */
  readonly compileAt?: number;
  /** What callers may use up; nothing is counted without it. */
  readonly quota?: Quota;
}

const COMPILE_AT = 3;
const NOTHING = (): void => undefined;
const ELSEWHERE = 'A subscription runs over WebSocket (graphql-transport-ws) on the same path, not over HTTP.';
/** What the start of a subscription costs beside one event of it; the events that follow cost nothing. */
const SUBSCRIPTION_COST = 10;

/**
 * Executes operations for HTTP and WebSocket alike: graphql-js first, compiled from the third sighting on. Refuses what
 * costs too much, has variables that do not fit, or whose caller has spent its quota. Ends the read moment, carries its cursor in `extensions.cursor`, and
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

  /**
   * Executes a subscription's operation for events, in one moment: what they share is read once. Says nothing of that
   * moment's cursor, since other events may lie before it.
   * @throws PassingError where the database is not to be had now
   */
  executeEvents(operation: Operation, events: readonly unknown[], ctx: RequestContext): Promise<ExecutionResult[]> {
    return this.running.during(() => this.#executeEvents(operation, events, ctx));
  }

  /** Why an operation must not run, as the client is told; null when it may, and its caller has been charged for it. */
  refusal(operation: Operation, caller: Caller): readonly ReportedError[] | null {
    const { quota } = this.options;
    try {
      const cost = this.#cost(operation);
      if (typeof cost === 'number') quota?.charge(caller, cost);
      else quota?.fine(caller);
      return typeof cost === 'number' ? null : cost.map((error) => this.report(error));
    } catch (error) {
      return [this.report(error)];
    }
  }

  /** What an operation costs, or why it cannot run at all. */
  #cost({ document, operationName, variables }: Operation): number | readonly Error[] {
    const definition = operationOf(document, operationName);
    if (!definition) return [new GraphQLError('The document has no such operation.')];
    const refused = refusedVariables(this.schema, document, definition, variables);
    if (refused.length > 0) return refused;
    try {
      const cost = keepCost(this.schema, document, definition, variables);
      return definition.operation === OperationTypeNode.SUBSCRIPTION ? cost + SUBSCRIPTION_COST : cost;
    } catch (error) {
      return [error as Error];
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

  /** Lets an operation begin that answers once. @returns what ends it, or why it may not begin */
  #begin(operation: Operation, caller: Caller): (() => void) | readonly ReportedError[] {
    const definition = operationOf(operation.document, operation.operationName);
    if (definition?.operation === OperationTypeNode.SUBSCRIPTION) return [this.report(new GraphQLError(ELSEWHERE))];
    let leave = NOTHING;
    try {
      leave = this.options.quota?.enter(caller) ?? NOTHING;
    } catch (error) {
      return [this.report(error)];
    }
    const refusal = this.refusal(operation, caller);
    if (refusal) leave();
    return refusal ?? leave;
  }

  async #execute(operation: Operation, ctx: RequestContext): Promise<ExecutionResult> {
    const started = performance.now();
    let errors: readonly ReportedError[] = [];
    const leave = this.#begin(operation, callerOf(ctx));
    try {
      if (typeof leave !== 'function') {
        errors = leave;
        return { errors };
      }
      const result = await this.#runAgainWhenStale(operation, ctx);
      const answer = this.#answer(result);
      errors = answer.errors ?? [];
      const cursor = await cursorOf(ctx);
      const unlogged = await this.#unlogged(ctx);
      if (unlogged) {
        errors = [unlogged];
        return { errors };
      }
      return cursor === null ? answer : { ...answer, extensions: { cursor } };
    } finally {
      if (typeof leave === 'function') leave();
      void ctx.end();
      const definition = operationOf(operation.document, operation.operationName);
      this.#observeRun(definition?.operation ?? 'unknown', operation, ctx, started, errors);
    }
  }

  /** What a client is answered, with errors as it may know them. */
  #answer({ errors = [], data }: ExecutionResult): Answer {
    return {
      ...(errors.length > 0 ? { errors: errors.map((error) => this.report(error)) } : {}),
      ...(data === undefined ? {} : { data }),
    };
  }

  #observeRun(
    type: OperationRecord['type'],
    operation: Operation,
    ctx: RequestContext,
    started: number,
    errors: readonly ReportedError[],
  ): void {
    this.observe({
      type,
      name: boundedName(operationOf(operation.document, operation.operationName)?.name?.value),
      transport: ctx.facts.transport,
      companyId: ctx.principal?.companyId ?? null,
      milliseconds: performance.now() - started,
      statements: ctx.statements,
      codes: codesOf(errors),
    });
  }

  async #executeEvents(
    operation: Operation,
    events: readonly unknown[],
    ctx: RequestContext,
  ): Promise<ExecutionResult[]> {
    const started = performance.now();
    let told: readonly ReportedError[] = [];
    try {
      const runAll = () => Promise.all(events.map(async (event) => this.#run(operation, ctx, event)));
      let results = await runAll();
      if (results.some(isStale)) {
        await ctx.renew();
        results = await runAll();
      }
      const answers = results.map((result) => this.#answer(result));
      told = answers.flatMap(({ errors = [] }) => errors);
      const passing = told.find((error) => error instanceof PassingError);
      if (passing) throw passing;
      const unlogged = await this.#unlogged(ctx);
      return unlogged ? events.map(() => ({ errors: [unlogged] })) : answers;
    } finally {
      void ctx.end();
      this.#observeRun('event', operation, ctx, started, told);
    }
  }

  /** Why an answer must not leave: what it shows under a grant could not be logged. Null when it may. */
  async #unlogged(ctx: RequestContext): Promise<ReportedError | null> {
    try {
      await ctx.logDisclosures();
      return null;
    } catch (error) {
      return this.report(error);
    }
  }

  /** What only reads is run once more, in a fresh moment, when a migration has just changed what it reads. */
  async #runAgainWhenStale(operation: Operation, ctx: RequestContext): Promise<ExecutionResult> {
    const result = await this.#run(operation, ctx);
    const { operation: kind } = operationOf(operation.document, operation.operationName) ?? {};
    if (kind === OperationTypeNode.MUTATION || !isStale(result)) return result;
    await ctx.renew();
    return this.#run(operation, ctx);
  }

  #run(operation: Operation, ctx: RequestContext, event?: unknown): ExecutionResult | Promise<ExecutionResult> {
    const compiled = this.#compiled.find(operation);
    if (compiled) return compiled(event, ctx, { ...operation.variables });
    return execute({
      schema: this.schema,
      document: operation.document,
      rootValue: event,
      contextValue: ctx,
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
  }
}

/** Whether a migration has just changed what was read. */
const isStale = ({ errors = [] }: ExecutionResult): boolean => errors.some((error) => isStalePlan(error.originalError));

/** The head of the snapshot that was read last. */
async function cursorOf(ctx: RequestContext): Promise<string | null> {
  const moment = ctx.lastMoment;
  if (!moment?.opened || !ctx.principal) return null;
  const head = await moment.head().catch(() => null);
  return head ? encodeCursor(ctx.principal.companyId, head) : null;
}
