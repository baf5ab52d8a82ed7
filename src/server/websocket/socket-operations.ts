import { randomUUID } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, type GraphQLError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { LogFeed, type FeedStep } from '../../events/log-feed.js';
import type { House } from '../../tenancy/house.js';
import { RequestContext } from '../../tenancy/request-context.js';
import type { DocumentGate } from '../execution/document-gate.js';
import { PassingError } from '../execution/error-report.js';
import type { Executor } from '../execution/executor.js';
import { operationOf, type Operation } from '../execution/operation.js';
import { boundedName, codesOf } from '../execution/operation-record.js';
import { admit } from '../quota/admit.js';
import type { Caller, Quota } from '../quota/quota.js';
import { Audiences } from './audiences.js';
import { liveSubscription } from './live-subscription.js';
import { SharedAnswers, type AnyFeed } from './shared-answers.js';
import type { Socket } from './sockets.js';

/** An operation on its way through graphql-ws, beside its execution arguments. */
interface GatedArgs extends ExecutionArgs {
  readonly held: Socket;
  /** By which the client knows the operation. */
  readonly id: string;
  readonly hash: string;
  readonly length: number;
}

/** An operation that may start, or why it may not. */
type Admission = { readonly args: ExecutionArgs } | { readonly errors: readonly GraphQLError[] };

/** Operations that come over sockets: through the gate, each and every event in a context of its own. */
export class SocketOperations {
  readonly #underWay = new WeakMap<Socket, number>();
  readonly #shared: SharedAnswers;
  readonly #audiences: Audiences;

  constructor(
    private readonly house: House,
    readonly gate: DocumentGate,
    private readonly executor: Executor,
    readonly quota: Quota,
  ) {
    this.#shared = new SharedAnswers(house, executor);
    this.#audiences = new Audiences(this.#shared);
  }

  /** Operations of a socket that are admitted, started or executed now, also those that its client has given up. */
  underWay(held: Socket): number {
    return this.#underWay.get(held) ?? 0;
  }

  /** Lets an operation in, or says why not. */
  admit(held: Socket, id: string, payload: SubscribePayload): Promise<Admission> {
    return this.#counted(held, () => this.#admit(held, id, payload));
  }

  async #admit(held: Socket, id: string, payload: SubscribePayload): Promise<Admission> {
    const admission = admit(payload.query, callerOf(held), this);
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
      id,
    };
    const known = operationOf(admission.document, args.operationName ?? null);
    return known ? { args } : { errors: this.executor.refusal(operation(args), callerOf(held)) ?? [] };
  }

  execute(args: ExecutionArgs): Promise<ExecutionResult> {
    const gated = args as GatedArgs;
    return this.#counted(gated.held, () =>
      this.executor.execute(operation(gated), args.contextValue as RequestContext),
    );
  }

  /**
   * Starts a subscription, or throws where the database is not to be had now: told as an error, it would end for good
   * with stock clients; thrown, it closes the socket with 1013. Every event is executed with the rights and on the rows
   * as they stand then, once for all who may do the same. An event that the database cannot fill now is not told half:
   * the socket closes with 1013, and the client resumes behind the event before.
   */
  async subscribe(args: ExecutionArgs): Promise<AsyncGenerator<never> | ExecutionResult> {
    const gated = args as GatedArgs;
    const started = performance.now();
    const result = await this.executor.running.during(() => this.#counted(gated.held, () => this.#open(gated)));
    const name = boundedName(operationOf(gated.document, gated.operationName ?? null)?.name?.value);
    const errors = 'errors' in result ? (result.errors ?? []) : [];
    this.#observe('subscription', name, gated.held, started, errors);
    return result instanceof LogFeed ? this.#deliver(gated, result) : result;
  }

  #deliver(args: GatedArgs, feed: AnyFeed): AsyncGenerator<never> {
    const { held } = args;
    const { question, leave } = this.#shared.ask(held.bearer.companyId, operation(args));
    const opening = Buffer.from(`{"id":${JSON.stringify(args.id)},"type":"next","payload":`);
    const framed = (payload: Buffer): Buffer => Buffer.concat([opening, payload, CLOSING]);
    held.feeds.add(feed);
    const send = (payloads: readonly Buffer[]): boolean => held.outbox.sendAtOnce(opening, payloads, CLOSING);
    feed.waitAmong((sitter) => this.#audiences.join(question, feed, { ...sitter, send }));
    const deliver = async (step: FeedStep<{ readonly seq: number }>): Promise<void> => {
      if ('happened' in step) {
        const payload = await this.#shared.answer(question, feed, step.asker, step.happened);
        if (payload && !feed.ended) await held.outbox.send(framed(payload));
        return;
      }
      const context = await this.#contextOf(held);
      const results = await this.executor.executeEvents(question.operation, step.missed, context);
      const payloads = results.map((result) => Buffer.from(JSON.stringify(result)));
      if (!feed.ended && send(payloads)) return;
      for (const payload of payloads) if (!feed.ended) await held.outbox.send(framed(payload));
    };
    return liveSubscription(feed, deliver, () => {
      held.feeds.delete(feed);
      leave();
    });
  }

  async #counted<T>(held: Socket, work: () => Promise<T>): Promise<T> {
    this.#underWay.set(held, this.underWay(held) + 1);
    return work().finally(() => this.#underWay.set(held, this.underWay(held) - 1));
  }

  async #open(args: GatedArgs): Promise<LogFeed<{ readonly seq: number }> | ExecutionResult> {
    const refusal = this.executor.refusal(operation(args), callerOf(args.held));
    if (refusal) return { errors: refusal };
    const context = args.contextValue as RequestContext;
    const source = await createSourceEventStream(args).finally(() => context.renew());
    if (source instanceof LogFeed) return source;
    if (Symbol.asyncIterator in source) throw new Error('Every subscription is a feed of the event log.');
    const errors = (source.errors ?? []).map((error) => this.executor.report(error));
    const passing = errors.find((error) => error instanceof PassingError);
    if (passing) throw passing;
    return { errors };
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

const callerOf = (held: Socket): Caller => ({ principal: held.bearer, address: held.address });

const CLOSING = Buffer.from('}');

const operation = (args: GatedArgs): Operation => ({
  document: args.document,
  hash: args.hash,
  length: args.length,
  operationName: args.operationName ?? null,
  variables: args.variableValues ?? {},
});
