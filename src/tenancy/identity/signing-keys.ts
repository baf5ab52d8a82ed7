import { setTimeout as pause } from 'node:timers/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../../domain/clock.js';
import { wireTypes } from '../read/wire-types.js';
import { ProvenTokens } from './proven-tokens.js';
import { keyFor, seal, unseal } from './sealing.js';

/** The one signature algorithm: Ed25519. */
export const SIGNING_ALGORITHM = 'EdDSA';
/** Longest lifetime of a token, in seconds: a retired key verifies as long and an hour, then it is forgotten. */
export const MAX_TOKEN_SECONDS = 86_400;

const AFTERLIFE_MS = (MAX_TOKEN_SECONDS + 3_600) * 1_000;
/** How long what was read is believed: another node's rotation is followed within this time. */
const BELIEVED_MS = 30_000;
const REREAD_MS = 1_000;
/** Any number that no other program uses: nodes that start or rotate at once wait for each other on it. */
const KEY_LOCK = 4_712_883_002;

const STORED_KEYS = `
select kid, public_jwk as "publicJwk", sealed_private_jwk as "sealedPrivateJwk", retired_at as "retiredAt"
  from signing_key order by created_at desc, kid`;

interface StoredKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly sealedPrivateJwk: string;
  readonly retiredAt: Date | null;
}

/**
 * The keys that sign access tokens of the whole deployment, shared by all nodes through the database; private halves
 * are sealed with the deployment's secret. The newest signs; retired ones verify until their tokens have expired.
 */
export class SigningKeys {
  /** Tokens that these keys have proven lately. */
  readonly proven = new ProvenTokens();
  readonly #sealingKey: Buffer;
  readonly #keys = new Map<string, { readonly stored: StoredKey; readonly publicKey: CryptoKey }>();
  #signing: { readonly kid: string; readonly privateKey: CryptoKey } | undefined;
  #reading: Promise<void> | undefined;
  #rereading: Promise<void> | undefined;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pool: Pool,
    secret: string,
    readonly clock: Clock = { now: () => new Date() },
  ) {
    this.#sealingKey = keyFor(secret, 'signing-key');
  }

  /**
   * The key that signs now; made when there is none yet, once however many nodes start together.
   * @throws Error when the stored key was sealed with another secret
   */
  async current(): Promise<{ readonly kid: string; readonly privateKey: CryptoKey }> {
    if (this.#age() > BELIEVED_MS) await this.#read();
    if (!this.#newest()) {
      await this.#locked(async (client) => {
        const { rowCount } = await client.query('select 1 from signing_key where retired_at is null');
        if (!rowCount) await this.#insertNew(client);
      });
    }
    const newest = this.#newest();
    if (!newest) throw new Error('There is no signing key.');
    if (this.#signing?.kid !== newest.kid) this.#signing = { kid: newest.kid, privateKey: await this.#open(newest) };
    return this.#signing;
  }

  /** The public key by its id; null when there is none that still verifies. An unknown id rereads, once a second at most. */
  async verifying(kid: string): Promise<CryptoKey | null> {
    if (this.#age() > BELIEVED_MS) await this.#read();
    if (!this.#keys.has(kid)) await this.#reread();
    const key = this.#keys.get(kid);
    return key && this.#verifies(key.stored) ? key.publicKey : null;
  }

  /** The public keys as a JWKS document (RFC 7517): all that verify. */
  async jwks(): Promise<{ readonly keys: readonly JWK[] }> {
    if (this.#age() > BELIEVED_MS) await this.#read();
    const stored = [...this.#keys.values()].map((key) => key.stored).filter((key) => this.#verifies(key));
    return { keys: stored.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: SIGNING_ALGORITHM, use: 'sig' })) };
  }

  /** Makes a new key that signs from now on and retires those before it. @returns the new key's id */
  async rotate(): Promise<string> {
    return this.#locked(async (client) => {
      await client.query('update signing_key set retired_at = $1 where retired_at is null', [this.clock.now()]);
      return this.#insertNew(client);
    });
  }

  #age(): number {
    return performance.now() - this.#readAt;
  }

  /** Reads again once the last reading is a second old; all who wait for it share one. */
  #reread(): Promise<void> {
    this.#rereading ??= pause(Math.max(0, REREAD_MS - this.#age()), undefined, { ref: false })
      .then(() => this.#read())
      .finally(() => (this.#rereading = undefined));
    return this.#rereading;
  }

  #newest(): StoredKey | undefined {
    return [...this.#keys.values()].map((key) => key.stored).find((key) => key.retiredAt === null);
  }

  #verifies(key: StoredKey): boolean {
    return key.retiredAt === null || key.retiredAt.getTime() + AFTERLIFE_MS > this.clock.now().getTime();
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const { rows } = await this.pool.query<StoredKey>({ text: STORED_KEYS, types: wireTypes });
    const read = await Promise.all(
      rows.map(async (stored) => ({
        stored,
        publicKey: (await importJWK(stored.publicJwk, SIGNING_ALGORITHM)) as CryptoKey,
      })),
    );
    this.#keys.clear();
    for (const key of read) this.#keys.set(key.stored.kid, key);
    this.#readAt = performance.now();
  }

  async #insertNew(client: PoolClient): Promise<string> {
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    const sealed = seal(this.#sealingKey, kid, JSON.stringify(await exportJWK(pair.privateKey)));
    await client.query(
      'insert into signing_key (kid, public_jwk, sealed_private_jwk, created_at) values ($1, $2, $3, $4)',
      [kid, JSON.stringify(publicJwk), sealed, this.clock.now()],
    );
    return kid;
  }

  async #open(key: StoredKey): Promise<CryptoKey> {
    try {
      const jwk = JSON.parse(unseal(this.#sealingKey, key.kid, key.sealedPrivateJwk)) as JWK;
      return (await importJWK(jwk, SIGNING_ALGORITHM)) as CryptoKey;
    } catch (cause) {
      throw new Error(
        'GUANJIA_SECRET is not the one that the signing key was sealed with. Set that one, or rotate the keys: new tokens are then signed with a new key.',
        { cause },
      );
    }
  }

  async #locked<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [KEY_LOCK]);
      const result = await work(client);
      await client.query('commit');
      client.release();
      await this.#reading;
      await this.#read();
      return result;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}
