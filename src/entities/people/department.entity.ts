import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A department of an estate, or of the company where `estateId` is null, with its head and deputy. */
export const DepartmentSchema = defineEntity({
  name: 'Department',
  tableName: 'department',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref().nullable(),
    code: col.text(),
    name: col.text(),
    headId: col.ref().nullable(),
    deputyId: col.ref().nullable(),
    version: col.int().default(1),
  },
  uniques: [
    {
      name: 'department_company_estate_code_key',
      properties: ['companyId', 'estateId', 'code'],
      expression:
        'alter table "department" add constraint "department_company_estate_code_key" unique nulls not distinct ("company_id", "estate_id", "code")',
    },
  ],
  ...fence('department', { estate: 'nullable' }),
});

export class Department extends DepartmentSchema.class {}
DepartmentSchema.setClass(Department);
