import { notFound } from '../../domain/errors.js';
import type { House } from '../house.js';
import { provesSecret, SIGNATURE_LINK } from '../identity/opaque-credential.js';
import type { Principal } from '../principal.js';
import { ReadMoment } from '../read/read-moment.js';
import { columns, sqlFor } from '../read/tables.js';
import { doorVariables } from '../session-variables.js';

/** A proven link, and with whose rights what is done by it is done. */
export interface ProvenLink {
  readonly companyId: string;
  readonly id: string;
  readonly subjectId: string;
  readonly contentHash: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly issuer: Principal;
}

const LINKS = sqlFor
  .selectFrom('signature_link as l')
  .select(columns('l', 'subject_id', 'content_hash', 'secret_hash', 'account_id', 'expires_at', 'used_at'));

/**
 * Proves a signature link's token: the company in it sets the scope of the door, the hash proves the secret.
 * @throws NOT_FOUND signatureLink when it is unknown, over, or its issuer may no longer do anything; always the same
 */
export async function proveSignatureLink(house: House, token: string, now: Date): Promise<ProvenLink> {
  const parts = SIGNATURE_LINK.read(token);
  if (!parts) throw notFound('signatureLink');
  const { companyId, id, secret } = parts;
  const moment = new ReadMoment(house.pool, doorVariables(companyId), null);
  try {
    const [row] = await moment.read(LINKS.where('l.company_id', '=', companyId).where('l.id', '=', id));
    if (!row || !provesSecret(secret, row.secretHash) || row.expiresAt.getTime() <= now.getTime())
      throw notFound('signatureLink');
    const issuer = await house.principals.find({ companyId, accountId: row.accountId, familyId: null });
    if (!issuer) throw notFound('signatureLink');
    const { subjectId, contentHash, expiresAt, usedAt } = row;
    return { companyId, id, subjectId, contentHash, expiresAt, usedAt, issuer };
  } finally {
    await moment.finish();
  }
}
