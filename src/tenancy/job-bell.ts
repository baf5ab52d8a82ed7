/** Told after a commit that jobs were put into a queue. */
type BellListener = (queue: string) => void;

/** Rings on this node when a command has put jobs into a queue, so that its workers need not wait for their next look. */
export class JobBell {
  readonly #listeners = new Set<BellListener>();

  /** Tells whoever listens; best effort. */
  ring(queue: string): void {
    for (const listener of this.#listeners) listener(queue);
  }

  /** Calls `listener` at every ring; returns the way to stop it. */
  onRing(listener: BellListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
