import { randomUUID } from 'node:crypto';
import type { LogFeed } from '../../events/log-feed.js';
import type { Crowd } from '../../tenancy/crowd.js';
import { classOn, crowdOf } from '../../tenancy/crowd-principal.js';
import type { EventPointer } from '../../tenancy/event-log.js';
import type { House } from '../../tenancy/house.js';
import type { Principal } from '../../tenancy/principal.js';
import { RequestContext, type RequestFacts } from '../../tenancy/request-context.js';
import type { Executor } from '../execution/executor.js';
import type { Operation } from '../execution/operation.js';
import { questionOf } from './question.js';

/** A feed of anything that has a number. */
export type AnyFeed = LogFeed<{ readonly seq: number }>;

/** The payload of an event's message, and for whom of those who share it it holds. */
interface Answer {
  /** UTF-8 of a JSON object; null when the event is not theirs to see. */
  readonly payload: Buffer | null;
  readonly crowd: Crowd | undefined;
}

/** Memory that payloads may take, in bytes; the oldest are forgotten, and read again for who comes later. */
const MAX_BYTES = 16 * 1024 * 1024;
/** What an answer takes beside its payload, in bytes. */
const OVERHEAD = 512;

/**
 * What events look like to their listeners: read, executed and printed once an event, question and class of rights,
 * however many sockets wait for it. An answer that depends on who each listener is, is read for that listener alone.
 */
export class SharedAnswers {
  readonly #answers = new Map<string, Promise<Answer>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  constructor(
    private readonly house: House,
    private readonly executor: Executor,
  ) {}

  /**
   * What a question shows of an event that has just happened, to one who asks.
   * @returns UTF-8 of the message's payload; null when it is not the asker's to see
   * @throws PassingError where the database is not to be had now
   */
  async answer(question: Question, feed: AnyFeed, asker: Principal, pointer: EventPointer): Promise<Buffer | null> {
    const { estateId, seq } = pointer;
    if (estateId !== null) {
      const shared = await this.#once(`${seq} ${classOn(asker, estateId)} ${question.key}`, () =>
        this.#read(question.operation, feed, crowdOf(asker, estateId), seq),
      );
      if (shared.crowd?.holdsFor(asker.subjectId) ?? true) return shared.payload;
    }
    const own = await this.#once(`${seq} ${asker.accountId} ${question.key}`, () =>
      this.#read(question.operation, feed, asker, seq),
    );
    return own.payload;
  }

  #once(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = read();
    this.#answers.set(key, answer);
    answer.then(
      ({ payload }) => this.#keep(key, OVERHEAD + (payload?.length ?? 0)),
      () => this.#answers.delete(key),
    );
    return answer;
  }

  #keep(key: string, bytes: number): void {
    this.#sizes.set(key, bytes);
    this.#bytes += bytes;
    for (const [oldest, size] of this.#sizes) {
      if (this.#bytes <= MAX_BYTES) return;
      this.#answers.delete(oldest);
      this.#sizes.delete(oldest);
      this.#bytes -= size;
    }
  }

  async #read(operation: Operation, feed: AnyFeed, asker: Principal, seq: number): Promise<Answer> {
    const context = new RequestContext(this.house, asker, eventFacts());
    try {
      const event = await feed.event(context.moment, asker, seq);
      if (event === null) return { payload: null, crowd: asker.crowd };
      const [result] = await this.executor.executeEvents(operation, [event], context);
      return { payload: Buffer.from(JSON.stringify(result)), crowd: asker.crowd };
    } finally {
      await context.end();
    }
  }
}

/** What a subscription asks of each event. */
export interface Question {
  readonly key: string;
  readonly operation: Operation;
}

export const question = (companyId: string, operation: Operation): Question => ({
  key: questionOf(companyId, operation),
  operation,
});

/** Facts of reading for events, which no single request asks for. */
const eventFacts = (): RequestFacts => ({ requestId: randomUUID(), address: '', transport: 'websocket' });
