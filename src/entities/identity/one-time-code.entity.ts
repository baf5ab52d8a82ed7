import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A code that works once and not for long: to set a new password, or to open a resident's account. Only the door reads it. */
export const OneTimeCodeSchema = defineEntity({
  name: 'OneTimeCode',
  tableName: 'one_time_code',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    purpose: p.enum(['PASSWORD', 'INVITATION'] as const),
    /** Whose password it sets. */
    accountId: col.ref().nullable(),
    /** For which occupancy it opens an account. */
    occupancyId: col.ref().nullable(),
    /** The part of an invitation that finds it. */
    locator: col.text().nullable(),
    /** argon2id of the secret part. */
    secretHash: col.text(),
    /** How often somebody tried. */
    tries: col.int(),
    createdAt: col.instant(),
    expiresAt: col.instant(),
  },
  checks: [
    {
      name: 'one_time_code_of_its_purpose',
      expression:
        "(purpose = 'PASSWORD') = (account_id is not null) and (purpose = 'INVITATION') = (occupancy_id is not null and locator is not null)",
    },
  ],
  uniques: [{ name: 'one_time_code_company_locator_key', properties: ['companyId', 'locator'] }],
  indexes: [
    { name: 'one_time_code_company_account_idx', properties: ['companyId', 'accountId'] },
    { name: 'one_time_code_company_occupancy_idx', properties: ['companyId', 'occupancyId'] },
  ],
  ...fence('one_time_code', { estate: 'none', doorOnly: true }),
});

export class OneTimeCode extends OneTimeCodeSchema.class {}
OneTimeCodeSchema.setClass(OneTimeCode);
