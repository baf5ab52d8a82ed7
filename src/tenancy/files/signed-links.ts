import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../domain/clock.js';
import { keyFor } from '../identity/sealing.js';

/** Doors that open by link. */
export type LinkDoor = 'uploads' | 'attachments' | 'forms' | 'exports';

/** What a link says, proven to be ours. */
export interface OpenedLink {
  readonly names: readonly string[];
  readonly expiresAt: Date;
}

/**
 * Links that open one thing for a while to whoever has them, without a token: made under the asker's rights, proven by
 * a signature (HMAC-SHA-256) of the deployment's secret over door, names and end. A link is a path below the API's own
 * address: `/files/attachments/<company>/<id>/original?until=…&proof=…`.
 */
export class SignedLinks {
  readonly #key: Buffer;

  constructor(
    secret: string,
    readonly clock: Clock = { now: () => new Date() },
  ) {
    this.#key = keyFor(secret, 'signed links');
  }

  /** A link that is good until an instant, whole seconds. */
  write(door: LinkDoor, names: readonly string[], expiresAt: Date): string {
    const until = Math.floor(expiresAt.getTime() / 1000);
    return `/files/${door}/${names.join('/')}?until=${until}&proof=${this.#proof(door, names, until)}`;
  }

  /**
   * A link for reading that is good for at least `milliseconds` and at most twice as long: all links to one thing that
   * are made in the same stretch are alike, so that browsers keep what they have fetched.
   */
  writeFor(door: LinkDoor, names: readonly string[], milliseconds: number): { url: string; expiresAt: Date } {
    const stretch = Math.floor(this.clock.now().getTime() / milliseconds);
    const expiresAt = new Date((stretch + 2) * milliseconds);
    return { url: this.write(door, names, expiresAt), expiresAt };
  }

  /** What a link opens; null when it is not ours, was altered, or is over. */
  open(door: LinkDoor, names: readonly string[], query: unknown): OpenedLink | null {
    const { until, proof } = (query ?? {}) as { readonly until?: unknown; readonly proof?: unknown };
    if (typeof until !== 'string' || !/^\d{1,12}$/.test(until) || typeof proof !== 'string') return null;
    const [given, expected] = [Buffer.from(proof), Buffer.from(this.#proof(door, names, Number(until)))];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const expiresAt = new Date(Number(until) * 1000);
    return expiresAt.getTime() > this.clock.now().getTime() ? { names, expiresAt } : null;
  }

  /** What proves that a name was given out by us for a purpose: for links whose end is decided elsewhere. */
  seal(purpose: 'survey', names: readonly string[]): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...names]))
      .digest('base64url');
  }

  #proof(door: LinkDoor, names: readonly string[], until: number): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([door, ...names, until]))
      .digest('base64url');
  }
}
