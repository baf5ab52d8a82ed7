import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The parts of a refresh token: the company whose scope is set from the name, the row, and the secret that proves it. */
export interface RefreshSecret {
  readonly companyId: string;
  readonly id: string;
  readonly secret: string;
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FORM = new RegExp(`^gj_rt_(${ID})_(${ID})_([A-Za-z0-9_-]{43})$`);

/** A new secret: 32 random bytes. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret; a plain hash is enough for 256 random bits. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether the secret made the hash, compared in constant time. */
export function provesSecret(secret: string, hash: string): boolean {
  const [a, b] = [Buffer.from(hashOfSecret(secret)), Buffer.from(hash)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The token's text: `gj_rt_<company>_<id>_<secret>`. */
export const writeRefreshToken = (parts: RefreshSecret): string =>
  `gj_rt_${parts.companyId}_${parts.id}_${parts.secret}`;

/** The parts of a token; null when it has another form. */
export function readRefreshToken(token: string): RefreshSecret | null {
  const [, companyId, id, secret] = FORM.exec(token) ?? [];
  return companyId !== undefined && id !== undefined && secret !== undefined ? { companyId, id, secret } : null;
}
