import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A pooler in transaction mode, as PgBouncer is with `max_prepared_statements`: clients share a few connections of the
 * server, each transaction goes to whichever has waited longest, and nothing of a session stays with a client but its
 * prepared statements, which are prepared anew where they are missing. Notifications reach nobody.
 */
export interface TransactionPooler {
  /** The address of a database behind the pooler; one role and one database a pooler. */
  through(url: string): string;
  /** How often a client's transaction met another connection than its last one. */
  readonly moves: number;
  /** Most clients at once. */
  readonly clients: number;
  close(): void;
}

/** What the server is going to answer that has to be told apart; an answer that the client did not ask for is not passed. */
interface Expected {
  readonly type: '1' | '3' | 'Z';
  readonly pass: boolean;
  /** The statement that is prepared with it. */
  readonly name?: string;
}

const AUTHENTICATED = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const typeOf = (message: Buffer): string => String.fromCharCode(message[0] ?? 0);

/** Starts a pooler with so many connections of its own on a free loopback port. */
export async function startTransactionPooler(serverUrl: string, size: number): Promise<TransactionPooler> {
  const { hostname, port } = new URL(serverUrl);
  const pool = new Pool(size, () => connect(Number(port), hostname));
  const server = createServer((socket) => new Client(socket, pool));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = (server.address() as AddressInfo).port;
  return {
    through: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(here) }).toString(),
    get moves() {
      return pool.moves;
    },
    get clients() {
      return pool.most;
    },
    close: () => {
      server.close();
      for (const socket of pool.sockets) socket.destroy();
    },
  };
}

/** What all clients share. */
class Pool {
  moves = 0;
  most = 0;
  readonly sockets = new Set<Socket>();
  readonly clients = new Set<Client>();
  readonly idle: Server[] = [];
  readonly waiting: Client[] = [];
  /** Messages that prepare a statement, by its name: named by their text, they are the same for every client. */
  readonly statements = new Map<string, Buffer>();
  #made = 0;
  readonly greeting: Promise<Buffer>;
  #greet: (greeting: Buffer) => void = () => undefined;

