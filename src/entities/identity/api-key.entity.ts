import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A key by which another system of the company signs in. Its id is that of its account, which holds the hash of the
 * secret; its roles are those of its member of staff, who is a program.
 */
export const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    staffId: col.ref(),
    /** The one estate that it works on; null for several or the company. */
    estateId: col.ref().nullable(),
    createdAt: col.instant(),
    expiresAt: col.instant(),
    revokedAt: col.instant().nullable(),
    /** To the hour. */
    lastUsedAt: col.instant().nullable(),
  },
  indexes: [{ name: 'api_key_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('api_key', { estate: 'nullable', doorReads: true }),
});

export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
