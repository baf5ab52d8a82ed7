import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What happens to a connection when a statement passes. RESET: both sides lose it at once. SILENT: nothing passes any
 * more and nobody is told, as when a cable is pulled. BEFORE: the statement does not reach the server; AFTER: the server
 * has carried it out, and its answer is lost.
 */
export type Fault = 'RESET_BEFORE' | 'RESET_AFTER' | 'SILENT_BEFORE' | 'SILENT_AFTER';

/** A network between a program and PostgreSQL that fails when it is told to. */
export interface FaultProxy {
  /** The address of a database behind the proxy. */
  through(url: string): string;
  /**
   * Lets the first statement that matches meet the fault, in a transaction that has sent one that matches `behind`;
   * resolves when it has.
   */
  strike(statement: RegExp, fault: Fault, behind?: RegExp): Promise<void>;
  /** Resets every connection. */
  cut(): void;
  /** Pulls the cable of every connection that has ever sent a statement that matches. */
  silence(statement: RegExp): number;
  /** Holds everything back for so long, each way, in milliseconds. */
  delay(milliseconds: number): void;
  /** Whether new connections are refused. */
  refuse(yes: boolean): void;
  close(): void;
}

interface Strike {
  readonly statement: RegExp;
  readonly behind: RegExp;
  readonly fault: Fault;
  readonly struck: () => void;
}

const ANY = /[\s\S]/;

/** Starts a proxy on a free loopback port in front of the server that the address names. */
export async function startFaultProxy(serverUrl: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(serverUrl);
  const links = new Set<Link>();
  const strikes: Strike[] = [];
  const weather = { delay: 0, refuse: false };
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (weather.refuse) return void client.resetAndDestroy();
    const link = new Link(client, connect(Number(port), hostname), strikes, weather);
    links.add(link);
    client.once('close', () => link.silent || links.delete(link));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = (server.address() as AddressInfo).port;
  return {
    through: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(here) }).toString(),
    strike: (statement, fault, behind = ANY) =>
      new Promise((struck) => strikes.push({ statement, behind, fault, struck })),
    cut: () => links.forEach((link) => link.reset()),
    silence: (statement) => {
      const found = [...links].filter((link) => link.said.some((text) => statement.test(text)));
      for (const link of found) link.silent = true;
      return found.length;
    },
    delay: (milliseconds) => (weather.delay = milliseconds),
    refuse: (yes) => (weather.refuse = yes),
    close: () => {
      server.close();
      for (const link of links) link.reset();
    },
  };
}

/** One connection, read message by message on its way to the server. */
class Link {
  silent = false;
  /** Every statement so far. */
  readonly said: string[] = [];
  readonly #named = new Map<string, string>();
  #rest = Buffer.alloc(0);
  #started = false;
  #afterwards: { readonly end: RegExp; readonly then: () => void } | undefined;
  #held = '';
  #toServer = Promise.resolve();
  #toClient = Promise.resolve();

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly strikes: Strike[],
    private readonly weather: { readonly delay: number },
  ) {
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', () => undefined);
    client.on('data', (data: Buffer) => this.#read(data));
    server.on('data', (data: Buffer) => this.#answer(data));
    client.once('close', () => this.silent || server.end());
    server.once('close', () => this.silent || client.end());
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.server.destroy();
  }

  #read(data: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (let message = this.#take(); message; message = this.#take()) this.#pass(message);
  }

  #take(): Buffer | undefined {
    const head = this.#started ? 1 : 0;
    if (this.#rest.length < head + 4) return undefined;
    const length = head + this.#rest.readUInt32BE(head);
    if (this.#rest.length < length) return undefined;
    const message = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    if (this.#started) return message;
    this.#started = true;
    this.#send(message);
    return this.#take();
  }

  #pass(message: Buffer): void {
    if (this.silent) return;
    const text = this.#statement(message);
    if (text !== undefined) this.said.push(text);
    const transaction = this.said.slice(
      Math.max(
        0,
        this.said.findLastIndex((past) => /^(begin|start transaction)/i.test(past)),
      ),
    );
    const at = this.strikes.findIndex(
      ({ statement, behind }) =>
        text !== undefined && statement.test(text) && transaction.some((past) => behind.test(past)),
    );
    const [strike] = at < 0 ? [] : this.strikes.splice(at, 1);
    if (!strike) {
      this.#send(message);
      return;
    }
    const strikeNow = (): void => {
      if (strike.fault.startsWith('RESET')) this.reset();
      else this.silent = true;
      strike.struck();
    };
    if (strike.fault.endsWith('BEFORE')) {
      strikeNow();
      return;
    }
    this.#afterwards = { end: /^commit/i.test(text ?? '') ? /COMMIT\0/ : ANY, then: strikeNow };
    this.#send(message);
  }

  #answer(data: Buffer): void {
    if (this.silent) return;
    if (!this.#afterwards) {
      this.#toClient = this.#later(this.#toClient, () => this.silent || this.client.write(data));
      return;
    }
    this.#held += data.toString('latin1');
    if (this.#afterwards.end.test(this.#held)) this.#afterwards.then();
  }

  #send(message: Buffer): void {
    const copy = Buffer.from(message);
    this.#toServer = this.#later(this.#toServer, () => this.server.write(copy));
  }

  async #later(before: Promise<void>, send: () => unknown): Promise<void> {
    await before;
    if (this.weather.delay > 0) await pause(this.weather.delay);
    send();
  }

  /** The text of a Query, a Parse, or the Bind of a statement that was parsed before. */
  #statement(message: Buffer): string | undefined {
    const [first = '', second = ''] = message.subarray(5).toString('utf8').split('\0', 2);
    switch (String.fromCharCode(message[0] ?? 0)) {
      case 'Q':
        return first;
      case 'P':
        this.#named.set(first, second);
        return second;
      case 'B':
        return this.#named.get(second);
      default:
        return undefined;
    }
  }
}
