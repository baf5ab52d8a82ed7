import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what happens on an estate is shown by photos, papers and recordings. One row a file, for whatever it belongs to; the
 * bytes lie in the file store.
 */
export class Migration20261125130000_attachments extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "attachment"');
  }
}

const TABLES = [
  `create table "attachment" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "subject_kind" text not null, "subject_id" uuid not null, "kind" text not null, "purpose" text not null, "visibility" text not null, "name" text not null, "bytes" bigint not null, "state" text not null, "media_type" text null, "sha256" text null, "width" int null, "height" int null, "thumbnail_bytes" int null, "account_id" uuid not null, "actor_kind" text not null, "actor_id" uuid null, "created_at" timestamptz not null, "upload_until" timestamptz not null, "ready_at" timestamptz null, "kept_until" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "attachment_company_subject_idx" on "attachment" ("company_id", "subject_id", "id")`,
  `create index "attachment_company_state_idx" on "attachment" ("company_id", "state", "upload_until")`,
  `create index "attachment_company_kept_idx" on "attachment" ("company_id", "kept_until")`,
  `alter table "attachment" add constraint "attachment_has_what_its_state_says" check ((state = 'AWAITED') = (sha256 is null) and (sha256 is null) = (media_type is null))`,
  `alter table "attachment" add constraint "attachment_subject_kind_check" check ("subject_kind" in ('TICKET'))`,
  `alter table "attachment" add constraint "attachment_kind_check" check ("kind" in ('PHOTO', 'SCAN', 'SIGNATURE', 'RECORDING', 'COURIER_SLIP'))`,
  `alter table "attachment" add constraint "attachment_purpose_check" check ("purpose" in ('REPORTED', 'BEFORE', 'AFTER', 'SIGNATURE', 'EVIDENCE'))`,
  `alter table "attachment" add constraint "attachment_visibility_check" check ("visibility" in ('INTERNAL', 'CUSTOMER'))`,
  `alter table "attachment" add constraint "attachment_state_check" check ("state" in ('AWAITED', 'READY', 'REMOVED'))`,
  `alter table "attachment" add constraint "attachment_actor_kind_check" check ("actor_kind" in ('STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'))`,
];

const FOREIGN_KEYS = [
  `alter table attachment add constraint attachment_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table attachment add constraint attachment_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
  `alter table attachment add constraint attachment_account_fkey foreign key (company_id, account_id) references account (company_id, id)`,
];

const FENCE = [
  `alter table "attachment" enable row level security`,
  `alter table "attachment" force row level security`,
  `create policy "attachment_api" on "attachment" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))) or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and occupancy_id = any (coalesce((select nullif(current_setting('app.occupancies', true), '')::uuid[]), '{}'::uuid[])) and visibility = 'CUSTOMER'))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))) or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and occupancy_id = any (coalesce((select nullif(current_setting('app.occupancies', true), '')::uuid[]), '{}'::uuid[])) and visibility = 'CUSTOMER')))`,
  `create policy "attachment_read" on "attachment" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'resident' and occupancy_id = any (coalesce((select nullif(current_setting('app.occupancies', true), '')::uuid[]), '{}'::uuid[])) and visibility = 'CUSTOMER'))`,
  `create policy "attachment_owner" on "attachment" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on attachment to guanjia_api`];
