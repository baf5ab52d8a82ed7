import type { WebSocket } from 'ws';
import type { House } from '../../tenancy/house.js';
import type { Principal } from '../../tenancy/principal.js';
import type { VerifiedBearer } from '../../tenancy/principal-book.js';

/** Expired or changed rights: refresh, reconnect, resume. */
export const RIGHTS_CHANGED = 4403;
/** The node stops: reconnect, resume. */
export const GOING_AWAY = 1012;

/** An open socket and whose it is. */
export interface Socket {
  readonly socket: WebSocket;
  readonly bearer: VerifiedBearer;
  readonly address: string;
  readonly expiry: NodeJS.Timeout;
  /** The rights that it was opened with; another print closes it. */
  readonly rights: string;
}

/** All open sockets of this node: closed when a token expires, when rights change, and when the node stops. */
export class Sockets {
  readonly #held = new Set<Socket>();
  #dispose: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly house: House) {}

  /** How many sockets are open. */
  get size(): number {
    return this.#held.size;
  }

  hold(socket: WebSocket, bearer: VerifiedBearer, principal: Principal, address: string): Socket {
    const lifetime = Math.max(0, bearer.expiresAt.getTime() - Date.now());
    const expiry = setTimeout(() => socket.close(RIGHTS_CHANGED, 'Token expired'), lifetime);
    expiry.unref();
    const held = { socket, bearer, address, expiry, rights: rightsOf(principal) };
    this.#held.add(held);
    return held;
  }

  release(held: Socket): void {
    clearTimeout(held.expiry);
    this.#held.delete(held);
  }

  /** Closes the sockets of a company whose rights are no longer those that they were opened with. */
  async recheck(companyId: string): Promise<void> {
    for (const held of this.#held) {
      if (held.bearer.companyId !== companyId) continue;
      const principal = await this.house.principals.find(held.bearer).catch(() => null);
      if (!principal || rightsOf(principal) !== held.rights) held.socket.close(RIGHTS_CHANGED, 'Rights changed');
    }
  }

  onDispose(dispose: () => Promise<void>): void {
    this.#dispose = dispose;
  }

  /** Closes every socket for a stop of the node. */
  async close(): Promise<void> {
    for (const held of this.#held) held.socket.close(GOING_AWAY, 'Restarting');
    await this.#dispose();
  }
}

function rightsOf(principal: Principal): string {
  const scope = (estates: Principal['estates']): string => (estates === 'ALL' ? '*' : [...estates].sort().join());
  const actions = [...principal.actions].map(([action, estates]) => `${action}:${scope(estates)}`).sort();
  return JSON.stringify([actions, scope(principal.estates), [...principal.occupancyIds].sort()]);
}
