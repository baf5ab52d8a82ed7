import { WORDS_BESIDE_MONEY } from './words-beside-money.js';
import { ACTIONS_OF_VISITS, TELEPHONE_IN_ACTIONS } from './words-of-actions.js';
import { TELEPHONE_IN_BANK_LINES } from './words-of-bank-lines.js';
import { TELEPHONE_IN_OVERSIGHT, WORDS_OF_SOURCES } from './words-of-oversight.js';
import { TELEPHONE_IN_DUNNING, WORDS_OF_DUNNING } from './words-of-dunning.js';
import type { Removal } from './removal.js';

const TOUCHED = `returning id, version, kind, stage, occupancy_id as "occupancyId"`;

/** The words and contacts of the own tickets. */
export const REMOVAL_OF_OWN_TICKETS: Removal = {
  what: 'words and contacts of the own tickets',
  text: `update ticket set subject = $4, description = null, contact_name = null, contact_phone = null, cancel_reason = null,
                           redacted_at = coalesce(redacted_at, $5::timestamptz), version = version + 1
          where company_id = $1 and customer_id = $2 ${TOUCHED}`,
};

/** A telling telephone number in what is not the person's own. */
export const REMOVALS_OF_TELEPHONE: readonly Removal[] = [
  {
    what: 'the telephone as a contact of other tickets of the estate, with the name beside it',
    text: `update ticket set contact_name = null, contact_phone = null, version = version + 1
            where company_id = $1 and estate_id = $3 and contact_phone = $6 ${TOUCHED}`,
  },
  {
    what: 'the telephone in the words of other tickets of the estate',
    text: `update ticket set subject = replace(subject, $6, $4), description = replace(description, $6, $4),
                             cancel_reason = replace(cancel_reason, $6, $4), version = version + 1
            where company_id = $1 and estate_id = $3
              and (position($6 in subject) > 0 or position($6 in description) > 0 or position($6 in cancel_reason) > 0) ${TOUCHED}`,
  },
  {
    what: 'the telephone in the notes on other tickets of the estate',
    text: `update ticket_note n set text = replace(n.text, $6, $4) from ticket t
            where n.company_id = $1 and n.estate_id = $3 and position($6 in n.text) > 0
              and t.company_id = n.company_id and t.id = n.ticket_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
  {
    what: 'the telephone in the names of files of other tickets of the estate',
    text: `update attachment a set name = replace(a.name, $6, $4) from ticket t
            where a.company_id = $1 and a.estate_id = $3 and position($6 in a.name) > 0
              and t.company_id = a.company_id and t.id = a.subject_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
  {
    what: 'the telephone in free lines of quotations on other tickets of the estate',
    text: `update quotation_line l set name = replace(l.name, $6, $4) from ticket t
            where l.company_id = $1 and l.estate_id = $3 and position($6 in l.name) > 0
              and t.company_id = l.company_id and t.id = l.ticket_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
  {
    what: 'the telephone in what checks of other repairs of the estate found',
    text: `update repair_check k set finding = replace(k.finding, $6, $4) from ticket t
            where k.company_id = $1 and k.estate_id = $3 and position($6 in k.finding) > 0
              and t.company_id = k.company_id and t.id = k.ticket_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
  {
    what: 'the telephone in parts that other tickets of the estate took',
    text: `update repair_part r set name = replace(r.name, $6, $4) from ticket t
            where r.company_id = $1 and r.estate_id = $3 and position($6 in r.name) > 0
              and t.company_id = r.company_id and t.id = r.ticket_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
  {
    what: 'the telephone beside signatures on other tickets of the estate',
    text: `update signature s set signer_name = replace(s.signer_name, $6, $4), device = replace(s.device, $6, $4),
                               reason = replace(s.reason, $6, $4)
             from ticket t
            where s.company_id = $1 and s.estate_id = $3
              and (position($6 in s.signer_name) > 0 or position($6 in s.device) > 0 or position($6 in s.reason) > 0)
              and t.company_id = s.company_id and t.id = s.subject_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
  {
    what: 'the telephone in what was said in callbacks about other tickets of the estate',
    text: `update callback c set answer = replace(c.answer, $6, $4),
                               quiet_hours_reason = replace(c.quiet_hours_reason, $6, $4)
             from ticket t
            where c.company_id = $1 and c.estate_id = $3
              and (position($6 in c.answer) > 0 or position($6 in c.quiet_hours_reason) > 0)
              and t.company_id = c.company_id and t.id = c.ticket_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
  },
];

/** Who called and what was said, of an entry of the contact log; `$3` the text that stands for what is gone. */
export const CLEARED_CONTACT = `caller_name = null, caller_phone = null, room = case when unit_id is not null then room end,
                               intent = $3, content = null, feedback = case when feedback is not null then $3 end,
                               redacted_at = coalesce(redacted_at, now()), version = version + 1`;

/** A telling telephone number in words that belong to no ticket. */
export const REMOVALS_OF_TELEPHONE_ELSEWHERE: readonly Removal[] = [
  {
    what: 'the telephone as the caller of entries of the contact log, however it was written, with the name beside it',
    text: `update contact set caller_name = null, caller_phone = null, version = version + 1
            where company_id = $1 and estate_id = $3
              and caller_phone_reversed = (select phone_reversed from customer where company_id = $1 and id = $2)`,
  },
  {
    what: 'the telephone in the words of the contact log',
    text: `update contact set intent = replace(intent, $6, $4), content = replace(content, $6, $4),
                              feedback = replace(feedback, $6, $4), room = replace(room, $6, $4), version = version + 1
            where company_id = $1 and estate_id = $3
              and (position($6 in intent) > 0 or position($6 in content) > 0 or position($6 in feedback) > 0
                or position($6 in room) > 0)`,
  },
  {
    what: 'the telephone in what was said on visits',
    text: `update visit_item set text = replace(text, $6, $4), feedback = replace(feedback, $6, $4)
            where company_id = $1 and estate_id = $3 and (position($6 in text) > 0 or position($6 in feedback) > 0)`,
  },
  {
    what: 'the telephone in summaries of visits',
    text: `update visit_summary set text = replace(text, $6, $4), measures = replace(measures, $6, $4),
                                    escalation = replace(escalation, $6, $4), version = version + 1
            where company_id = $1 and estate_id = $3
              and (position($6 in text) > 0 or position($6 in measures) > 0 or position($6 in escalation) > 0)`,
  },
  {
    what: 'the telephone in what the analysis of surveys says',
    text: `update survey_round set findings = replace(findings, $6, $4), measures = replace(measures, $6, $4),
                                   name = replace(name, $6, $4), version = version + 1
            where company_id = $1 and (estate_id = $3 or estate_id is null)
              and (position($6 in findings) > 0 or position($6 in measures) > 0 or position($6 in name) > 0)`,
  },
  {
    what: 'the telephone in what checks of visits found',
    text: `update visit_check set finding = replace(finding, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in finding) > 0`,
  },
  {
    what: 'the telephone in why visits took place in quiet hours',
    text: `update owner_visit set quiet_hours_reason = replace(quiet_hours_reason, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in quiet_hours_reason) > 0`,
  },
  ...TELEPHONE_IN_ACTIONS,
  ...TELEPHONE_IN_OVERSIGHT,
  {
    what: 'notes on care marks',
    text: `update care_mark set note = replace(note, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in note) > 0`,
  },
  {
    what: 'the telephone in words beside charges',
    text: `update charge set note = replace(note, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in note) > 0`,
  },
  ...TELEPHONE_IN_BANK_LINES,
  {
    what: 'the telephone in why accounts were to be changed',
    text: `update ledger_proposal set reason = replace(reason, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in reason) > 0`,
  },
  {
    what: 'the telephone in words beside what was kept back of deposits',
    text: `update deposit_deduction set note = replace(note, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in note) > 0`,
  },
  {
    what: 'the telephone in words about the money of shifts',
    text: `update handover_sheet set difference_reason = replace(difference_reason, $6, $4), reconcile_note = replace(reconcile_note, $6, $4)
            where company_id = $1 and estate_id = $3 and (position($6 in difference_reason) > 0 or position($6 in reconcile_note) > 0)`,
  },
  ...TELEPHONE_IN_DUNNING,
  {
    what: 'why somebody was let off what was owed',
    text: `update obligation set waive_reason = replace(waive_reason, $6, $4)
            where company_id = $1 and estate_id = $3 and position($6 in waive_reason) > 0`,
  },
];

/**
 * What hangs on tickets and goes with their words, at an erasure and when their time is over: `$1` company, `$2` an array
 * literal of ids of tickets, `$3` the text that stands for what is gone.
 */
export const REMOVALS_WITH_TICKETS: readonly Removal[] = [
  {
    what: 'notes',
    text: `update ticket_note set text = $3 where company_id = $1 and ticket_id = any($2::uuid[])`,
  },
  {
    what: 'who signed, with what, and why nobody did',
    text: `update signature set signer_name = case when signer_name is not null then $3 end, device = null,
                                reason = case when reason is not null then $3 end
            where company_id = $1 and subject_id = any($2::uuid[])`,
  },
  {
    what: 'who called about them, and what was said',
    text: `update contact set ${CLEARED_CONTACT}, customer_id = null
            where company_id = $1 and ticket_id = any($2::uuid[])`,
  },
  {
    what: 'free lines of quotations',
    text: `update quotation_line set name = $3 where company_id = $1 and ticket_id = any($2::uuid[]) and code is null`,
  },
  {
    what: 'what checks of repairs found',
    text: `update repair_check set finding = $3
            where company_id = $1 and ticket_id = any($2::uuid[]) and finding is not null`,
  },
  {
    what: 'parts that are not on the price list',
    text: `update repair_part set name = $3 where company_id = $1 and ticket_id = any($2::uuid[]) and code is null`,
  },
  {
    what: 'what was said in callbacks',
    text: `update callback set answer = null, quiet_hours_reason = null
            where company_id = $1 and ticket_id = any($2::uuid[])`,
  },
  ...WORDS_OF_SOURCES,
  {
    what: 'why somebody was let off what was owed for them',
    text: `update obligation set waive_reason = $3
            where company_id = $1 and subject_id = any($2::uuid[]) and waive_reason is not null`,
  },
];

/** Words about a person elsewhere: `$3` the text that stands for what is gone. */
export const REMOVALS_OF_WORDS: readonly Removal[] = [
  {
    what: 'what the person called, came or wrote for',
    text: `update contact set ${CLEARED_CONTACT} where company_id = $1 and customer_id = $2`,
  },
  {
    what: 'what the person said on visits, and was told',
    text: `update visit_item i set text = $3, feedback = case when i.feedback is not null then $3 end from owner_visit v
            where i.company_id = $1 and v.company_id = i.company_id and v.id = i.visit_id and v.customer_id = $2`,
  },
  {
    what: 'what checks of visits to the person found',
    text: `update visit_check k set finding = $3 from owner_visit v
            where k.company_id = $1 and v.company_id = k.company_id and v.id = k.visit_id and v.customer_id = $2
              and k.finding is not null`,
  },
  {
    what: 'why visits to the person took place in quiet hours',
    text: `update owner_visit set quiet_hours_reason = null, version = version + 1
            where company_id = $1 and customer_id = $2 and quiet_hours_reason is not null`,
  },
  ...ACTIONS_OF_VISITS,
  {
    what: 'why somebody was let off what was owed for the person',
    text: `update obligation o set waive_reason = $3
            where o.company_id = $1 and o.waive_reason is not null
              and (o.subject_id = $2
                or o.subject_id in (select k.id from dunning_case k where k.company_id = $1 and k.payer_id = $2)
                or o.subject_id in (select m.id from care_mark m where m.company_id = $1 and m.customer_id = $2)
                or o.subject_id in (select v.id from owner_visit v where v.company_id = $1 and v.customer_id = $2)
                or o.subject_id in (select a.id from corrective_action a join owner_visit v on v.company_id = a.company_id and v.id = a.source_id
                                     where v.company_id = $1 and v.customer_id = $2)
                or o.subject_id in (select i.id from visit_item i join owner_visit v on v.company_id = i.company_id and v.id = i.visit_id
                                     where v.company_id = $1 and v.customer_id = $2))`,
  },
  {
    what: 'notes on care marks of the person, and of units that were marked while the person held them',
    text: `update care_mark m set note = null
            where m.company_id = $1 and m.note is not null
              and (m.customer_id = $2 or exists (select 1 from occupancy h
                    where h.company_id = m.company_id and h.unit_id = m.unit_id and h.customer_id = $2
                      and m.from_day >= h.from_day and (h.until_day is null or m.from_day < h.until_day)))`,
  },
  ...WORDS_BESIDE_MONEY,
  ...WORDS_OF_DUNNING,
  {
    what: 'why head office read the person by name',
    text: `update unmask_grant g set reason = $3
            where g.company_id = $1 and exists (select 1 from unmask_grant_customer c
                  where c.company_id = g.company_id and c.grant_id = g.id and c.customer_id = $2)`,
  },
  {
    what: 'what was said about requests to erase',
    text: `update erasure_request set note = null where company_id = $1 and customer_id = $2`,
  },
];

/** Rows that only the door may write. */
export const REMOVALS_AT_THE_DOOR: readonly Removal[] = [
  {
    what: 'sign-ins',
    text: `update refresh_token t set revoked_at = $3::timestamptz
             from account a
            where a.company_id = $1 and a.customer_id = $2 and t.company_id = a.company_id and t.account_id = a.id
              and t.revoked_at is null`,
  },
  {
    what: 'one-time codes',
    text: `delete from one_time_code o
            where o.company_id = $1
              and (o.account_id in (select a.id from account a where a.company_id = $1 and a.customer_id = $2)
                or o.occupancy_id in (select h.id from occupancy h where h.company_id = $1 and h.customer_id = $2))`,
  },
  {
    what: 'logins',
    text: `update account set login = 'erased-' || id, password_hash = '', disabled_at = coalesce(disabled_at, $3::timestamptz)
            where company_id = $1 and customer_id = $2`,
  },
];
