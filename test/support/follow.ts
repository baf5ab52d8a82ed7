import { openRawSocket } from './raw-socket.js';
import type { StoryPerson } from './story.js';
import type { TestServer } from './test-server.js';

/** Somebody who follows one subscription over a socket of their own. */
export interface Follower {
  /** The next events, as the subscription's field shows them. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  readonly next: (many?: number) => Promise<any[]>;
  /** Why the subscription was refused. */
  readonly refusal: () => Promise<Record<string, unknown>>;
  readonly leave: () => Promise<void>;
}

/** Those who follow one subscription in a test; they leave behind it. */
export class Followers {
  readonly #all: Follower[] = [];

  constructor(private readonly query: string) {}

  /** Has somebody subscribe, as `follow`. */
  async listen(
    server: TestServer,
    person: StoryPerson,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Follower> {
    const one = await follow(server, person, this.query, variables);
    this.#all.push(one);
    return one;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#all.splice(0).map((each) => each.leave()));
  }
}

/** Has somebody subscribe; what happens after it resolves is heard, where nothing of the past is asked for. */
async function follow(
  server: TestServer,
  person: StoryPerson,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Follower> {
  const socket = await openRawSocket(server.wsUrl);
  await socket.init(await server.tokenOf(person));
  socket.send({ id: 's', type: 'subscribe', payload: { query, variables } });
  const event = async () => {
    const { type, payload } = await socket.next((message) => message.type === 'next' || message.type === 'error');
    if (type === 'error' || payload.errors) throw new Error(JSON.stringify(payload));
    return Object.values(payload.data as object)[0] as unknown;
  };
  return {
    next: async (many = 1) => {
      const told: unknown[] = [];
      while (told.length < many) told.push(await event());
      return told;
    },
    refusal: async () => {
      const { payload } = await socket.next(({ type, payload: told }) => type === 'error' || told?.errors);
      return (Array.isArray(payload) ? payload : payload.errors)[0].extensions as Record<string, unknown>;
    },
    leave: async () => {
      socket.ws.close();
      await socket.closed;
    },
  };
}
