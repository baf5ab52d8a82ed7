import type { Removal } from './removal.js';

/** A telling telephone number in what payers of the estate wrote on transfers. */
export const TELEPHONE_IN_BANK_LINES: readonly Removal[] = [
  {
    what: 'the telephone in what payers wrote on transfers',
    text: `update bank_line set payer_reference = replace(payer_reference, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in payer_reference) > 0`,
  },
  {
    what: 'the telephone in what payers were learned to write',
    text: `delete from payer_reference where company_id = $1 and estate_id = $3 and position($6 in reference) > 0`,
  },
];

/** What the person wrote on transfers, and was learned to write. */
export const WORDS_OF_BANK_LINES: readonly Removal[] = [
  {
    what: 'what the person wrote on transfers',
    text: `update bank_line set payer_reference = null where company_id = $1 and payer_id = $2 and payer_reference is not null`,
  },
  {
    what: 'what the person was learned to write on transfers',
    text: `delete from payer_reference where company_id = $1 and payer_id = $2`,
  },
];
