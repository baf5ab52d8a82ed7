import type { WebSocket } from 'ws';
import type { House } from '../../tenancy/house.js';
import type { Principal } from '../../tenancy/principal.js';
import type { VerifiedBearer } from '../../tenancy/bearer.js';
import { rightsOf } from '../../tenancy/rights-of.js';
import { TRY_AGAIN, type Outbox } from './outbox.js';
import type { AnyFeed } from './shared-answers.js';

/** Expired or changed rights: refresh, reconnect, resume. */
const RIGHTS_CHANGED = 4403;
/** The node stops: reconnect, resume. */
export const GOING_AWAY = 1012;
/** More sockets than one account may hold: a fault of the client. */
export const TOO_MANY = 4429;

/** Most sockets that one account may hold on this node. */
export const MAX_SOCKETS_PER_ACCOUNT = 20;
/** Longest delay that a timer takes, in milliseconds; a token that lives longer is looked at again then. */
const MAX_DELAY = 2 ** 31 - 1;

/** An open socket and whose it is. */
export interface Socket {
  readonly socket: WebSocket;
  readonly bearer: VerifiedBearer;
  readonly address: string;
  readonly outbox: Outbox;
  /** The feeds of its subscriptions. */
  readonly feeds: Set<AnyFeed>;
  readonly expiry: NodeJS.Timeout;
  /** The rights that it was opened with; another print closes it. */
  readonly rights: string;
}

/** All open sockets of this node: closed when a token expires, when rights change, and when the node stops. */
export class Sockets {
  readonly #held = new Map<string, Set<Socket>>();
  #size = 0;

  constructor(private readonly house: House) {}

  /** How many sockets are open. */
  get size(): number {
    return this.#size;
  }

  /** Holds a socket for its bearer. @returns null when the account has as many as it may */
  hold(
    { socket, outbox, address }: Pick<Socket, 'socket' | 'outbox' | 'address'>,
    bearer: VerifiedBearer,
    principal: Principal,
  ): Socket | null {
    const mine = this.#held.get(keyOf(bearer)) ?? new Set();
    if (mine.size >= MAX_SOCKETS_PER_ACCOUNT) return null;
    const now = (this.house.clock ?? SYSTEM_CLOCK).now().getTime();
    const lifetime = Math.min(MAX_DELAY, Math.max(0, bearer.expiresAt.getTime() - now));
    const expiry = setTimeout(() => socket.close(RIGHTS_CHANGED, 'Token expired'), lifetime);
    expiry.unref();
    const held = { socket, bearer, address, outbox, feeds: new Set<AnyFeed>(), expiry, rights: rightsOf(principal) };
    this.#held.set(keyOf(bearer), mine.add(held));
    this.#size += 1;
    socket.once('close', () => {
      clearTimeout(expiry);
      if (mine.delete(held)) this.#size -= 1;
      if (mine.size === 0 && this.#held.get(keyOf(bearer)) === mine) this.#held.delete(keyOf(bearer));
    });
    return held;
  }

  /** Closes the sockets of a company whose rights are no longer those that they were opened with. */
  async recheck(companyId: string): Promise<void> {
    const ofCompany = [...this.#held].filter(([key]) => key.startsWith(`${companyId}/`));
    await Promise.all(ofCompany.flatMap(([, account]) => [...account].map((held) => this.recheckOne(held))));
  }

  /** Closes a socket whose rights are no longer those that it was opened with, or cannot be read now. */
  async recheckOne(held: Socket): Promise<void> {
    const principal = await this.house.principals.find(held.bearer).catch(() => undefined);
    if (principal === undefined) held.socket.close(TRY_AGAIN, 'Try again');
    else if (!principal || rightsOf(principal) !== held.rights) held.socket.close(RIGHTS_CHANGED, 'Rights changed');
  }
}

const keyOf = (bearer: VerifiedBearer): string => `${bearer.companyId}/${bearer.accountId}`;
const SYSTEM_CLOCK = { now: () => new Date() };
