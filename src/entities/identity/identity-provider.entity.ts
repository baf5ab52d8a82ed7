import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** An OpenID Connect issuer that a company trusts to say who somebody is, and where its keys are published. */
export const IdentityProviderSchema = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_provider',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** `iss` of its tokens, letter by letter. */
    issuer: col.text(),
    /** `aud` of its tokens for this product. */
    audience: col.text(),
    /** Where its JWKS document is. */
    jwksUri: col.text(),
    createdAt: col.instant(),
  },
  ...fence('identity_provider', { estate: 'none', doorReads: true }),
});

export class IdentityProvider extends IdentityProviderSchema.class {}
IdentityProviderSchema.setClass(IdentityProvider);
