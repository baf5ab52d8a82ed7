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
/** Events that a listener is told next and that are read together with the first. */
const AHEAD = 100;
/** Readings of such events at a time, beside those that somebody waits for: commands need connections too. */
const MOST_EARLY = 8;
const NOT_SEEN: Answer = { payload: null, crowd: undefined };

/**
 * What events look like to their listeners: read, executed and printed once an event, question and class of rights,
 * however many sockets wait for it; in a rush several together. An answer that depends on who each listener is, is read for that listener alone.
 */
export class SharedAnswers {
  readonly #answers = new Map<string, Promise<Answer>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;
  #early = 0;

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
      const key = keyOf(question, asker, estateId, seq);
      if (!this.#answers.has(key)) this.#beginFrom(question, feed, asker, pointer);
      const shared = await this.#answers.get(key);
      if (shared?.crowd?.holdsFor(asker.subjectId) ?? true) return shared?.payload ?? null;
    }
    const key = `${seq} ${asker.accountId} ${question.key}`;
    if (!this.#answers.has(key)) this.#begin([key], this.#read(question.operation, feed, asker, [seq]));
    return (await this.#answers.get(key))?.payload ?? null;
  }

  /** Begins to read an event, and together with it those that its listener is told next: of one estate in one moment. */
  #beginFrom(question: Question, feed: AnyFeed, asker: Principal, pointer: EventPointer): void {
    const next = this.#early < MOST_EARLY ? feed.ahead(AHEAD) : [];
    const unread = new Map<string, number[]>();
    for (const { estateId, seq } of [pointer, ...next])
      if (estateId !== null && !this.#answers.has(keyOf(question, asker, estateId, seq)))
        unread.set(estateId, [...(unread.get(estateId) ?? []), seq]);
    for (const [estateId, seqs] of unread) {
      if (seqs[0] !== pointer.seq && this.#early >= MOST_EARLY) return;
      const reading = this.#read(question.operation, feed, crowdOf(asker, estateId), seqs);
      const keys = seqs.map((seq) => keyOf(question, asker, estateId, seq));
      this.#begin(keys, reading);
      if (seqs[0] === pointer.seq) continue;
      this.#early += 1;
      reading.then(this.#hasRead, this.#hasRead);
    }
  }

  readonly #hasRead = (): void => void (this.#early -= 1);

  #begin(keys: readonly string[], reading: Promise<readonly Answer[]>): void {
    for (const [i, key] of keys.entries()) {
      const answer = reading.then((answers) => answers[i] ?? NOT_SEEN);
      this.#answers.set(key, answer);
      answer.then(
        ({ payload }) => this.#keep(key, OVERHEAD + (payload?.length ?? 0)),
        () => this.#answers.delete(key),
      );
    }
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

  /** What events look like to one who asks, in the order of their numbers. */
  async #read(operation: Operation, feed: AnyFeed, asker: Principal, seqs: readonly number[]): Promise<Answer[]> {
    const context = new RequestContext(this.house, asker, eventFacts());
    try {
      const events = await feed.events(context, seqs);
      const results = await this.executor.executeEvents(operation, [...events.values()], context);
      const payloads = new Map([...events.keys()].map((seq, i) => [seq, Buffer.from(JSON.stringify(results[i]))]));
      return seqs.map((seq) => ({ payload: payloads.get(seq) ?? null, crowd: asker.crowd }));
    } finally {
      await context.end();
    }
  }
}

const keyOf = (question: Question, asker: Principal, estateId: string, seq: number): string =>
  `${seq} ${classOn(asker, estateId)} ${question.key}`;

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
