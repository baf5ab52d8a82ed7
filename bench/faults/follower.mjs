import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { oneOf } from './random.mjs';

const FEED = `subscription ($after: Cursor, $estateIds: [ID!]) {
  ticketEvents(after: $after, estateIds: $estateIds) { cursor ticket { id } }
}`;
/** Longest rest between two attempts, in milliseconds. */
const REST_MS = 100;

/** The place in the log that a cursor stands for. */
export const seqOf = (cursor) => Number(Buffer.from(cursor, 'base64url').readBigUInt64BE(5));

/**
 * A subscriber as the documentation asks for: when its socket closes it connects again, to whichever node answers, and
 * resumes behind its last cursor.
 */
export class Follower {
  /** Of every event received, in the order of receipt: {seq, ticketId}. */
  received = [];
  /** How often it has connected. */
  sockets = 0;
  /** What it was told instead of events. */
  refusals = [];
  #options;
  #after;
  #ws;
  #following = true;
  #awayUntil = 0;
  #running;
  #heard = () => undefined;

  /** @param options {ports, token, after, estateIds, random}; `ports` says where nodes answer */
  constructor(options) {
    this.#options = options;
    this.#after = options.after;
    this.#running = this.#run();
  }

  /** The estates that it follows; null: all. */
  get estateIds() {
    return this.#options.estateIds;
  }

  /** Goes away without a word, and stays away for so long, in milliseconds. */
  drop(awayMs = 0) {
    this.#awayUntil = performance.now() + awayMs;
    this.#ws?.terminate();
  }

  /** Whether it has received an event at or behind a place within so many milliseconds. */
  async reaches(seq, withinMs) {
    const until = performance.now() + withinMs;
    while ((this.received.at(-1)?.seq ?? 0) < seq && performance.now() < until)
      await Promise.race([
        new Promise((heard) => (this.#heard = heard)),
        pause(until - performance.now(), undefined, { ref: false }),
      ]);
    return (this.received.at(-1)?.seq ?? 0) >= seq;
  }

  async stop() {
    this.#following = false;
    this.#ws?.terminate();
    await this.#running;
  }

  async #run() {
    const { ports, random } = this.#options;
    while (this.#following) {
      await this.#listen(oneOf(random, ports()));
      const rest = Math.max(this.#awayUntil - performance.now(), random() * REST_MS);
      if (this.#following) await pause(rest);
    }
  }

  /** Resolves when the socket has closed. */
  #listen(port) {
    const { token, estateIds } = this.#options;
    const ws = new WebSocket(`ws://127.0.0.1:${port}/graphql`, ['graphql-transport-ws']);
    this.#ws = ws;
    const send = (message) => ws.send(JSON.stringify(message));
    const answers = {
      connection_ack: () => {
        const variables = { after: this.#after, estateIds };
        send({ type: 'subscribe', id: '1', payload: { query: FEED, variables } });
      },
      next: ({ payload }) => this.#take(payload),
      ping: ({ payload }) => {
        if (payload?.cursor && seqOf(payload.cursor) > seqOf(this.#after)) this.#after = payload.cursor;
        send({ type: 'pong' });
      },
      error: ({ payload }) => {
        this.refusals.push(JSON.stringify(payload));
        ws.terminate();
      },
      complete: () => ws.terminate(),
    };
    ws.on('open', () => {
      this.sockets += 1;
      send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    });
    ws.on('message', (data) => {
      const message = JSON.parse(String(data));
      answers[message.type]?.(message);
    });
    ws.on('error', () => undefined);
    return new Promise((closed) => ws.once('close', closed));
  }

  #take({ data, errors }) {
    if (errors) this.refusals.push(JSON.stringify(errors));
    const told = data?.ticketEvents;
    if (!told) return;
    this.#after = told.cursor;
    this.received.push({ seq: seqOf(told.cursor), ticketId: told.ticket?.id ?? null });
    this.#heard();
  }
}
