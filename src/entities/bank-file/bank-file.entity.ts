import { defineEntity, p } from '@mikro-orm/core';
import { BANK_FILE_STAGES, REPORTED_METHODS, type BankLineFlaw } from '../../domain/bank-file/bank-line.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A file of a bank or channel, and how far it was booked: it goes on where it stood. @rule R-FEE-01 */
export const BankFileSchema = defineEntity({
  name: 'BankFile',
  tableName: 'bank_file',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** The account or contract at the bank, as the company calls it. */
    account: col.text(),
    method: p.enum(REPORTED_METHODS),
    currency: p.enum(CURRENCIES),
    /** SHA-256 of its content, hexadecimal. */
    sha256: col.text(),
    /** Lines in it; those that are new, had come before, and were not taken. */
    rows: col.int(),
    taken: col.int(),
    repeated: col.int(),
    bad: col.int(),
    /** The first of those that were not taken, by their number in the file. */
    flaws: col.json<readonly { readonly line: number; readonly flaw: BankLineFlaw }[]>(),
    stage: p.enum(BANK_FILE_STAGES),
    loadedBy: col.ref().nullable(),
    loadedAt: col.instant(),
    finishedAt: col.instant().nullable(),
    version: col.int(),
  },
  uniques: [
    { name: 'bank_file_company_estate_content_key', properties: ['companyId', 'estateId', 'account', 'sha256'] },
  ],
  indexes: [{ name: 'bank_file_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('bank_file', { estate: 'required' }),
});

export class BankFile extends BankFileSchema.class {}
BankFileSchema.setClass(BankFile);
