import pg from 'pg';

type Release = pg.PoolClient['release'];

/**
 * A pooled connection that finds its own way back: when it is lost while somebody holds it, its place in the pool is
 * free again, whether or not the holder gives it back. A transaction whose BEGIN, COMMIT or ROLLBACK fails with the
 * connection is never given back by the query builder, and a pool that waits for it would shrink with every fault.
 * Giving back what has gone back already does nothing.
 */
export class TendedClient extends pg.Client {
  #giveBack: Release | undefined;
  #held: Release | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.once('end', () => this.#giveBack?.(true));
  }

  /** Gives the connection back to the pool; with an error or `true` it is closed. */
  get release(): Release | undefined {
    return this.#giveBack;
  }

  /** The pool sets it anew whenever it lends the connection. */
  set release(giveBack: Release | undefined) {
    this.#held = giveBack;
    this.#giveBack = (destroy) => {
      if (this.#held !== giveBack) return;
      this.#held = undefined;
      giveBack?.(destroy);
    };
  }
}
