import type { Removal } from './removal.js';

/** The words of a corrective action; `$3` the text that stands for what is gone. */
const CLEARED_ACTION = `problem = $3, cause = case when cause is not null then $3 end,
                               measure = case when measure is not null then $3 end,
                               cancel_reason = case when cancel_reason is not null then $3 end, version = a.version + 1`;
/** The words of a report that a corrective action is done. */
const CLEARED_REPORT = `note = $3, finding = case when finding is not null then $3 end`;

/** A telling telephone number in the words of corrective actions of the estate. */
export const TELEPHONE_IN_ACTIONS: readonly Removal[] = [
  {
    what: 'the telephone in corrective actions',
    text: `update corrective_action set problem = replace(problem, $6, $4), cause = replace(cause, $6, $4),
                                        measure = replace(measure, $6, $4), cancel_reason = replace(cancel_reason, $6, $4),
                                        version = version + 1
            where company_id = $1 and estate_id = $3
              and (position($6 in problem) > 0 or position($6 in cause) > 0 or position($6 in measure) > 0
                or position($6 in cancel_reason) > 0)`,
  },
  {
    what: 'the telephone in what was done and found about corrective actions',
    text: `update corrective_action_report set note = replace(note, $6, $4), finding = replace(finding, $6, $4)
            where company_id = $1 and estate_id = $3 and (position($6 in note) > 0 or position($6 in finding) > 0)`,
  },
];

/** The words of corrective actions that came of tickets or visits: `$2` an array literal of ids. */
export const ACTIONS_OF_SOURCES: readonly Removal[] = [
  {
    what: 'what was done and found about corrective actions that came of them',
    text: `update corrective_action_report r set ${CLEARED_REPORT} from corrective_action a
            where r.company_id = $1 and a.company_id = r.company_id and a.id = r.action_id
              and a.source_id = any($2::uuid[])`,
  },
  {
    what: 'corrective actions that came of them',
    text: `update corrective_action a set ${CLEARED_ACTION}
            where a.company_id = $1 and a.source_id = any($2::uuid[])`,
  },
  {
    what: 'why somebody was let off corrective actions that came of them',
    text: `update obligation o set waive_reason = $3 from corrective_action a
            where o.company_id = $1 and a.company_id = o.company_id and a.id = o.subject_id
              and a.source_id = any($2::uuid[]) and o.waive_reason is not null`,
  },
];

/** The words of corrective actions that came of visits to a person. */
export const ACTIONS_OF_VISITS: readonly Removal[] = [
  {
    what: 'what was done and found about corrective actions that came of visits to the person',
    text: `update corrective_action_report r set ${CLEARED_REPORT}
             from corrective_action a join owner_visit v on v.company_id = a.company_id and v.id = a.source_id
            where r.company_id = $1 and a.company_id = r.company_id and a.id = r.action_id and v.customer_id = $2`,
  },
  {
    what: 'corrective actions that came of visits to the person',
    text: `update corrective_action a set ${CLEARED_ACTION} from owner_visit v
            where a.company_id = $1 and v.company_id = a.company_id and v.id = a.source_id and v.customer_id = $2`,
  },
];
