/**
 * The usual set-up: graphql-ws, and a pub-sub in memory (Node's own emitter) from which each subscription executes for
 * itself. In its favour: whoever comes is let in, the event is there as an object, and nothing is read from a database.
 */
import { EventEmitter, on } from 'node:events';
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { serve } from '../child.mjs';
import { memoryOf } from './memory.mjs';

const schema = buildSchema(`
  scalar Cursor
  type Ticket { id: ID! number: String! phase: String! subject: String! }
  type TicketEvent { cursor: Cursor! type: String! recordedAt: String! ticket: Ticket }
  type Query { none: Boolean }
  type Subscription { ticketEvents(after: Cursor, estateIds: [ID!]): TicketEvent! }
`);
const topic = new EventEmitter().setMaxListeners(0);
schema.getSubscriptionType().getFields().ticketEvents.subscribe = async function* () {
  for await (const [ticketEvents] of on(topic, 'event')) yield { ticketEvents };
};

const http = createServer();
useServer({ schema }, new WebSocketServer({ server: http, path: '/graphql' }));

serve({
  start: () => new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve({ port: http.address().port }))),
  tell: (event) => void topic.emit('event', event),
  cpu: () => process.cpuUsage(),
  memory: memoryOf,
});
