import { defineEntity, p } from '@mikro-orm/core';
import { NUMBER_SUBJECT_CODES } from '../../domain/numbering/number-subject.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** How numbers of a subject are written from a day on: on one estate, or in the company where `estateId` is null. */
export const NumberFormatVersionSchema = defineEntity({
  name: 'NumberFormatVersion',
  tableName: 'number_format_version',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref().nullable(),
    subject: p.enum(NUMBER_SUBJECT_CODES),
    /** Null goes back to the company's format, or the product's. */
    format: col.text().nullable(),
    fromDay: col.day(),
    createdAt: col.instant(),
  },
  uniques: [
    {
      name: 'number_format_version_company_scope_key',
      properties: ['companyId', 'estateId', 'subject', 'fromDay'],
      expression:
        'alter table "number_format_version" add constraint "number_format_version_company_scope_key" unique nulls not distinct ("company_id", "estate_id", "subject", "from_day")',
    },
  ],
  ...fence('number_format_version', {
    estate: 'nullable',
    residentReads: { by: 'estateOrCompany', column: 'estate_id' },
  }),
});

export class NumberFormatVersion extends NumberFormatVersionSchema.class {}
NumberFormatVersionSchema.setClass(NumberFormatVersion);
