/**
 * Where the database keeps what identifies a customer, and what takes it away. `$1` company, `$2` customer, `$3` estate,
 * `$4` the text that stands for what is gone, `$5` the present instant, `$6` the telephone number where it is telling.
 * A statement that touches tickets returns them, so that boards hear of it.
 */
export interface Removal {
  readonly what: string;
  readonly text: string;
}

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
    what: 'the telephone beside signatures on other tickets of the estate',
    text: `update signature s set signer_name = replace(s.signer_name, $6, $4), device = replace(s.device, $6, $4),
                               reason = replace(s.reason, $6, $4)
             from ticket t
            where s.company_id = $1 and s.estate_id = $3
              and (position($6 in s.signer_name) > 0 or position($6 in s.device) > 0 or position($6 in s.reason) > 0)
              and t.company_id = s.company_id and t.id = s.subject_id
        returning t.id, t.version, t.kind, t.stage, t.occupancy_id as "occupancyId"`,
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
];

/** Words about a person elsewhere: `$3` the text that stands for what is gone. */
export const REMOVALS_OF_WORDS: readonly Removal[] = [
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
