import { randomUUID } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, type GraphQLError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { House } from '../../tenancy/house.js';
import { RequestContext } from '../../tenancy/request-context.js';
import type { DocumentGate } from '../execution/document-gate.js';
import type { Executor } from '../execution/executor.js';
import { operationOf, type Operation } from '../execution/operation.js';
import { boundedName, codesOf } from '../execution/operation-record.js';
import { mapEvents } from './event-stream.js';
import type { Socket } from './sockets.js';

/** An operation on its way through graphql-ws, beside its execution arguments. */
interface GatedArgs extends ExecutionArgs {
  readonly held: Socket;
  readonly hash: string;
  readonly length: number;
}

/** An operation that may start, or why it may not. */
type Admission = { readonly args: ExecutionArgs } | { readonly errors: readonly GraphQLError[] };

/** Operations that come over sockets: through the gate, each and every event in a context of its own. */
export class SocketOperations {
  constructor(
    private readonly house: House,
    private readonly gate: DocumentGate,
    private readonly executor: Executor,
  ) {}

  /** Lets an operation in, or says why not. */
  async admit(held: Socket, payload: SubscribePayload): Promise<Admission> {
    const admission = this.gate.admit(payload.query);
    if ('errors' in admission) {
      const errors = admission.errors.map((error) => this.executor.report(error));
      this.#observe('unknown', null, held, performance.now(), errors);
      return { errors };
    }
    const args: GatedArgs = {
      schema: this.executor.schema,
      document: admission.document,
      hash: admission.hash,
      length: admission.length,
      operationName: payload.operationName ?? null,
      variableValues: payload.variables ?? {},
      contextValue: await this.#contextOf(held),
      held,
    };
    const known = operationOf(admission.document, args.operationName ?? null);
    return known ? { args } : { errors: this.executor.refusal(operation(args)) ?? [] };
  }

  execute(args: ExecutionArgs): Promise<ExecutionResult> {
    return this.executor.execute(operation(args as GatedArgs), args.contextValue as RequestContext);
  }

  /** Starts a subscription; every event is executed with the rights and on the rows as they stand then. */
  async subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    const gated = args as GatedArgs;
    const started = performance.now();
    const result = await this.executor.running.during(() => this.#open(gated));
    const name = boundedName(operationOf(gated.document, gated.operationName ?? null)?.name?.value);
    const errors = 'errors' in result ? (result.errors ?? []) : [];
    this.#observe('subscription', name, gated.held, started, errors);
    if (!(Symbol.asyncIterator in result)) return result;
    return mapEvents(result, async (event) =>
      this.executor.execute(operation(gated, event), await this.#contextOf(gated.held)),
    );
  }

  async #open(args: GatedArgs): Promise<AsyncIterable<unknown> | ExecutionResult> {
    const refusal = this.executor.refusal(operation(args));
    if (refusal) return { errors: refusal };
    const context = args.contextValue as RequestContext;
    const source = await createSourceEventStream(args).finally(() => context.renew());
    if (Symbol.asyncIterator in source) return source;
    return { errors: (source.errors ?? []).map((error) => this.executor.report(error)) };
  }

  async #contextOf(held: Socket): Promise<RequestContext> {
    const principal = await this.house.principals.find(held.bearer);
    const facts = { requestId: randomUUID(), address: held.address, transport: 'websocket' } as const;
    return new RequestContext(this.house, principal, facts, held.bearer);
  }

  #observe(
    type: 'subscription' | 'unknown',
    name: string | null,
    held: Socket,
    started: number,
    errors: readonly GraphQLError[],
  ): void {
    this.executor.observe({
      type,
      name,
      transport: 'websocket',
      companyId: held.bearer.companyId,
      milliseconds: performance.now() - started,
      statements: 0,
      codes: codesOf(errors),
    });
  }
}

const operation = (args: GatedArgs, root?: unknown): Operation => ({
  document: args.document,
  hash: args.hash,
  length: args.length,
  operationName: args.operationName ?? null,
  variables: args.variableValues ?? {},
  root,
});
