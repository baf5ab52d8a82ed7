import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';

/** Failed sign-ins, reuse of refresh tokens and refusals; written by the program, read by the operator only. */
export const SecurityLogSchema = defineEntity({
  name: 'SecurityLog',
  tableName: 'security_log',
  properties: {
    id: col.id(),
    at: col.instant(),
    kind: col.text(),
    companyCode: col.text().nullable(),
    principalId: col.ref().nullable(),
    facts: col.json<Record<string, unknown>>(),
  },
  indexes: [
    { name: 'security_log_company_idx', properties: ['companyCode', 'id'] },
    { name: 'security_log_principal_idx', properties: ['principalId', 'id'] },
    { name: 'security_log_at_idx', properties: ['at'] },
  ],
});

export class SecurityLog extends SecurityLogSchema.class {}
SecurityLogSchema.setClass(SecurityLog);
