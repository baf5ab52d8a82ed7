import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const BOARD = `subscription ($after: Cursor) { ticketEvents(after: $after) { cursor type clock { id } } }`;

/** A dashboard of all estates: notes when it is told of each limit that has passed, and how often. */
export class Dashboard {
  #told = new Map();
  #client;
  #cursor = null;
  #woken = () => undefined;

  /** Watches a node; after a break it goes on behind the last cursor that it has seen. */
  async watch(port, token) {
    const client = createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      lazy: false,
    });
    this.#client = client;
    await new Promise((resolve) => client.on('connected', resolve));
    const variables = { after: this.#cursor };
    client.subscribe(
      { query: BOARD, variables },
      { next: (each) => this.#next(each), error: () => undefined, complete: () => undefined },
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  #next({ data, errors }) {
    if (errors) throw new Error(errors[0].message);
    const { cursor, type, clock } = data.ticketEvents;
    this.#cursor = cursor;
    if (type !== 'clock.BREACHED') return;
    const known = this.#told.get(clock.id);
    this.#told.set(clock.id, { at: known?.at ?? Date.now(), times: (known?.times ?? 0) + 1 });
    this.#woken();
  }

  /** Resolves when it was told of all of them; rejects after a time. */
  async toldOf(ids, withinMs) {
    const deadline = Date.now() + withinMs;
    while (ids.some((id) => !this.#told.has(id))) {
      const left = deadline - Date.now();
      const missing = ids.filter((id) => !this.#told.has(id)).length;
      if (left <= 0) throw new Error(`${missing} of ${ids.length} limits were not told of.`);
      await new Promise((resolve) => {
        this.#woken = resolve;
        setTimeout(resolve, Math.min(left, 1_000));
      });
    }
    return new Map(ids.map((id) => [id, this.#told.get(id)]));
  }

  async leave() {
    await this.#client?.dispose();
  }
}
