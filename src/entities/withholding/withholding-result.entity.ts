import { defineEntity } from '@mikro-orm/core';
import type { ResultFlaw } from '../../domain/withholding/result-flaw.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A bank's answer to what it was asked to withhold; the very same file is the same answer. @rule R-FEE-11 */
export const WithholdingResultSchema = defineEntity({
  name: 'WithholdingResult',
  tableName: 'withholding_result',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** SHA-256 of its content, hexadecimal. */
    sha256: col.text(),
    rows: col.int(),
    withheld: col.int(),
    failed: col.int(),
    /** Answers that had come before. */
    repeated: col.int(),
    suspended: col.int(),
    bad: col.int(),
    /** The first of those that were not taken, by their number in the file. */
    flaws: col.json<readonly { readonly line: number; readonly flaw: ResultFlaw }[]>(),
    loadedBy: col.ref(),
    loadedAt: col.instant(),
  },
  uniques: [{ name: 'withholding_result_company_estate_content_key', properties: ['companyId', 'estateId', 'sha256'] }],
  ...fence('withholding_result', { estate: 'required' }),
});

export class WithholdingResult extends WithholdingResultSchema.class {}
WithholdingResultSchema.setClass(WithholdingResult);
