import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What rows of an import can have become. */
const REFERENCE_KINDS = [
  'UNIT',
  'CUSTOMER',
  'OCCUPANCY',
  'STAFF',
  'OWNER_VISIT',
  'SURVEY_RESPONSE',
  'OPENING_BALANCE',
  'METER',
] as const;

/** What a row of another system became here: by it the same reference is the same thing when a file comes again. */
export const ImportReferenceSchema = defineEntity({
  name: 'ImportReference',
  tableName: 'import_reference',
  properties: {
    companyId: col.companyId().primary(),
    kind: p.enum(REFERENCE_KINDS).primary(),
    source: col.text().primary(),
    reference: col.text().primary(),
    subjectId: col.ref(),
    /** Null for what belongs to the company. */
    estateId: col.ref().nullable(),
    /** Of the row's content as it was last taken. */
    hash: col.text(),
    importedAt: col.instant(),
  },
  ...fence('import_reference', { estate: 'nullable' }),
});

export class ImportReference extends ImportReferenceSchema.class {}
ImportReferenceSchema.setClass(ImportReference);
