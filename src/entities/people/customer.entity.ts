import { defineEntity, p } from '@mikro-orm/core';
import { CUSTOMER_KINDS } from '../../domain/people/customer-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';
import { reversedDigitsOf } from '../reversed-digits.js';

/** A person or firm that an estate serves (客户). The name and telephone are personal data: masked without the action. */
export const CustomerSchema = defineEntity({
  name: 'Customer',
  tableName: 'customer',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    kind: p.enum(CUSTOMER_KINDS),
    name: col.text(),
    phone: col.text().nullable(),
    /** The digits of the telephone from the end, kept by the database: what is searched by. */
    phoneReversed: col.text().nullable().generated(reversedDigitsOf('phone')),
    createdAt: col.instant(),
    /** When the personal data were erased for good; null while they stand. */
    erasedAt: col.instant().nullable(),
    version: col.int(),
  },
  indexes: [
    { name: 'customer_company_estate_idx', properties: ['companyId', 'estateId', 'name', 'id'] },
    { name: 'customer_company_phone_idx', properties: ['companyId', 'phoneReversed'] },
  ],
  ...fence('customer', { estate: 'required', residentReads: { by: 'customer', column: 'id' } }),
});

export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
