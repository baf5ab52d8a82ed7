import type { Server as HttpServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { House } from '../../tenancy/house.js';
import { RequestContext } from '../../tenancy/request-context.js';
import { bearerOf } from '../context-maker.js';
import type { DocumentGate } from '../execution/document-gate.js';
import type { Executor } from '../execution/executor.js';
import { GRAPHQL_PATH } from '../graphql-path.js';
import { executeEvents } from './execute-events.js';
import { Sockets, type Socket } from './sockets.js';

/** What the WebSocket side is built from. */
export interface WebSocketServerOptions {
  readonly house: House;
  readonly executor: Executor;
  readonly gate: DocumentGate;
}

/** Largest frame a client may send, in bytes. */
const MAX_FRAME = 64 * 1024;
/** How long a client may take to introduce itself, in milliseconds. */
const INIT_WAIT_MS = 5_000;
const KEEP_ALIVE_MS = 20_000;

type ConnectionExtra = Extra & Partial<Record<PropertyKey, never>> & { held?: Socket };

/** The operation's text and document, carried through graphql-ws beside its execution arguments. */
interface GatedArgs extends ExecutionArgs {
  readonly source: string;
  readonly held: Socket;
}

/**
 * graphql-transport-ws at `/graphql`. A socket belongs to one bearer, given as `{ authorization }` in connection_init.
 * It is closed with 4403 when its token expires or its rights change: refresh, reconnect, resume after the last cursor.
 */
export function attachWebSocketServer(http: HttpServer, options: WebSocketServerOptions): Sockets {
  const { house, executor, gate } = options;
  const wss = new WebSocketServer({
    server: http,
    path: GRAPHQL_PATH,
    maxPayload: MAX_FRAME,
    handleProtocols: (protocols) =>
      protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const sockets = new Sockets(house);

  const contextOf = async (held: Socket): Promise<RequestContext> => {
    const principal = await house.principals.find(held.bearer);
    return new RequestContext(
      house,
      principal,
      {
        requestId: randomUUID(),
        address: held.address,
        transport: 'websocket',
      },
      held.bearer,
    );
  };

  const server = useServer<Record<string, unknown>, ConnectionExtra>(
    {
      connectionInitWaitTimeout: INIT_WAIT_MS,
      onConnect: async ({ connectionParams, extra }) => {
        const authorization = connectionParams?.['authorization'];
        const bearer = await bearerOf(house, typeof authorization === 'string' ? authorization : undefined);
        const principal = bearer && (await house.principals.find(bearer));
        if (!bearer || !principal) return false;
        const address = extra.request.socket.remoteAddress ?? '';
        extra.held = sockets.hold(extra.socket, bearer, principal, address);
        return true;
      },
      onSubscribe: async ({ extra }, _id, payload) => {
        if (!extra.held) throw new Error('A socket subscribes before it is held.');
        const gated = gate.admit(payload.query);
        if ('errors' in gated) return gated.errors.map((error) => executor.report(error));
        const args: GatedArgs = {
          schema: executor.schema,
          document: gated.document,
          source: payload.query,
          operationName: payload.operationName ?? null,
          variableValues: payload.variables ?? {},
          contextValue: await contextOf(extra.held),
          held: extra.held,
        };
        return args;
      },
      execute: (args) => executor.execute(operationOf(args as GatedArgs), args.contextValue as RequestContext),
      subscribe: (args) => subscribe(executor, args as GatedArgs, contextOf),
      onDisconnect: ({ extra }) => {
        if (extra.held) sockets.release(extra.held);
      },
    },
    wss,
    KEEP_ALIVE_MS,
  );
  sockets.onDispose(async () => {
    await server.dispose();
  });
  return sockets;
}

const operationOf = (args: GatedArgs, root?: unknown) => ({
  document: args.document,
  source: args.source,
  operationName: args.operationName ?? null,
  variables: args.variableValues ?? {},
  root,
});

/** Every event is executed in a context of its own: the rights and the rows as they stand then. */
async function subscribe(
  executor: Executor,
  args: GatedArgs,
  contextOf: (held: Socket) => Promise<RequestContext>,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const first = args.contextValue as RequestContext;
  const source = await createSourceEventStream(args).finally(() => first.renew());
  if (!(Symbol.asyncIterator in source))
    return { errors: (source.errors ?? []).map((error) => executor.report(error)) };
  return executeEvents(
    source,
    async (event) => executor.execute(operationOf(args, event), await contextOf(args.held)),
    (error) => ({ errors: [executor.report(error)] }),
  );
}
