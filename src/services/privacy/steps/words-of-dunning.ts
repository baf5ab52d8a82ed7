import type { Removal } from './removal.js';

/** A telling telephone number in what was written down about debtors; parameters as in `REMOVALS_OF_TELEPHONE`. */
export const TELEPHONE_IN_DUNNING: readonly Removal[] = [
  {
    what: 'the telephone in what was said when debtors were dunned',
    text: `update dunning_step set note = replace(note, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in note) > 0`,
  },
];

/** What was written down when a person was dunned: `$3` the text that stands for what is gone. */
export const WORDS_OF_DUNNING: readonly Removal[] = [
  {
    what: 'what was said when the person was dunned',
    text: `update dunning_step s set note = $3 from dunning_case c
            where s.company_id = $1 and c.company_id = s.company_id and c.id = s.case_id and c.payer_id = $2
              and s.note is not null`,
  },
];
