import { WORDS_OF_BANK_LINES } from './words-of-bank-lines.js';
import { WORDS_OF_WITHHOLDING } from './words-of-withholding.js';
import type { Removal } from './removal.js';

/** Words beside what a person owes and paid: `$2` the person, `$3` the text that stands for what is gone. */
export const WORDS_BESIDE_MONEY: readonly Removal[] = [
  {
    what: 'words beside charges of the person',
    text: `update charge set note = $3 where company_id = $1 and payer_id = $2 and note is not null`,
  },
  ...WORDS_OF_BANK_LINES,
  ...WORDS_OF_WITHHOLDING,
  {
    what: 'why the account of the person was to be changed',
    text: `update ledger_proposal set reason = $3 where company_id = $1 and payer_id = $2`,
  },
  {
    what: 'words beside what was kept back of deposits',
    text: `update deposit_deduction set note = $3 where company_id = $1 and payer_id = $2 and note is not null`,
  },
  {
    what: 'who invoices of the person were made out to',
    text: `update receipt set buyer_title = $3 where company_id = $1 and payer_id = $2 and buyer_title is not null`,
  },
];
