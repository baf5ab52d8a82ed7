import type { Removal } from './removal.js';
import { WORDS_OF_SOURCES } from './words-of-oversight.js';

/**
 * What hangs on visits and goes with their words when their time is over: `$1` company, `$2` an array literal of ids of
 * visits, `$3` the text that stands for what is gone.
 */
export const REMOVALS_WITH_VISITS: readonly Removal[] = [
  {
    what: 'why somebody was let off what was owed for them and for what was said on them',
    text: `update obligation o set waive_reason = $3
            where o.company_id = $1 and o.waive_reason is not null
              and (o.subject_id = any($2::uuid[])
                or o.subject_id in (select i.id from visit_item i where i.company_id = $1 and i.visit_id = any($2::uuid[])))`,
  },
  {
    what: 'what was said, and what customers were told',
    text: `update visit_item set text = $3, feedback = case when feedback is not null then $3 end
            where company_id = $1 and visit_id = any($2::uuid[])`,
  },
  {
    what: 'what checks found',
    text: `update visit_check set finding = $3
            where company_id = $1 and visit_id = any($2::uuid[]) and finding is not null`,
  },
  ...WORDS_OF_SOURCES,
];
