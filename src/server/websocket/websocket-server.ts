import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { handleProtocols, makeServer, MessageType, type Context } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { limitExceeded } from '../../domain/errors.js';
import { encodeCursor } from '../../events/cursor.js';
import type { House } from '../../tenancy/house.js';
import type { AddressOf } from '../client-address.js';
import { bearerOf } from '../context-maker.js';
import type { DocumentGate } from '../execution/document-gate.js';
import { PassingError } from '../execution/error-report.js';
import type { Executor } from '../execution/executor.js';
import { GRAPHQL_PATH } from '../graphql-path.js';
import type { Quota } from '../quota/quota.js';
import { FrameRate } from './frame-rate.js';
import { keepAlive } from './keep-alive.js';
import { Lobby, LOBBY_BOUNDS, type LobbyBounds } from './lobby.js';
import { Outbox, OUTBOX_BOUNDS, TRY_AGAIN, type OutboxBounds } from './outbox.js';
import { SocketOperations } from './socket-operations.js';
import { GOING_AWAY, Sockets, TOO_MANY, type Socket } from './sockets.js';

/** What the WebSocket side is built from. */
interface WebSocketServerOptions {
  readonly house: House;
  readonly executor: Executor;
  readonly gate: DocumentGate;
  readonly quota: Quota;
  readonly addressOf: AddressOf;
  readonly onError: (error: unknown) => void;
  /** Told when a socket is closed for a fault or for being slow. */
  readonly onClose: (code: number) => void;
  readonly outbox?: OutboxBounds;
  readonly keepAliveMs?: number;
  /** How long a client may take to introduce itself, in milliseconds. */
  readonly initWaitMs?: number;
  /** How many may wait for that. */
  readonly lobby?: LobbyBounds;
}

/** The WebSocket side while it serves. */
interface WebSocketDoor {
  readonly sockets: Sockets;
  /** Closes every socket with 1012; resolves when they are gone. */
  close(): Promise<void>;
}

/** Largest frame a client may send, in bytes; a larger one closes the socket with 1009. */
export const MAX_FRAME = 64 * 1024;
/** Most operations of one socket at a time. */
export const MAX_OPERATIONS = 50;
/** Longest reason that a close frame holds, in bytes. */
const MAX_REASON = 123;
const INIT_WAIT_MS = 5_000;
const KEEP_ALIVE_MS = 20_000;
/** How long clients may take to answer a close at a stop, in milliseconds. */
const FAREWELL_MS = 1_000;

interface Connection {
  readonly socket: WebSocket;
  readonly outbox: Outbox;
  /** Ends its waiting to be introduced. */
  readonly introduced: () => void;
  readonly request: IncomingMessage;
  held?: Socket;
}

/**
 * graphql-transport-ws at `/graphql`. A socket belongs to one bearer, given as `{ authorization }` in connection_init.
 * Close codes after which a client refreshes, reconnects and resumes behind its last cursor: 4403 (no good token, token
 * expired, rights changed), 1012 (this node stops), 1013 (the client reads too slowly, or this node cannot serve now). Faults of a client: 4408 (no
 * connection_init in 5 s), 4400 (not the protocol), 4429 (more than 20 sockets of an account, or more frames than its
 * rate), 1009 (frame too large). Beyond 100 sockets of a network that wait to be introduced, or 2,000 in all, the upgrade is
 * refused with 429 or 503.
 */
