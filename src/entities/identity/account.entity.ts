import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A login of a company's staff member or customer, with its argon2id hash. Only the door reads it. */
export const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** The part before `@` of the login, lower case. */
    login: col.text(),
    kind: p.enum(['STAFF', 'RESIDENT', 'INTEGRATION'] as const),
    staffId: col.ref().nullable(),
    customerId: col.ref().nullable(),
    passwordHash: col.text(),
    disabledAt: col.instant().nullable(),
    createdAt: col.instant(),
  },
  uniques: [{ name: 'account_company_login_key', properties: ['companyId', 'login'] }],
  indexes: [{ name: 'account_company_staff_idx', properties: ['companyId', 'staffId'] }],
  ...fence('account', { estate: 'none', doorOnly: true }),
});

export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
