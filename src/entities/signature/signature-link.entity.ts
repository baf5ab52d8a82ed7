import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A link with which a customer signs one content once, without signing in. */
export const SignatureLinkSchema = defineEntity({
  name: 'SignatureLink',
  tableName: 'signature_link',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    subjectKind: p.enum(['TICKET'] as const),
    subjectId: col.ref(),
    /** SHA-256 of what is to be signed, hexadecimal: for another content the link is void. */
    contentHash: col.text(),
    /** SHA-256 of the secret part. */
    secretHash: col.text(),
    /** Who issued it: what is done by it is recorded with this account's rights. */
    accountId: col.ref(),
    /** How many uploads it has announced. */
    uploads: col.int(),
    createdAt: col.instant(),
    expiresAt: col.instant(),
    usedAt: col.instant().nullable(),
    version: col.int(),
  },
  indexes: [{ name: 'signature_link_company_subject_idx', properties: ['companyId', 'subjectId'] }],
  ...fence('signature_link', { estate: 'required', doorReads: true }),
});

export class SignatureLink extends SignatureLinkSchema.class {}
SignatureLinkSchema.setClass(SignatureLink);
