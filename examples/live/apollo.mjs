/**
 * A board kept up to date by Apollo Client: queries over HTTP, subscriptions over graphql-ws.
 *
 *   node examples/live/apollo.mjs http://127.0.0.1:4000/graphql front_desk@harbour guanjia-demo
 */
import { pathToFileURL } from 'node:url';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Board } from './board.mjs';
import { Company, EVENTS } from './company.mjs';
import { keepFollowing } from './keep-following.mjs';

/**
 * Follows until the signal ends it: nothing missed, nothing twice, whatever the line does. Each event's ticket is in the
 * cache as well, under its type and id.
 * @param onEvent told of each event, once
 */
export function follow(company, board, { onEvent, signal }) {
  const cache = new InMemoryCache();
  return keepFollowing(company, board, {
    signal,
    listen: (token) => listen(company.url, token, { cache, board, onEvent, signal }),
  });
}

async function listen(url, token, { cache, board, onEvent, signal }) {
  const socket = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    // A client that connects again by itself sends the first variables again, and so is told everything twice.
    retryAttempts: 0,
    on: {
      // Up to here everything was sent, also where nothing of it was for us: a quiet board does not grow old.
      ping: (received, payload) => {
        if (received && payload?.cursor) board.cursor = payload.cursor;
      },
    },
  });
  const apollo = new ApolloClient({ cache, link: new GraphQLWsLink(socket) });
  const events = apollo.subscribe({ query: gql(EVENTS), variables: { after: board.cursor } });
  const end = () => void socket.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    await new Promise((complete, error) => {
      // Apollo Client tells an error as a result, also that the socket has closed.
      const next = (result) => {
        if (result.error) {
          error(result.error);
          return;
        }
        board.take(result.data.ticketEvents);
        onEvent(result.data.ticketEvents);
      };
      events.subscribe({ next, error, complete });
    });
  } finally {
    signal.removeEventListener('abort', end);
    apollo.stop();
    await socket.dispose();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [url, login, password] = process.argv.slice(2);
  const board = new Board();
  const onEvent = ({ type, ticket }) => console.log(type, ticket?.number ?? '-', `${board.tickets.size} open`);
  await follow(new Company(url, { login, password }), board, { onEvent, signal: new AbortController().signal });
}
