import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A network on the way to a port, which may change: it passes bytes on until it is told to fail. */
export class Cable {
  #ends = new Set();
  #delayMs = 0;
  #server;

  /** Lays it on a free port of the loopback address. @param target says the port that it leads to now */
  static async lay(target) {
    const cable = new Cable();
    cable.#server = createServer((client) => cable.#link(client, connect(target(), '127.0.0.1')));
    cable.#server.listen(0, '127.0.0.1');
    await once(cable.#server, 'listening');
    return cable;
  }

  get port() {
    return this.#server.address().port;
  }

  /** Holds everything back for so long, each way, in milliseconds. */
  delay(milliseconds) {
    this.#delayMs = milliseconds;
  }

  /** Resets every connection: both sides are told. */
  cut() {
    for (const { client, server } of this.#ends) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Pulls the plug on every connection: nothing passes any more, either way, and neither side is told. */
  pull() {
    for (const ends of this.#ends) ends.pulled = true;
  }

  close() {
    this.#server.close();
    this.cut();
  }

  #link(client, server) {
    const ends = { client, server, pulled: false };
    this.#ends.add(ends);
    this.#pass(ends, client, server);
    this.#pass(ends, server, client);
    client.once('close', () => server.destroyed && this.#ends.delete(ends));
    server.once('close', () => client.destroyed && this.#ends.delete(ends));
  }

  #pass(ends, from, to) {
    let before = Promise.resolve();
    const then = (step) => {
      before = before.then(async () => {
        if (this.#delayMs > 0) await pause(this.#delayMs);
        if (!ends.pulled) step();
      });
    };
    from.setNoDelay(true);
    from.on('error', () => undefined);
    from.on('data', (data) => then(() => to.destroyed || to.write(data)));
    from.once('close', () => then(() => to.end()));
  }
}
