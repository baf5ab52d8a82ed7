import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Clock } from '../../domain/clock.js';
import type { VerifiedBearer } from '../bearer.js';
import { ReadMoment } from '../read/read-moment.js';
import { sqlFor } from '../read/tables.js';
import { doorVariables } from '../session-variables.js';
import { EXTERNAL_ALGORITHMS, type ExternalAlgorithm, type JwksCache } from './jwks-cache.js';
import { ProvenTokens } from './proven-tokens.js';
import { MAX_TOKEN_SECONDS } from './signing-keys.js';
import { Turnstile } from './turnstile.js';

/** How far the issuer's clock may differ, in seconds. */
const SKEW_SECONDS = 30;
/** Audiences of one token that are looked up. */
const MAX_AUDIENCES = 5;
/** `typ` of access and ID tokens; a logout or security-event token is neither. */
const TYPES = ['jwt', 'at+jwt', 'application/at+jwt'];
const MAX_SUBJECT = 255;

/** Where a token would come from, if it were good. */
interface Provider {
  readonly companyId: string;
  readonly id: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
}

/**
 * Verifies tokens of external OpenID Connect issuers. Issuer and audience together name exactly one company; of the
 * claims only the subject is used further, and only to find the account that an administrator has linked to it.
 */
export class ExternalIssuers {
  readonly #proven = new ProvenTokens();
  /** Unknown tokens that are looked at, each with two short reads. */
  readonly #turnstile = new Turnstile(4, 200, 'Too many tokens are being checked at once.');

  constructor(
    private readonly pool: Pool,
    private readonly jwks: JwksCache,
    private readonly clock: Clock = { now: () => new Date() },
  ) {}

  /**
   * The bearer of a token: algorithm, type, issuer, audience and times are pinned, skew is at most 30 seconds. Null
   * whatever is wrong with it.
   * @throws LIMIT_EXCEEDED when too many tokens are being checked at once
   */
  async verify(token: string): Promise<VerifiedBearer | null> {
    const now = this.clock.now();
    const known = this.#proven.recall(token, now, SKEW_SECONDS * 1_000);
    if (known) return known;
    const provider = await this.#turnstile.pass(() => this.#providerOf(token));
    const claims = provider && (await this.#prove(token, provider, now));
    if (!provider || claims?.sub === undefined || claims.exp === undefined) return null;
    const bearer = await this.#linked(provider, claims.sub, new Date(claims.exp * 1_000));
    if (bearer) this.#proven.remember(token, bearer);
    return bearer;
  }

  /** The provider that issuer and audience of an unverified token name; a token for several companies names none. */
  async #providerOf(token: string): Promise<Provider | null> {
    const claims = unverified(token);
    if (!claims) return null;
    const directory = sqlFor
      .selectFrom('issuer_directory as d')
      .select(['d.company_id as companyId', 'd.provider_id as id', 'd.audience'])
      .where('d.issuer', '=', claims.issuer)
      .where(sql<boolean>`d.audience = any(${claims.audiences}::text[])`)
      .limit(2)
      .compile();
    const { rows } = await this.pool.query<Pick<Provider, 'companyId' | 'id' | 'audience'>>({
      name: 'company_of_issuer',
      text: directory.sql,
      values: [...directory.parameters],
    });
    const [found, another] = rows;
    if (!found || another) return null;
    return this.#atTheDoor(found.companyId, async (moment) => {
      const [provider] = await moment.read(
        sqlFor
          .selectFrom('identity_provider as p')
          .select(['p.issuer', 'p.audience', 'p.jwks_uri as jwksUri'])
          .where('p.company_id', '=', found.companyId)
          .where('p.id', '=', found.id),
      );
      return provider ? { ...found, ...provider } : null;
    });
  }

  async #prove(token: string, { issuer, audience, jwksUri }: Provider, currentDate: Date): Promise<JWTPayload | null> {
    const header = headerOf(token);
    if (!header) return null;
    for (const key of await this.jwks.candidates(jwksUri, header)) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [header.alg],
          issuer,
          audience,
          requiredClaims: ['sub', 'iat', 'exp'],
          clockTolerance: SKEW_SECONDS,
          maxTokenAge: MAX_TOKEN_SECONDS,
          currentDate,
        });
        return payload;
      } catch (error) {
        if (error instanceof errors.JWSSignatureVerificationFailed) continue;
        if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
        throw error;
      }
    }
    return null;
  }

  /** The account that an administrator has linked to the subject. */
  async #linked({ companyId, id }: Provider, subject: string, expiresAt: Date): Promise<VerifiedBearer | null> {
    if (typeof subject !== 'string' || subject.length > MAX_SUBJECT || subject.includes('\0')) return null;
    return this.#atTheDoor(companyId, async (moment) => {
      const [link] = await moment.read(
        sqlFor
          .selectFrom('external_identity as x')
          .select(['x.id', 'x.account_id as accountId'])
          .where('x.company_id', '=', companyId)
          .where('x.provider_id', '=', id)
          .where('x.subject', '=', subject),
      );
      return link ? { companyId, accountId: link.accountId, familyId: null, linkId: link.id, expiresAt } : null;
    });
  }

  async #atTheDoor<T>(companyId: string, work: (moment: ReadMoment) => Promise<T>): Promise<T> {
    const moment = new ReadMoment(this.pool, doorVariables(companyId), null);
    try {
      return await work(moment);
    } finally {
      await moment.finish();
    }
  }
}

/** What a token says of its issuer, before anything of it is believed; null when it is no token. */
function unverified(token: string): { readonly issuer: string; readonly audiences: readonly string[] } | null {
  try {
    const { iss, aud } = decodeJwt(token);
    const audiences = (typeof aud === 'string' ? [aud] : Array.isArray(aud) ? (aud as unknown[]) : []).slice(
      0,
      MAX_AUDIENCES,
    );
    const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');
    return isText(iss) && audiences.length > 0 && audiences.every(isText) ? { issuer: iss, audiences } : null;
  } catch {
    return null;
  }
}

/** The header, if its type and algorithm are among those that are taken. */
function headerOf(token: string): { readonly alg: ExternalAlgorithm; readonly kid: string | undefined } | null {
  try {
    const { alg, kid, typ } = decodeProtectedHeader(token) as { alg?: unknown; kid?: unknown; typ?: unknown };
    const known = EXTERNAL_ALGORITHMS.find((name) => name === alg);
    if (!known || typeof typ !== 'string' || !TYPES.includes(typ.toLowerCase())) return null;
    return kid === undefined || typeof kid === 'string' ? { alg: known, kid } : null;
  } catch {
    return null;
  }
}
