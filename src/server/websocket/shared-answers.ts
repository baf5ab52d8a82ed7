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
export interface Answer {
  /** UTF-8 of a JSON object; null when the event is not theirs to see. */
  readonly payload: Buffer | null;
  readonly crowd: Crowd | undefined;
}

/** What is being read or was read of an event, for one class or for one who asks. */
export interface Reading {
  readonly answer: Promise<Answer>;
  /** Once it was read. */
  known?: Answer;
}

/** What a subscription asks of each event; those that ask the same share it. */
export interface Question {
  /** Names it, in the life of the program. */
  readonly name: string;
  readonly operation: Operation;
  /** By class, or account, and number. */
  readonly readings: Map<string, Map<number, Reading>>;
}

/** Where an answer that is kept lies, to be forgotten there. */
interface Kept {
  readonly question: Question;
  readonly of: string;
  readonly seq: number;
  readonly bytes: number;
}

/** Memory that payloads may take, in bytes; the oldest are forgotten, and read again for who comes later. */
const MAX_BYTES = 16 * 1024 * 1024;
/** What an answer takes beside its payload, in bytes. */
const OVERHEAD = 512;
/** Events that a listener is told next and that are read together with the first. */
export const AHEAD = 100;
/** Readings of such events at a time, beside those that somebody waits for: commands need connections too. */
const MOST_EARLY = 8;
const NOT_SEEN: Answer = { payload: null, crowd: undefined };

/**
 * What events look like to their listeners: read, executed and printed once an event, question and class of rights,
 * however many sockets wait for it; in a rush several together. An answer that depends on who each listener is, is read for that listener alone.
 */
export class SharedAnswers {
  readonly #questions = new Map<string, { readonly question: Question; askers: number }>();
  readonly #kept = new Set<Kept>();
  #bytes = 0;
  #early = 0;
  #asked = 0;

  constructor(
    private readonly house: House,
    private readonly executor: Executor,
  ) {}

  /** The question of a subscription, and the way to ask it no more. */
  ask(companyId: string, operation: Operation): { readonly question: Question; readonly leave: () => void } {
    const text = questionOf(companyId, operation);
    let asked = this.#questions.get(text);
    if (asked === undefined) {
      this.#asked += 1;
      asked = { question: { name: `question-${this.#asked}`, operation, readings: new Map() }, askers: 0 };
      this.#questions.set(text, asked);
    }
    const { question } = asked;
    const members = asked;
    asked.askers += 1;
    let asking = true;
    const leave = (): void => {
      if (!asking) return;
      asking = false;
      members.askers -= 1;
      if (members.askers === 0) this.#questions.delete(text);
    };
    return { question, leave };
  }

  /**
   * What a question shows of an event that has just happened, to one who asks.
   * @returns UTF-8 of the message's payload; null when it is not the asker's to see
   * @throws PassingError where the database is not to be had now
   */
  async answer(question: Question, feed: AnyFeed, asker: Principal, pointer: EventPointer): Promise<Buffer | null> {
    let answer = await this.#readingFor(question, feed, asker, pointer).answer;
    if (!holdsFor(answer, asker)) answer = await this.#readingFor(question, feed, asker, pointer).answer;
    return answer.payload;
  }

  /**
   * The reading that all of the asker's class on the event's estate share, whether or not it holds for the asker; begun where
   * there is none, together with what they are told next.
   */
  shared(
    question: Question,
    feed: AnyFeed,
    asker: Principal,
    pointer: EventPointer & { readonly estateId: string },
    next: () => readonly EventPointer[],
  ): Reading {
    const known = question.readings.get(classOn(asker, pointer.estateId))?.get(pointer.seq);
    return known ?? this.#beginFrom(question, feed, asker, pointer, next);
  }

  /** The shared reading, while it is not known to differ for the asker, or else the asker's own. */
  #readingFor(question: Question, feed: AnyFeed, asker: Principal, pointer: EventPointer): Reading {
    const { estateId, seq } = pointer;
    if (estateId !== null) {
      const shared = this.shared(question, feed, asker, { ...pointer, estateId }, () => feed.ahead(AHEAD));
      if (shared.known === undefined || holdsFor(shared.known, asker)) return shared;
    }
    return (
      question.readings.get(asker.accountId)?.get(seq) ??
      this.#begin(question, asker.accountId, seq, this.#read(question.operation, feed, asker, [seq]), 0)
    );
  }

  /** Begins to read an event, and together with it those that its listener is told next: of one estate in one moment. */
  #beginFrom(
    question: Question,
    feed: AnyFeed,
    asker: Principal,
    first: EventPointer & { readonly estateId: string },
    next: () => readonly EventPointer[],
  ): Reading {
    const unread = new Map<string, number[]>([[first.estateId, [first.seq]]]);
    for (const { estateId: of, seq } of this.#early < MOST_EARLY ? next() : []) {
      if (of === null || seq <= first.seq || question.readings.get(classOn(asker, of))?.has(seq)) continue;
      unread.set(of, [...(unread.get(of) ?? []), seq]);
    }
    let begun: Reading | undefined;
    for (const [of, seqs] of unread) {
      if (begun && this.#early >= MOST_EARLY) break;
      const answers = this.#read(question.operation, feed, crowdOf(asker, of), seqs);
      const readings = seqs.map((seq, i) => this.#begin(question, classOn(asker, of), seq, answers, i));
      if (begun) {
        this.#early += 1;
        answers.then(this.#hasRead, this.#hasRead);
      }
      begun ??= readings[0];
    }
    if (begun === undefined) throw new Error('The first event is always read.');
    return begun;
  }

  readonly #hasRead = (): void => void (this.#early -= 1);

  #begin(question: Question, of: string, seq: number, answers: Promise<readonly Answer[]>, i: number): Reading {
    const reading: Reading = { answer: answers.then((all) => all[i] ?? NOT_SEEN) };
    const readings = question.readings.get(of) ?? new Map<number, Reading>();
    question.readings.set(of, readings.set(seq, reading));
    reading.answer.then(
      (answer) => {
        reading.known = answer;
        this.#keep({ question, of, seq, bytes: OVERHEAD + (answer.payload?.length ?? 0) });
      },
      () => forget(question, of, seq),
    );
    return reading;
  }

  #keep(kept: Kept): void {
    this.#kept.add(kept);
    this.#bytes += kept.bytes;
    for (const oldest of this.#kept) {
      if (this.#bytes <= MAX_BYTES) return;
      forget(oldest.question, oldest.of, oldest.seq);
      this.#kept.delete(oldest);
      this.#bytes -= oldest.bytes;
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

/** Whether what was read is what the asker would have read. */
export const holdsFor = ({ crowd }: Answer, asker: Principal): boolean => crowd?.holdsFor(asker.subjectId) ?? true;

function forget({ readings }: Question, of: string, seq: number): void {
  const known = readings.get(of);
  known?.delete(seq);
  if (known?.size === 0) readings.delete(of);
}

/** Facts of reading for events, which no single request asks for. */
const eventFacts = (): RequestFacts => ({ requestId: randomUUID(), address: '', transport: 'websocket' });
