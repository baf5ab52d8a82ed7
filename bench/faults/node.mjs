import { startChild } from '../child.mjs';
import { Cable } from './cable.mjs';

const PRODUCT = new URL('../product.mjs', import.meta.url);
/** Where nobody answers. */
const NOBODY = 1;

/** A node of the product as a process of its own, with a network before it and one behind it that can fail. */
export class Node {
  /** Between clients and node. */
  clients;
  /** Between node and database. */
  database;
  #apiUrl;
  #child;
  #port = NOBODY;

  /** Lays its networks and starts it. */
  static async start(apiUrl) {
    const node = new Node();
    const { port } = new URL(apiUrl);
    node.database = await Cable.lay(() => Number(port));
    node.clients = await Cable.lay(() => node.#port);
    node.#apiUrl = Object.assign(new URL(apiUrl), { hostname: '127.0.0.1', port: node.database.port }).toString();
    await node.start();
    return node;
  }

  /** Starts it, again after it was killed, on another port of its own. */
  async start() {
    this.#child = startChild(PRODUCT);
    const { port } = await this.#child.ask('start', { apiUrl: this.#apiUrl, quiet: true });
    this.#port = port;
  }

  /** Ends it by SIGKILL. */
  async kill() {
    await this.#child.kill();
  }

  token(account) {
    return this.#child.ask('token', account);
  }

  async stop() {
    await this.#child.stop();
    this.clients.close();
    this.database.close();
  }
}
