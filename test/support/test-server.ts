import type { AddressInfo } from 'node:net';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import { buildApi, type Api, type ApiSettings } from '../../src/server/api.js';
import { openLog } from '../../src/server/log.js';
import { contextMaker } from '../../src/server/context-maker.js';
import { assertEnginesAgree } from './both-engines.js';
import { issueAccessToken } from '../../src/tenancy/identity/access-token.js';
import { openTestHouse, type TestHouse } from './test-house.js';
import type { StoryPerson } from './story.js';

/** A test asks more than a person in a minute. */
const UNBOUNDED = {
  principalCost: 1e9,
  companyCost: 1e9,
  principalOperations: 1e9,
  companyOperations: 1e9,
};

/** An answer of the API as a client sees it. */
export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  readonly text: string;
}

/** The product over a test house, listening on a free port of the loopback address. */
export interface TestServer {
  readonly house: TestHouse;
  readonly api: Api;
  readonly url: string;
  readonly wsUrl: string;
  /** What the program has logged, line by line. */
  readonly logged: string[];
  /** An access token for somebody of the story. */
  tokenOf(person: StoryPerson): Promise<string>;
  /** Sends a document over HTTP as somebody, or as nobody. */
  query(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    person?: StoryPerson | string | null,
  ): Promise<Answer>;
  /** A graphql-ws client as somebody. */
  socket(person: StoryPerson | string | null, options?: Partial<ClientOptions>): Promise<Client>;
  close(): Promise<void>;
}

/**
 * Starts HTTP and WebSocket over a house of its own; `close()` ends clients, doors, house and database. Operations run
 * compiled; every query is run once more by graphql-js and by compiled code, which must answer alike.
 */
export async function startTestServer({
  compareEngines = true,
  ...options
}: NonNullable<Parameters<typeof openTestHouse>[0]> &
  Partial<ApiSettings> & {
    /** Whether every query is run by both engines; yes unless told otherwise. */
    readonly compareEngines?: boolean;
  } = {}): Promise<TestServer> {
  const house = await openTestHouse(options);
  const logged: string[] = [];
  const log = openLog('debug', { write: (line: string) => void logged.push(line) });
  const api = await buildApi(house, log, {
    introspection: true,
    graphiql: true,
    metricsToken: null,
    compileAt: 1,
    quota: UNBOUNDED,
    ...options,
  });
  await api.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = api.http.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  const wsUrl = `ws://127.0.0.1:${port}/graphql`;
  const clients: Client[] = [];

  const tokenOf = (person: StoryPerson): Promise<string> =>
    issueAccessToken(house.keys, { companyId: person.companyId, accountId: person.accountId, familyId: null }).then(
      (issued) => issued.token,
    );
  const bearer = async (person: StoryPerson | string | null | undefined): Promise<Record<string, string>> => {
    if (!person) return {};
    return { authorization: `Bearer ${typeof person === 'string' ? person : await tokenOf(person)}` };
  };

  return {
    house,
    api,
    url,
    wsUrl,
    logged,
    tokenOf,
    query: async (document, variables = {}, person = null) => {
      const headers = await bearer(person);
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: document, variables }),
      });
      const text = await response.text();
      const body = JSON.parse(text) as Pick<Answer, 'data' | 'errors' | 'extensions'>;
      const facts = { requestId: 'again', address: '127.0.0.1', transport: 'http' } as const;
      if (compareEngines)
        await assertEnginesAgree(api, document, variables, () => contextMaker(house)(headers['authorization'], facts));
      return { ...body, status: response.status, headers: response.headers, text };
    },
    socket: async (person, clientOptions = {}) => {
      const client = createClient({
        url: wsUrl,
        webSocketImpl: WebSocket,
        connectionParams: await bearer(person),
        retryAttempts: 0,
        ...clientOptions,
      });
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) await client.dispose();
      await api.close();
      await house.close();
    },
  };
}
