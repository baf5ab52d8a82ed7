import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The parts of an opaque credential: the company whose scope is set from the name, the row, and the secret that proves it. */
export interface OpaqueCredential {
  readonly companyId: string;
  readonly id: string;
  readonly secret: string;
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** How a kind of credential is written: `<prefix>_<company>_<id>_<secret>`. */
class CredentialForm {
  readonly #form: RegExp;

  constructor(private readonly prefix: string) {
    this.#form = new RegExp(`^${prefix}_(${ID})_(${ID})_([A-Za-z0-9_-]{43})$`);
  }

  /** Whether a text claims to be one of this kind. */
  claims(text: string): boolean {
    return text.startsWith(`${this.prefix}_`);
  }

  write({ companyId, id, secret }: OpaqueCredential): string {
    return `${this.prefix}_${companyId}_${id}_${secret}`;
  }

  /** The parts of a text; null when it has another form. */
  read(text: string): OpaqueCredential | null {
    const [, companyId, id, secret] = this.#form.exec(text) ?? [];
    return companyId !== undefined && id !== undefined && secret !== undefined ? { companyId, id, secret } : null;
  }
}

/** `gj_rt_…`: goes on with a sign-in. */
export const REFRESH_TOKEN = new CredentialForm('gj_rt');
/** `gj_ak_…`: another system of the company. */
export const API_KEY = new CredentialForm('gj_ak');

/** `gj_sl_…`: signs one work order, once. */
export const SIGNATURE_LINK = new CredentialForm('gj_sl');

/** `gj_sv_…`: answers for one household in one round of a survey. */
export const SURVEY_LINK = new CredentialForm('gj_sv');

/** A new secret: 32 random bytes. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret; a plain hash is enough for 256 random bits. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether the secret made the hash, compared in constant time. */
export function provesSecret(secret: string, hash: string): boolean {
  const [a, b] = [Buffer.from(hashOfSecret(secret)), Buffer.from(hash)];
  return a.length === b.length && timingSafeEqual(a, b);
}
