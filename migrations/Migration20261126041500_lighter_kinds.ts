import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: customers do not only report and complain. They ask, suggest, want a service for a price, and call for help: each
 * is a ticket with a life of its own; what a service costs and that the customer agreed is kept beside it, and who was
 * told of a call for help.
 */
export class Migration20261126041500_lighter_kinds extends Migration {
  override up(): void {
    for (const [table, column, words] of WORDS) this.addSql(addWords(table, column, words));
    this.addSql('alter table ticket drop constraint ticket_of_its_kind');
    this.addSql(ofItsKind(STAGES));
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "ticket_told"');
    this.addSql('drop table if exists "service_request"');
    this.addSql(
      `delete from ticket_note n using ticket t where t.company_id = n.company_id and t.id = n.ticket_id and t.kind in (${list(KINDS)})`,
    );
    this.addSql(
      `delete from contact c using ticket t where t.company_id = c.company_id and t.id = c.ticket_id and t.kind in (${list(KINDS)})`,
    );
    this.addSql(
      `delete from callback c using ticket t where t.company_id = c.company_id and t.id = c.ticket_id and t.kind in (${list(KINDS)})`,
    );
    this.addSql(`delete from ticket where kind in (${list(KINDS)})`);
    this.addSql('alter table ticket drop constraint ticket_of_its_kind');
    this.addSql(ofItsKind({ REPAIR: STAGES.REPAIR, COMPLAINT: STAGES.COMPLAINT }));
    for (const [table, column, words] of [...WORDS].reverse()) {
      if (table !== 'ticket') this.addSql(`delete from "${table}" where ${column} in (${list(words)})`);
      this.addSql(removeWords(table, column, words));
    }
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const STAGES = {
  REPAIR: [
    'REPORTED',
    'FORWARDED',
    'ACCEPTED',
    'SCHEDULED',
    'ON_SITE',
    'COMPLETED',
    'CARRIED_OVER',
    'SIGNED',
    'RETURNED',
    'CALLED_BACK',
    'CLOSED',
    'DECLINED',
    'CANCELLED',
  ],
  COMPLAINT: [
    'RECORDED',
    'WITH_DEPARTMENT',
    'RECTIFIED',
    'DEPARTMENT_REPORTED',
    'REPLIED',
    'CALLED_BACK',
    'CLOSED',
    'EXPLAINED',
    'CANCELLED',
  ],
  ENQUIRY: ['RECORDED', 'WITH_DEPARTMENT', 'ANSWERED', 'DECLINED', 'CANCELLED'],
  SUGGESTION: ['RECORDED', 'WITH_DEPARTMENT', 'MEASURE_SET', 'ANSWERED', 'DECLINED', 'CANCELLED'],
  SERVICE_REQUEST: ['ACCEPTED', 'DISPATCHED', 'PERFORMED', 'CALLED_BACK', 'CLOSED', 'DECLINED', 'CANCELLED'],
  HELP_CALL: ['REPORTED', 'ALERTED', 'ON_SITE', 'ENDED', 'CANCELLED'],
};
const KINDS = ['ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'];
const ofItsKind = (stages: Readonly<Record<string, readonly string[]>>): string =>
  `alter table "ticket" add constraint "ticket_of_its_kind" check (${[
    ...Object.entries(stages).map(([kind, of]) => `(kind <> '${kind}' or stage in (${list(of)}))`),
    `(kind = 'REPAIR') = (urgency is not null)`,
    `(kind = 'COMPLAINT') = (complaint_class is not null)`,
  ].join(' and ')})`;

const NOTICES = [
  'REQUEST_TAKEN',
  'REQUEST_ANSWERED',
  'REQUEST_DECLINED',
  'REQUEST_CANCELLED',
  'SERVICE_QUOTED',
  'SERVICE_PERFORMED',
  'HELP_TAKEN',
  'HELP_CALLED',
];
/** Words that lists of other tables know from now on: table, column, words. */
const WORDS: readonly (readonly [string, string, readonly string[]])[] = [
  ['ticket', 'stage', ['ANSWERED', 'MEASURE_SET', 'DISPATCHED', 'PERFORMED', 'ALERTED', 'ENDED']],
  ['ticket_note', 'kind', ['MEASURE']],
  ['notification', 'kind', NOTICES],
  ['message', 'kind', NOTICES],
  ['message_template_version', 'kind', NOTICES],
];

const TABLES = [
  `create table "service_request" ("company_id" uuid not null, "ticket_id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "chargeable" boolean null, "price_minor" bigint null, "currency" text null, "quoted_at" timestamptz null, "quoted_by_id" uuid null, "consent" text null, "consent_mode" text null, "consented_at" timestamptz null, "consent_taken_by_id" uuid null, primary key ("company_id", "ticket_id"))`,
  `alter table "service_request" add constraint "service_request_currency_check" check ("currency" in (${list(['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'])}))`,
  `alter table "service_request" add constraint "service_request_consent_check" check ("consent" in (${list(['GIVEN', 'REFUSED'])}))`,
  `alter table "service_request" add constraint "service_request_consent_mode_check" check ("consent_mode" in (${list(['TELEPHONE', 'FACE_TO_FACE', 'IN_WRITING', 'MESSAGE', 'APP'])}))`,
  `alter table "service_request" add constraint "service_request_priced" check ((coalesce(chargeable, false) = (price_minor is not null)) and ((price_minor is null) = (currency is null)) and (consent is null or price_minor is not null))`,
  `create table "ticket_told" ("company_id" uuid not null, "ticket_id" uuid not null, "staff_id" uuid not null, "estate_id" uuid not null, "told_at" timestamptz not null, primary key ("company_id", "ticket_id", "staff_id"))`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table ${table} add constraint ${table}_${name}_fkey foreign key (company_id, ${column}) references ${target} (company_id, id)`;
const FOREIGN_KEYS = [
  key('service_request', 'ticket', 'ticket_id', 'ticket'),
  key('service_request', 'estate', 'estate_id', 'estate'),
  key('service_request', 'occupancy', 'occupancy_id', 'occupancy'),
  key('service_request', 'quoted_by', 'quoted_by_id', 'staff'),
  key('service_request', 'consent_taken_by', 'consent_taken_by_id', 'staff'),
  key('ticket_told', 'ticket', 'ticket_id', 'ticket'),
  key('ticket_told', 'staff', 'staff_id', 'staff'),
  key('ticket_told', 'estate', 'estate_id', 'estate'),
];

const FENCE = [...fenceOf('service_request', 'RESIDENT_WRITES'), ...fenceOf('ticket_told', 'STAFF')];
