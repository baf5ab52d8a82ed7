import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * One link of a chain of refresh tokens: the hash of its secret, when it was used, and the family that one reuse ends.
 * Written by the door; whose account it is may read it, to see the own sign-ins.
 */
export const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_token',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    accountId: col.ref(),
    /** The sign-in that the chain began with; access tokens carry it as `sid`. */
    familyId: col.ref(),
    secretHash: col.text(),
    issuedAt: col.instant(),
    expiresAt: col.instant(),
    usedAt: col.instant().nullable(),
    revokedAt: col.instant().nullable(),
  },
  indexes: [
    { name: 'refresh_token_company_family_idx', properties: ['companyId', 'familyId'] },
    { name: 'refresh_token_company_account_idx', properties: ['companyId', 'accountId'] },
  ],
  ...fence('refresh_token', { estate: 'none', doorOnly: true, accountReads: 'account_id' }),
});

export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
