import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A member of the company's staff. `estateId` is the one estate of somebody who works on one; null otherwise. */
export const StaffSchema = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref().nullable(),
    departmentId: col.ref().nullable(),
    displayName: col.text(),
    phone: col.text().nullable(),
    createdAt: col.instant(),
    /** Since when the person no longer signs in; null while the person works here. */
    inactiveSince: col.instant().nullable(),
    /** When the employment ended; null while it lasts. */
    endedAt: col.instant().nullable(),
    version: col.int(),
  },
  indexes: [{ name: 'staff_company_estate_idx', properties: ['companyId', 'estateId', 'displayName', 'id'] }],
  ...fence('staff', { estate: 'nullable', doorReads: true }),
});

export class Staff extends StaffSchema.class {}
StaffSchema.setClass(Staff);
