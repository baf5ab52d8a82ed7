import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';

/** A message of graphql-transport-ws. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
  readonly payload?: any;
}

/** A socket that speaks the protocol word by word, for what a well-behaved client would not do. */
export interface RawSocket {
  readonly ws: WebSocket;
  /** Resolves with the code of the close. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(message: Message | string): void;
  /** The first message, received already or yet to come, that fits; it is taken out. */
  next(fits?: (message: Message) => boolean): Promise<Message>;
  /** Sends connection_init with the token and waits for the acknowledgement. */
  init(token: string): Promise<void>;
}

export async function openRawSocket(
  url: string,
  protocol: string | null = 'graphql-transport-ws',
  options: ClientOptions = {},
): Promise<RawSocket> {
  const ws = new WebSocket(url, protocol === null ? [] : [protocol], options);
  const received: Message[] = [];
  const waiting: { readonly fits: (message: Message) => boolean; readonly take: (message: Message) => void }[] = [];
  ws.on('message', (data) => {
    const message = JSON.parse((data as Buffer).toString()) as Message;
    const at = waiting.findIndex(({ fits }) => fits(message));
    if (at < 0) received.push(message);
    else waiting.splice(at, 1)[0]?.take(message);
  });
  ws.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((done) =>
    ws.once('close', (code, reason) => done({ code, reason: String(reason) })),
  );
  await Promise.race([once(ws, 'open'), closed]);
  const socket: RawSocket = {
    ws,
    closed,
    send: (message) => ws.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: (fits = () => true) => {
      const at = received.findIndex(fits);
      const [known] = at < 0 ? [] : received.splice(at, 1);
      return known ? Promise.resolve(known) : new Promise((take) => waiting.push({ fits, take }));
    },
    init: async (token) => {
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      await socket.next(({ type }) => type === 'connection_ack');
    },
  };
  return socket;
}
