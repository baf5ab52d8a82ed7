import { importJWK, type CryptoKey, type JWK } from 'jose';

/** Signature algorithms that external issuers may use, and which key each takes. */
const KEY_OF_ALGORITHM = {
  RS256: { kty: 'RSA', crv: undefined },
  ES256: { kty: 'EC', crv: 'P-256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
} as const;
export type ExternalAlgorithm = keyof typeof KEY_OF_ALGORITHM;
export const EXTERNAL_ALGORITHMS = Object.keys(KEY_OF_ALGORITHM) as ExternalAlgorithm[];

/** Keys are fetched again at this age, in milliseconds. */
const FRESH_MS = 10 * 60_000;
/** Keys that cannot be fetched again are believed this long, so that a short failure of the issuer locks nobody out. */
const STALE_MS = 60 * 60_000;
/** A key id that is not known makes one look more, and not again within this time: a flood of them changes nothing. */
const COOLDOWN_MS = 10_000;
const MAX_DOCUMENTS = 1_000;
/** Keys of a document that are looked at. */
const MAX_KEYS = 100;
/** Keys that one token is tried with. */
const MAX_CANDIDATES = 4;

interface Document {
  keys: readonly JWK[];
  imported: Map<JWK, Promise<CryptoKey | null>>;
  fetchedAt: number;
  failedAt: number;
  lookedAgainAt: number;
  fetching: Promise<void> | null;
}

/** Which key a token asks for. */
export interface WantedKey {
  readonly alg: ExternalAlgorithm;
  readonly kid: string | undefined;
}

/**
 * Published keys of external issuers by the address of their JWKS document (RFC 7517): fetched once for all who wait,
 * again after ten minutes, and at once when a token names a key that is not known yet, ten seconds apart at least.
 */
export class JwksCache {
  readonly #documents = new Map<string, Document>();

  constructor(
    private readonly fetchText: (address: string) => Promise<string>,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** The keys that may have signed; several where an issuer publishes two under one id. Empty when there are none. */
  async candidates(address: string, wanted: WantedKey): Promise<CryptoKey[]> {
    const document = this.#documentAt(address);
    if (document.fetching) await document.fetching;
    else if (this.#since(document.fetchedAt) > FRESH_MS && this.#since(document.failedAt) > COOLDOWN_MS)
      await this.#fetch(address, document);
    else if (fitting(document, wanted).length === 0 && this.#since(document.lookedAgainAt) > COOLDOWN_MS) {
      document.lookedAgainAt = this.monotonicMs();
      await this.#fetch(address, document);
    }
    if (this.#since(document.fetchedAt) > STALE_MS) return [];
    const keys = await Promise.all(fitting(document, wanted).map((jwk) => keyOf(document, jwk, wanted.alg)));
    return keys.filter((key) => key !== null);
  }

  #since(instant: number): number {
    return this.monotonicMs() - instant;
  }

  #documentAt(address: string): Document {
    const known = this.#documents.get(address);
    if (known) return known;
    if (this.#documents.size >= MAX_DOCUMENTS) this.#documents.delete(String(this.#documents.keys().next().value));
    const document: Document = {
      keys: [],
      imported: new Map(),
      fetchedAt: Number.NEGATIVE_INFINITY,
      failedAt: Number.NEGATIVE_INFINITY,
      lookedAgainAt: Number.NEGATIVE_INFINITY,
      fetching: null,
    };
    this.#documents.set(address, document);
    return document;
  }

  #fetch(address: string, document: Document): Promise<void> {
    document.fetching ??= this.fetchText(address)
      .then((text) => {
        document.keys = keysIn(text);
        document.imported = new Map();
        document.fetchedAt = this.monotonicMs();
      })
      .catch(() => {
        document.failedAt = this.monotonicMs();
      })
      .finally(() => (document.fetching = null));
    return document.fetching;
  }
}

/** @throws Error when the text is no JWKS document */
function keysIn(text: string): JWK[] {
  const { keys } = JSON.parse(text) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('The document has no keys.');
  return (keys as unknown[]).slice(0, MAX_KEYS).filter((key): key is JWK => typeof key === 'object' && key !== null);
}

function fitting(document: Document, { alg, kid }: WantedKey): JWK[] {
  const { kty, crv } = KEY_OF_ALGORITHM[alg];
  return document.keys
    .filter(
      (key) =>
        key.kty === kty &&
        (crv === undefined || key.crv === crv) &&
        (kid === undefined || key.kid === kid) &&
        (key.alg === undefined || key.alg === alg || (alg === 'EdDSA' && key.alg === 'Ed25519')) &&
        (key.use === undefined || key.use === 'sig') &&
        (key.key_ops === undefined || key.key_ops.includes('verify')),
    )
    .slice(0, MAX_CANDIDATES);
}

/** The public half as a key, made once; null when it is malformed. */
function keyOf(document: Document, jwk: JWK, alg: ExternalAlgorithm): Promise<CryptoKey | null> {
  const known = document.imported.get(jwk);
  if (known) return known;
  const { kty, crv, n, e, x, y } = jwk;
  const parts = Object.entries({ kty, crv, n, e, x, y }).filter(([, value]) => value !== undefined);
  const key = importJWK(Object.fromEntries(parts) as JWK, alg).then(
    (made) => made as CryptoKey,
    () => null,
  );
  document.imported.set(jwk, key);
  return key;
}