  constructor(
    private readonly size: number,
    private readonly dial: () => Socket,
  ) {
    this.greeting = new Promise((done) => (this.#greet = done));
  }

  /** A new connection of the server, or null when there are enough. */
  open(client: Client): Server | null {
    if (this.#made >= this.size) return null;
    this.#made += 1;
    return new Server(this.dial(), this, client);
  }

  greet(greeting: Buffer): void {
    this.#greet(greeting);
  }

  release(server: Server): void {
    const next = this.waiting.shift();
    if (next) next.meet(server);
    else this.idle.push(server);
  }
}

/** Cuts a stream into messages; the first one of a client has no type. */
class Messages {
  #rest = Buffer.alloc(0);

  constructor(private typed: boolean) {}

  *of(data: Buffer): Generator<Buffer> {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const head = this.typed ? 1 : 0;
      if (this.#rest.length < head + 4) return;
      const length = head + this.#rest.readUInt32BE(head);
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      this.typed = true;
      yield message;
    }
  }
}

class Server {
  client: Client | null;
  readonly names = new Set<string>();
  readonly #expected: Expected[] = [];
  readonly #greeting: Buffer[] = [];
  #greeted = false;

  constructor(
    readonly socket: Socket,
    private readonly pool: Pool,
    client: Client,
  ) {
    this.client = client;
    pool.sockets.add(socket);
    const messages = new Messages(true);
    socket.setNoDelay(true).on('error', () => undefined);
    socket.on('data', (data) => {
      for (const message of messages.of(data)) this.#hear(message);
    });
    socket.once('close', () => this.client?.socket.destroy());
  }

  send(message: Buffer, expected?: Expected): void {
    if (expected) this.#expected.push(expected);
    if (expected?.name !== undefined) this.names.add(expected.name);
    this.socket.write(message);
  }

  #hear(message: Buffer): void {
    const type = typeOf(message);
    if (!this.#greeted) this.#greet(type, message);
    else if (type === '1' || type === '3') {
      if (this.#expected.shift()?.pass) this.client?.socket.write(message);
    } else if (type !== 'A') {
      if (type === 'E') this.#skip();
      if (type === 'Z') this.#expected.shift();
      this.client?.socket.write(message);
      const over = type === 'Z' && message[5] === 'I'.charCodeAt(0);
      if (over && this.#expected.length === 0 && !this.client?.amid) this.#leave();
    }
  }

  /** After an error the server answers nothing more up to the next Sync. */
  #skip(): void {
    while (this.#expected[0] && this.#expected[0].type !== 'Z') {
      const { name } = this.#expected.shift() ?? {};
      if (name !== undefined) this.names.delete(name);
    }
  }

  #greet(type: string, message: Buffer): void {
    this.client?.socket.write(message);
    if (type !== 'R') this.#greeting.push(Buffer.from(message));
    if (type !== 'Z') return;
    this.#greeted = true;
    this.pool.greet(Buffer.concat(this.#greeting));
    this.#leave();
  }

  #leave(): void {
    this.client?.part();
    this.client = null;
    this.pool.release(this);
  }
}

class Client {
  /** Whether it has sent messages whose Sync is still to come. */
  amid = false;
  #server: Server | null = null;
  #last: Server | null = null;
  #signingIn = true;
  readonly #inbox: Buffer[] = [];

  constructor(
    readonly socket: Socket,
    private readonly pool: Pool,
  ) {
    pool.sockets.add(socket);
    pool.clients.add(this);
    pool.most = Math.max(pool.most, pool.clients.size);
    const messages = new Messages(false);
    socket.setNoDelay(true).on('error', () => undefined);
    socket.on('data', (data) => {
      for (const message of messages.of(data)) this.#take(Buffer.from(message));
    });
    socket.once('close', () => {
      pool.clients.delete(this);
      this.#inbox.length = 0;
      this.#server?.socket.destroy();
    });
  }

  /** Goes on with a connection of the server. */
  meet(server: Server): void {
    if (this.#last && this.#last !== server) this.pool.moves += 1;
    this.#last = server;
    this.#server = server;
    server.client = this;
    for (const message of this.#inbox.splice(0)) this.#forward(server, message);
    // One that has gone meanwhile has nothing to say.
    if (this.socket.destroyed) server.socket.destroy();
  }

  /** Its transaction is over. */
  part(): void {
    this.#signingIn = false;
    this.#server = null;
    if (this.#inbox.length > 0) this.#ask();
  }

  #take(message: Buffer): void {
    if (this.#signingIn) this.#signIn(message);
    else if (typeOf(message) === 'X') this.socket.end();
    else if (this.#server) this.#forward(this.#server, message);
    else {
      this.#inbox.push(message);
      if (this.#inbox.length === 1) this.#ask();
    }
  }

  /** The first clients sign in at the server itself; later ones find it done. */
  #signIn(message: Buffer): void {
    this.#server ??= this.pool.open(this);
    if (this.#server) {
      this.#server.send(message);
      return;
    }
    this.#signingIn = false;
    void this.pool.greeting.then((greeting) => this.socket.write(Buffer.concat([AUTHENTICATED, greeting])));
  }

  #ask(): void {
    const server = this.pool.idle.shift();
    if (server) this.meet(server);
    else this.pool.waiting.push(this);
  }

  #forward(server: Server, message: Buffer): void {
    const type = typeOf(message);
    this.amid = type !== 'S' && type !== 'Q';
    const [first = '', second = ''] = message.subarray(5).toString('latin1').split('\0', 2);
    if (type === 'P' && first !== '') {
      this.pool.statements.set(first, message);
      server.send(closing(first), { type: '3', pass: false });
      server.send(message, { type: '1', pass: true, name: first });
      return;
    }
    const needed = type === 'B' ? second : type === 'D' && first.startsWith('S') ? first.slice(1) : '';
    const preparing = server.names.has(needed) ? undefined : this.pool.statements.get(needed);
    if (preparing) server.send(preparing, { type: '1', pass: false, name: needed });
    const answer = ({ P: '1', C: '3', S: 'Z', Q: 'Z' } as const)[type];
    server.send(message, answer && { type: answer, pass: true });
  }
}

/** Forgets a prepared statement; one that is not there is no error. */
function closing(name: string): Buffer {
  const body = Buffer.from(`S${name}\0`, 'latin1');
  const head = Buffer.alloc(5);
  head.write('C');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
