/**
 * A board kept up to date by graphql-ws alone.
 *
 *   node examples/live/graphql-ws.mjs http://127.0.0.1:4000/graphql front_desk@harbour guanjia-demo
 */
import { pathToFileURL } from 'node:url';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Board } from './board.mjs';
import { Company, EVENTS } from './company.mjs';
import { keepFollowing } from './keep-following.mjs';

/**
 * Follows until the signal ends it: nothing missed, nothing twice, whatever the line does.
 * @param onEvent told of each event, once
 */
export const follow = (company, board, { onEvent, signal }) =>
  keepFollowing(company, board, { signal, listen: (token) => listen(company.url, token, board, { onEvent, signal }) });

async function listen(url, token, board, { onEvent, signal }) {
  const client = createClient({
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
  const end = () => void client.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    await new Promise((complete, error) => {
      const next = ({ data, errors }) => {
        if (errors) {
          error(errors);
          return;
        }
        board.take(data.ticketEvents);
        onEvent(data.ticketEvents);
      };
      client.subscribe({ query: EVENTS, variables: { after: board.cursor } }, { next, error, complete });
    });
  } finally {
    signal.removeEventListener('abort', end);
    await client.dispose();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [url, login, password] = process.argv.slice(2);
  const board = new Board();
  const onEvent = ({ type, ticket }) => console.log(type, ticket?.number ?? '-', `${board.tickets.size} open`);
  await follow(new Company(url, { login, password }), board, { onEvent, signal: new AbortController().signal });
}
