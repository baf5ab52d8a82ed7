import { networkOf } from '../../tenancy/identity/network-of.js';

/** How many sockets may wait for their connection_init: from one network, and in all. */
export interface LobbyBounds {
  readonly ofNetwork: number;
  readonly all: number;
}

export const LOBBY_BOUNDS: LobbyBounds = { ofNetwork: 100, all: 2_000 };

/** Sockets that are open and have not said yet whose they are. */
export class Lobby {
  readonly #waiting = new Map<string, number>();
  #all = 0;

  constructor(private readonly bounds: LobbyBounds) {}

  /** The HTTP status that refuses one more socket of this address; null when it may come in. */
  refusal(address: string): 429 | 503 | null {
    if (this.#all >= this.bounds.all) return 503;
    return (this.#waiting.get(networkOf(address)) ?? 0) >= this.bounds.ofNetwork ? 429 : null;
  }

  /** Lets a socket wait. @returns what ends its waiting; only the first call counts */
  enter(address: string): () => void {
    const network = networkOf(address);
    this.#waiting.set(network, (this.#waiting.get(network) ?? 0) + 1);
    this.#all += 1;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.#all -= 1;
      const left = (this.#waiting.get(network) ?? 1) - 1;
      if (left > 0) this.#waiting.set(network, left);
      else this.#waiting.delete(network);
    };
  }
}
