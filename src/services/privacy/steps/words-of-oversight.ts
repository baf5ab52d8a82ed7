import { ACTIONS_OF_SOURCES } from './words-of-actions.js';
import type { Removal } from './removal.js';

/** A telling telephone number in words of what head office watches on the estate. */
export const TELEPHONE_IN_OVERSIGHT: readonly Removal[] = [
  {
    what: 'the telephone in what inspections looked at',
    text: `update inspection_item set note = replace(note, $6, $4), point = replace(point, $6, $4), version = version + 1
            where company_id = $1 and estate_id = $3 and (position($6 in note) > 0 or position($6 in point) > 0)`,
  },
  {
    what: 'the telephone in what inspections found',
    text: `update inspection_finding set problem = replace(problem, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in problem) > 0`,
  },
  {
    what: 'the telephone in reports',
    text: `update report set summary = replace(summary, $6, $4), problems = replace(problems, $6, $4),
                             measures = replace(measures, $6, $4), suggestions = replace(suggestions, $6, $4),
                             version = version + 1
            where company_id = $1 and estate_id = $3
              and (position($6 in summary) > 0 or position($6 in problems) > 0 or position($6 in measures) > 0
                or position($6 in suggestions) > 0)`,
  },
  {
    what: 'the telephone in what was decided on reports',
    text: `update report_round set remark = replace(remark, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in remark) > 0`,
  },
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

/** Corrective actions that came of what inspections found of something. */
const ACTIONS_FOUND = 'corrective_action a, inspection_finding f, inspection_item t';
const FOUND_OF_THEM = `a.company_id = $1 and f.company_id = $1 and f.id = a.source_id
              and t.company_id = $1 and t.id = f.item_id and t.subject_id = any($2::uuid[])`;

/** The words of corrective actions that came of tickets or visits, of liaison letters about them, and of inspections: `$2` an array literal of ids. */
export const WORDS_OF_SOURCES: readonly Removal[] = [
  ...ACTIONS_OF_SOURCES,
  {
    what: 'what was done about what inspections found of them',
    text: `update corrective_action_report r set note = $3, finding = case when r.finding is not null then $3 end
             from ${ACTIONS_FOUND}
            where r.company_id = $1 and r.action_id = a.id and ${FOUND_OF_THEM}`,
  },
  {
    what: 'corrective actions for what inspections found of them',
    text: `update corrective_action c set problem = $3, cause = case when c.cause is not null then $3 end,
                                          measure = case when c.measure is not null then $3 end,
                                          cancel_reason = case when c.cancel_reason is not null then $3 end,
                                          version = c.version + 1
             from ${ACTIONS_FOUND}
            where c.company_id = $1 and c.id = a.id and ${FOUND_OF_THEM}`,
  },
  {
    what: 'what inspections found of them',
    text: `update inspection_finding f set problem = $3 from inspection_item t
            where f.company_id = $1 and t.company_id = $1 and t.id = f.item_id and t.subject_id = any($2::uuid[])`,
  },
  {
    what: 'what was said about them in inspections',
    text: `update inspection_item set note = $3, version = version + 1
            where company_id = $1 and subject_id = any($2::uuid[]) and note is not null`,
  },
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
