import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a subject of an external issuer is the holder of an account; an administrator said so, never a token. */
export const ExternalIdentitySchema = defineEntity({
  name: 'ExternalIdentity',
  tableName: 'external_identity',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    providerId: col.ref(),
    /** `sub` of the issuer's tokens. */
    subject: col.text(),
    accountId: col.ref(),
    staffId: col.ref(),
    createdAt: col.instant(),
  },
  uniques: [{ name: 'external_identity_company_subject_key', properties: ['companyId', 'providerId', 'subject'] }],
  ...fence('external_identity', { estate: 'none', doorReads: true }),
});

export class ExternalIdentity extends ExternalIdentitySchema.class {}
ExternalIdentitySchema.setClass(ExternalIdentity);
