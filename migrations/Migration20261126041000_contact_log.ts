import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: every call, visit, letter and remark of a customer is recorded, and found again by telephone, name or room. A
 * telephone number is searched by its last digits, whichever way it was written: the database keeps the digits from the
 * end, of customers too, so that a caller is known while the telephone rings.
 */
export class Migration20261126041000_contact_log extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...fenceOf('contact', 'STAFF'), ...CUSTOMER])
      this.addSql(statement);
    for (const [table, column, word] of WORDS) this.addSql(addWords(table, column, [word]));
  }

  override down(): void {
    for (const [table, column, word] of [...WORDS].reverse()) {
      this.addSql(`delete from "${table}" where ${column} = '${word}'`);
      this.addSql(removeWords(table, column, [word]));
    }
    this.addSql('drop table if exists "contact"');
    this.addSql(`delete from counter where series like 'CONTACT-%'`);
    this.addSql('alter table customer drop column phone_reversed');
  }
}

/** Words that lists of other tables know from now on: table, column, word. */
const WORDS = [
  ['number_format_version', 'subject', 'CONTACT'],
  ['notification', 'subject_kind', 'contact'],
  ['notification', 'kind', 'CONTACT_ESCALATED'],
  ['message', 'kind', 'CONTACT_ESCALATED'],
  ['message_template_version', 'kind', 'CONTACT_ESCALATED'],
] as const;

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const CHANNELS = list([
  'PHONE',
  'VISIT',
  'APP',
  'LETTER',
  'STAFF',
  'PATROL',
  'OWNER_VISIT',
  'QUESTIONNAIRE',
  'OPINION_BOX',
  'OWNERS_COMMITTEE',
  'GOVERNMENT_HOTLINE',
  'MEDIA',
  'HEAD_OFFICE',
  'OTHER',
]);
const STAGES = list(['LOGGED', 'ANSWERED', 'ROUTED', 'ESCALATED', 'CLOSED']);
const reversedDigits = (column: string): string =>
  `"${column}_reversed" text generated always as (reverse(regexp_replace(regexp_replace("${column}", '[^0-9]', '', 'g'), '^(00)?86(?=1[0-9]{10}$)', ''))) stored null`;

const TABLES = [
  `create table "contact" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "number" text not null, "number_series" text null, "number_serial" int null, "channel" text not null, "stage" text not null, "version" int not null, "received_at" timestamptz not null, "received_by_id" uuid not null, "caller_name" text null, "caller_phone" text null, ${reversedDigits('caller_phone')}, "unit_id" uuid null, "room" text null, "customer_id" uuid null, "intent" text not null, "content" text null, "ticket_id" uuid null, "department_id" uuid null, "escalated_to_id" uuid null, "escalated_at" timestamptz null, "feedback" text null, "settled_at" timestamptz null, "redacted_at" timestamptz null, primary key ("company_id", "id"))`,
  `alter table "contact" add constraint "contact_company_estate_number_key" unique ("company_id", "estate_id", "number")`,
  `alter table "contact" add constraint "contact_channel_check" check ("channel" in (${CHANNELS}))`,
  `alter table "contact" add constraint "contact_stage_check" check ("stage" in (${STAGES}))`,
  `create index "contact_company_estate_received_idx" on "contact" ("company_id", "estate_id", "received_at", "id")`,
  `create index "contact_company_received_idx" on "contact" ("company_id", "received_at", "id")`,
  `create index "contact_company_stage_idx" on "contact" ("company_id", "stage", "received_at", "id")`,
  `create index "contact_company_receiver_idx" on "contact" ("company_id", "received_by_id", "received_at", "id")`,
  `create index "contact_company_phone_idx" on "contact" ("company_id", "caller_phone_reversed")`,
  `create index "contact_company_name_idx" on "contact" ("company_id", "caller_name")`,
  `create index "contact_company_room_idx" on "contact" ("company_id", "room", "received_at", "id")`,
  `create index "contact_company_unit_idx" on "contact" ("company_id", "unit_id", "received_at", "id")`,
  `create index "contact_company_customer_idx" on "contact" ("company_id", "customer_id", "received_at", "id")`,
  `create index "contact_company_ticket_idx" on "contact" ("company_id", "ticket_id", "received_at", "id")`,
  `create index "contact_company_unredacted_idx" on "contact" ("company_id", "estate_id", "received_at") where redacted_at is null and ticket_id is null`,
];

const key = (name: string, column: string, table: string): string =>
  `alter table contact add constraint contact_${name}_fkey foreign key (company_id, ${column}) references ${table} (company_id, id)`;
const FOREIGN_KEYS = [
  key('estate', 'estate_id', 'estate'),
  key('receiver', 'received_by_id', 'staff'),
  key('unit', 'unit_id', 'unit'),
  key('customer', 'customer_id', 'customer'),
  key('ticket', 'ticket_id', 'ticket'),
  key('department', 'department_id', 'department'),
  key('escalated_to', 'escalated_to_id', 'staff'),
];

const CUSTOMER = [
  `alter table "customer" add column ${reversedDigits('phone')}`,
  `create index "customer_company_phone_idx" on "customer" ("company_id", "phone_reversed")`,
];
