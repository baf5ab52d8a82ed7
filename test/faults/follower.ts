import { openRawSocket } from '../support/raw-socket.js';

interface Told {
  readonly cursor: string;
  readonly version: number;
  readonly ticket: { readonly id: string } | null;
}

/** A subscriber that resumes behind its last cursor whenever its socket closes, as the documentation asks. */
export interface Follower {
  /** `ticket id/version` of every event received, in order. */
  readonly received: string[];
  /** Resolves when so many have been received. */
  has(count: number): Promise<void>;
  stop(): void;
}

const SUBSCRIPTION = 'subscription ($after: Cursor) { ticketEvents(after: $after) { cursor version ticket { id } } }';

/** Follows the ticket events from a cursor on. */
export function follow(url: () => string, token: string, from: string): Follower {
  const received: string[] = [];
  let after = from;
  const ending = new AbortController();
  const isFollowing = (): boolean => !ending.signal.aborted;
  let wake: () => void = () => undefined;
  const run = async (): Promise<void> => {
    while (isFollowing()) {
      const socket = await openRawSocket(`${url().replace('http', 'ws')}/graphql`);
      const isOpen = (): boolean => socket.ws.readyState === socket.ws.OPEN;
      await Promise.race([socket.init(token), socket.closed]).catch(() => undefined);
      if (isOpen()) socket.send({ type: 'subscribe', id: '1', payload: { query: SUBSCRIPTION, variables: { after } } });
      while (isOpen() && isFollowing()) {
        const message = await Promise.race([socket.next(), socket.closed.then(() => null)]);
        const told = (message?.payload as { data?: { ticketEvents: Told } } | undefined)?.data?.ticketEvents;
        if (message?.type === 'error') throw new Error(JSON.stringify(message));
        if (!told) continue;
        after = told.cursor;
        received.push(`${String(told.ticket?.id)}/${told.version}`);
        wake();
      }
      socket.ws.terminate();
      if (isFollowing()) await new Promise((done) => setTimeout(done, 100));
    }
  };
  const running = run();
  return {
    received,
    has: async (count) => {
      const enough = (async () => {
        while (received.length < count) await new Promise<void>((done) => (wake = done));
      })();
      await Promise.race([enough, running]);
    },
    stop: () => {
      ending.abort();
      wake();
    },
  };
}
