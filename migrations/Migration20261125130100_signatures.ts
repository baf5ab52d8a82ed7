import { Migration } from '@mikro-orm/migrations';

/**
 * Why: a finished work order is signed by the customer and by the head of the department, or it is recorded why not. One row
 * a signature, bound to the hash of what was signed; and links with which a customer signs without signing in.
 */
export class Migration20261125130100_signatures extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "signature_link"');
    this.addSql('drop table if exists "signature"');
  }
}

const TABLES = [
  `create table "signature" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "subject_kind" text not null, "subject_id" uuid not null, "signer" text not null, "mode" text not null, "content_hash" text not null, "attachment_id" uuid null, "signer_name" text null, "device" text null, "reason" text null, "signed_at" timestamptz not null, "recorded_at" timestamptz not null, "actor_kind" text not null, "actor_id" uuid null, primary key ("company_id", "id"))`,
  `create index "signature_company_subject_idx" on "signature" ("company_id", "subject_id", "id")`,
  `alter table "signature" add constraint "signature_company_attachment_key" unique ("company_id", "attachment_id")`,
  `alter table "signature" add constraint "signature_missing_with_reason" check ((mode in ('REFUSED', 'ABSENT')) = (reason is not null))`,
  `alter table "signature" add constraint "signature_shown_where_drawn" check ((mode in ('PHONE', 'LINK', 'PAPER')) = (attachment_id is not null))`,
  `alter table "signature" add constraint "signature_subject_kind_check" check ("subject_kind" in ('TICKET'))`,
  `alter table "signature" add constraint "signature_signer_check" check ("signer" in ('CUSTOMER', 'DEPARTMENT_HEAD'))`,
  `alter table "signature" add constraint "signature_mode_check" check ("mode" in ('PHONE', 'LINK', 'PAPER', 'ACCOUNT', 'REFUSED', 'ABSENT'))`,
  `alter table "signature" add constraint "signature_actor_kind_check" check ("actor_kind" in ('STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'))`,
  `create table "signature_link" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "subject_kind" text not null, "subject_id" uuid not null, "content_hash" text not null, "secret_hash" text not null, "account_id" uuid not null, "uploads" int not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "signature_link_company_subject_idx" on "signature_link" ("company_id", "subject_id")`,
  `alter table "signature_link" add constraint "signature_link_subject_kind_check" check ("subject_kind" in ('TICKET'))`,
];

const FOREIGN_KEYS = [
  `alter table signature add constraint signature_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table signature add constraint signature_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
  `alter table signature add constraint signature_ticket_fkey foreign key (company_id, subject_id) references ticket (company_id, id)`,
  `alter table signature add constraint signature_attachment_fkey foreign key (company_id, attachment_id) references attachment (company_id, id)`,
  `alter table signature_link add constraint signature_link_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table signature_link add constraint signature_link_ticket_fkey foreign key (company_id, subject_id) references ticket (company_id, id)`,
  `alter table signature_link add constraint signature_link_account_fkey foreign key (company_id, account_id) references account (company_id, id)`,
];

const FENCE = [
  `alter table "signature" enable row level security`,
  `alter table "signature" force row level security`,
  `create policy "signature_api" on "signature" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "signature_read" on "signature" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'resident' and occupancy_id = any (coalesce((select nullif(current_setting('app.occupancies', true), '')::uuid[]), '{}'::uuid[]))))`,
  `create policy "signature_owner" on "signature" to "guanjia_owner" using (true) with check (true)`,
  `alter table "signature_link" enable row level security`,
  `alter table "signature_link" force row level security`,
  `create policy "signature_link_api" on "signature_link" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "signature_link_read" on "signature_link" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (select nullif(current_setting('app.audience', true), '')) = 'door')`,
  `create policy "signature_link_owner" on "signature_link" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on signature, signature_link to guanjia_api`];