export function attachWebSocketServer(http: HttpServer, options: WebSocketServerOptions): WebSocketDoor {
  const { house, executor, gate, addressOf } = options;
  const lobby = new Lobby(options.lobby ?? LOBBY_BOUNDS);
  const wss = new WebSocketServer({
    server: http,
    path: GRAPHQL_PATH,
    maxPayload: MAX_FRAME,
    handleProtocols,
    verifyClient: ({ req }, answer) => {
      const refusal = lobby.refusal(addressOf(req));
      answer(refusal === null, refusal ?? undefined);
    },
  });
  // Errors of the HTTP server, such as a port that is taken, are told by its own listen().
  wss.on('error', () => undefined);
  const sockets = new Sockets(house);
  const operations = new SocketOperations(house, gate, executor, options.quota);

  const protocol = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: options.initWaitMs ?? INIT_WAIT_MS,
    onConnect: async ({ connectionParams, extra }) => {
      const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
      const bearer = await bearerOf(house, typeof authorization === 'string' ? authorization : undefined);
      const principal = bearer && (await house.principals.find(bearer));
      if (!bearer || !principal) return false;
      const { socket, request, outbox } = extra;
      const held = sockets.hold({ socket, outbox, address: addressOf(request) }, bearer, principal);
      extra.introduced();
      if (!held) {
        socket.close(TOO_MANY, 'Too many sockets');
        return true;
      }
      extra.held = held;
      await sockets.recheckOne(held);
      return true;
    },
    onSubscribe: async (context, id, payload) => {
      const { held } = context.extra;
      if (!held || isFull(context) || operations.underWay(held) >= MAX_OPERATIONS)
        return [executor.report(limitExceeded('Too many operations on this socket.', FULL))];
      const admission = await operations.admit(held, id, payload);
      return 'errors' in admission ? [...admission.errors] : admission.args;
    },
    // What ends a subscription, such as RESYNC_REQUIRED, is told with its code; what passes closes the socket instead.
    onError: ({ extra }, _id, _payload, errors) => {
      const told = errors.map((error) => executor.report(error));
      if (told.some((error) => error instanceof PassingError)) extra.socket.close(TRY_AGAIN, 'Try again');
      return told.map((error) => error.toJSON());
    },
    execute: (args) => operations.execute(args),
    subscribe: (args) => operations.subscribe(args),
  });

  wss.on('connection', (socket, request) => {
    const close = (code = 1000, reason = ''): void => {
      options.onClose(code);
      socket.close(code, Buffer.byteLength(reason) > MAX_REASON ? '' : reason);
    };
    const outbox = new Outbox(socket, request.socket, options.outbox ?? OUTBOX_BOUNDS, close);
    const failed = (error: unknown): void => {
      options.onError(error);
      close(TRY_AGAIN, 'Try again');
    };
    const introduced = lobby.enter(addressOf(request));
    socket.once('close', introduced);
    const rate = new FrameRate();
    /** Whether a frame is within the rate; one that is not ends the socket, whether or not its client agrees. */
    const isWelcome = (): boolean => {
      if (socket.readyState !== socket.OPEN) return false;
      if (rate.take()) return true;
      close(TOO_MANY, 'Too many frames');
      setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
      return false;
    };
    socket.on('ping', isWelcome);
    socket.on('pong', isWelcome);
    socket.on('error', () => undefined);
    const connection: Connection = { socket, outbox, request, introduced };
    keepAlive(socket, options.keepAliveMs ?? KEEP_ALIVE_MS, () => {
      if (connection.held) house.principals.expect(connection.held.bearer);
      tellPosition(connection);
    });
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => outbox.send(data),
        close,
        onMessage: (receive) =>
          socket.on('message', (data) => {
            if (isWelcome()) void receive(String(data as Buffer)).catch(failed);
          }),
      },
      connection,
    );
    socket.once('close', (code, reason) => void closed(code, String(reason)).catch(options.onError));
  });

  return {
    sockets,
    close: async () => {
      for (const socket of wss.clients) socket.close(GOING_AWAY, 'Restarting');
      wss.close();
      await Promise.race([Promise.all([...wss.clients].map(gone)), pause(FAREWELL_MS, undefined, { ref: false })]);
      for (const socket of wss.clients) socket.terminate();
    },
  };
}

const FULL = { what: 'operations', limit: MAX_OPERATIONS, found: MAX_OPERATIONS + 1 };

const isFull = (context: Context<Record<string, unknown>, Connection>): boolean =>
  Object.keys(context.subscriptions).length > MAX_OPERATIONS;

/**
 * Tells a client how far its subscriptions have come, in a ping: the cursor stands behind everything that it was sent, so
 * that a quiet board does not age.
 */
function tellPosition({ held, outbox }: Connection): void {
  const positions = [...(held?.feeds ?? [])].map(({ settled }) => settled);
  const [first, ...others] = positions;
  if (!held || !first) return;
  const earliest = others.reduce((a, b) => (b.seq < a.seq ? b : a), first);
  const cursor = encodeCursor(held.bearer.companyId, earliest);
  void outbox.send(JSON.stringify({ type: MessageType.Ping, payload: { cursor } }));
}

const gone = (socket: WebSocket): Promise<void> =>
  socket.readyState === socket.CLOSED ? Promise.resolve() : new Promise((done) => socket.once('close', () => done()));
