import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A managed estate (小区): the second fence inside a company. */
export const EstateSchema = defineEntity({
  name: 'Estate',
  tableName: 'estate',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    code: col.text(),
    name: col.text(),
    /** IANA zone of its local days; the company's where nothing else is said. */
    timeZone: col.text(),
    region: col.text().nullable(),
    city: col.text().nullable(),
    propertyType: col.text().nullable(),
    deliveryYear: col.int().nullable(),
    createdAt: col.instant(),
    version: col.int(),
  },
  uniques: [{ name: 'estate_company_code_key', properties: ['companyId', 'code'] }],
  ...fence('estate', { estate: 'required', estateColumn: 'id', residentReads: { by: 'estate', column: 'id' } }),
});

export class Estate extends EstateSchema.class {}
EstateSchema.setClass(Estate);
