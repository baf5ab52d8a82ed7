import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What a company, or one of its estates, has set for a policy from a day on. Versions are followed, never changed.
 * @rule R-MET-09
 */
export const PolicyVersionSchema = defineEntity({
  name: 'PolicyVersion',
  tableName: 'policy_version',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    key: col.text(),
    /** Null: the company's own. */
    estateId: col.ref().nullable(),
    /** Counts the versions of the key on this level. */
    version: col.int(),
    effectiveFrom: col.day(),
    /** Null gives up what was set on this level. */
    value: col.json<unknown>().nullable(),
    /** Of the company's versions: whether estates may differ while it holds. */
    estatesMayOverride: col.flag(),
    reason: col.text(),
    /** The approval that it rests on; null where one person's word was enough. @rule R-ORG-68 */
    approvalId: col.ref().nullable(),
    setBy: col.ref(),
    setAt: col.instant(),
  },
  uniques: [
    {
      name: 'policy_version_company_key_estate_version_key',
      properties: ['companyId', 'key', 'estateId', 'version'],
      expression:
        'alter table "policy_version" add constraint "policy_version_company_key_estate_version_key" unique nulls not distinct ("company_id", "key", "estate_id", "version")',
    },
  ],
  indexes: [{ name: 'policy_version_company_estate_idx', properties: ['companyId', 'estateId', 'key', 'version'] }],
  ...fence('policy_version', {
    estate: 'nullable',
    residentReads: { by: 'estateOrCompany', column: 'estate_id' },
  }),
});

export class PolicyVersion extends PolicyVersionSchema.class {}
PolicyVersionSchema.setClass(PolicyVersion);
