import type { VerifiedBearer } from '../bearer.js';

const MAX_TOKENS = 10_000;
/** How long a proof is believed without looking at the signature again, in milliseconds. */
const BELIEVED_MS = 60_000;

/** Tokens whose signature was checked within the last minute; a client sends the same one with every request. */
export class ProvenTokens {
  readonly #proven = new Map<string, { readonly bearer: VerifiedBearer; readonly at: number }>();

  /** The bearer of a token that was proven lately and is not over at `now`, `toleranceMs` allowed for skew. */
  recall(token: string, now: Date, toleranceMs: number): VerifiedBearer | null {
    const known = this.#proven.get(token);
    if (!known) return null;
    if (performance.now() - known.at < BELIEVED_MS && known.bearer.expiresAt.getTime() + toleranceMs > now.getTime())
      return known.bearer;
    this.#proven.delete(token);
    return null;
  }

  /** Whether a token was proven before, good or over by now. */
  knows(token: string): boolean {
    return this.#proven.has(token);
  }

  remember(token: string, bearer: VerifiedBearer): void {
    this.#proven.delete(token);
    if (this.#proven.size >= MAX_TOKENS) this.#proven.delete(String(this.#proven.keys().next().value));
    this.#proven.set(token, { bearer, at: performance.now() });
  }
}
