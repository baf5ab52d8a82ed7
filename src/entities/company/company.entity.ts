import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A property-management company: the tenant, and the boundary that nothing crosses (R-ORG-78). */
export const CompanySchema = defineEntity({
  name: 'Company',
  tableName: 'company',
  properties: {
    id: col.id(),
    code: col.text(),
    name: col.text(),
    timeZone: col.text(),
    createdAt: col.instant(),
    /** The edition of definitions that its figures were last built by, or are being built by; null for one from before. */
    figures: col.text().nullable(),
  },
  ...fence('company', {
    company: 'id',
    estate: 'none',
    doorReads: true,
    residentReads: { by: 'company', column: 'id' },
  }),
});

export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company);
