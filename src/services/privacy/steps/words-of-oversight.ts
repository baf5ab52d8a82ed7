import { ACTIONS_OF_SOURCES } from './words-of-actions.js';
import type { Removal } from './removal.js';

/** A telling telephone number in words of what head office watches on the estate. */
export const TELEPHONE_IN_OVERSIGHT: readonly Removal[] = [
  {
    what: 'the telephone in liaison letters',
    text: `update liaison_letter set subject = replace(subject, $6, $4), matter = replace(matter, $6, $4),
                                     proposal = replace(proposal, $6, $4), feedback = replace(feedback, $6, $4),
                                     withdraw_reason = replace(withdraw_reason, $6, $4), version = version + 1
            where company_id = $1 and estate_id = $3
              and (position($6 in subject) > 0 or position($6 in matter) > 0 or position($6 in proposal) > 0
                or position($6 in feedback) > 0 or position($6 in withdraw_reason) > 0)`,
  },
  {
    what: 'the telephone in answers to liaison letters',
    text: `update liaison_answer set answer = replace(answer, $6, $4), dispute_reason = replace(dispute_reason, $6, $4)
            where company_id = $1 and estate_id = $3 and (position($6 in answer) > 0 or position($6 in dispute_reason) > 0)`,
  },
  {
    what: 'the telephone in what came of alerts',
    text: `update metric_alert set close_note = replace(close_note, $6, $4), version = version + 1
            where company_id = $1 and estate_id = $3 and position($6 in close_note) > 0`,
  },
];

/** The words of corrective actions that came of tickets or visits, and of liaison letters about them: `$2` an array literal of ids. */
export const WORDS_OF_SOURCES: readonly Removal[] = [
  ...ACTIONS_OF_SOURCES,
  {
    what: 'answers to liaison letters about them',
    text: `update liaison_answer a set answer = $3, dispute_reason = case when dispute_reason is not null then $3 end
             from liaison_letter l
            where a.company_id = $1 and l.company_id = a.company_id and l.id = a.letter_id and l.source_id = any($2::uuid[])`,
  },
  {
    what: 'liaison letters about them',
    text: `update liaison_letter l set subject = $3, matter = $3, proposal = case when proposal is not null then $3 end,
                                       feedback = case when feedback is not null then $3 end,
                                       withdraw_reason = case when withdraw_reason is not null then $3 end,
                                       version = l.version + 1
            where l.company_id = $1 and l.source_id = any($2::uuid[])`,
  },
];
