import type { Removal } from './removal.js';

/** What customers said in confidence: `$6` the telephone number, null where there is none that is telling. */
export const REMOVALS_IN_CONFIDENCE: readonly Removal[] = [
  {
    what: 'what the household said in surveys, in words',
    text: `update survey_answer set text = $4
            where company_id = $1 and text is not null and $5::timestamptz is not null
              and occupancy_id in (select h.id from occupancy h where h.company_id = $1 and h.customer_id = $2)`,
  },
  {
    what: 'the same as the analysis of surveys shows it',
    text: `update survey_comment m set text = $4 from survey_answer a
            where m.company_id = $1 and a.company_id = m.company_id and a.id = m.answer_id and $5::timestamptz is not null
              and a.occupancy_id in (select h.id from occupancy h where h.company_id = $1 and h.customer_id = $2)`,
  },
  {
    what: 'the telephone in what other households of the estate said in surveys',
    text: `update survey_answer set text = replace(text, $6, $4)
            where company_id = $1 and estate_id = $3 and $2::uuid is not null and $5::timestamptz is not null
              and position($6 in text) > 0`,
  },
];
