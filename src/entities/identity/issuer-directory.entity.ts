import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';

/**
 * From an external issuer and audience to the one company that they are bound to, so that a token finds its tenant
 * before anybody is known. Outside the fence: no names of people or companies in it.
 */
export const IssuerDirectorySchema = defineEntity({
  name: 'IssuerDirectory',
  tableName: 'issuer_directory',
  properties: {
    issuer: col.text().primary(),
    audience: col.text().primary(),
    companyId: col.companyId(),
    providerId: col.ref(),
  },
});

export class IssuerDirectory extends IssuerDirectorySchema.class {}
IssuerDirectorySchema.setClass(IssuerDirectory);
