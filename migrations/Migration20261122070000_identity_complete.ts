import { Migration } from '@mikro-orm/migrations';

/**
 * Why: other systems and other issuers sign in too, and people help themselves. Issuers bound to a company, subjects
 * linked to accounts, keys of integrations, one-time codes; and everybody may see the own sign-ins.
 */
export class Migration20261122070000_identity_complete extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop policy if exists "refresh_token_read" on "refresh_token"');
    for (const table of ['issuer_directory', 'external_identity', 'identity_provider', 'one_time_code', 'api_key'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const TABLES = [
  `create table "api_key" ("company_id" uuid not null, "id" uuid not null, "staff_id" uuid not null, "estate_id" uuid null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("company_id", "id"))`,
  `create index "api_key_company_estate_idx" on "api_key" ("company_id", "estate_id", "id")`,
  `create table "external_identity" ("company_id" uuid not null, "id" uuid not null, "provider_id" uuid not null, "subject" text not null, "account_id" uuid not null, "staff_id" uuid not null, "created_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "external_identity" add constraint "external_identity_company_subject_key" unique ("company_id", "provider_id", "subject")`,
  `create table "identity_provider" ("company_id" uuid not null, "id" uuid not null, "issuer" text not null, "audience" text not null, "jwks_uri" text not null, "created_at" timestamptz not null, primary key ("company_id", "id"))`,
  `create table "issuer_directory" ("issuer" text not null, "audience" text not null, "company_id" uuid not null, "provider_id" uuid not null, primary key ("issuer", "audience"))`,
  `create table "one_time_code" ("company_id" uuid not null, "id" uuid not null, "purpose" text not null, "account_id" uuid null, "occupancy_id" uuid null, "locator" text null, "secret_hash" text not null, "tries" int not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("company_id", "id"))`,
  `create index "one_time_code_company_account_idx" on "one_time_code" ("company_id", "account_id")`,
  `create index "one_time_code_company_occupancy_idx" on "one_time_code" ("company_id", "occupancy_id")`,
  `alter table "one_time_code" add constraint "one_time_code_company_locator_key" unique ("company_id", "locator")`,
  `alter table "one_time_code" add constraint "one_time_code_of_its_purpose" check ((purpose = 'PASSWORD') = (account_id is not null) and (purpose = 'INVITATION') = (occupancy_id is not null and locator is not null))`,
  `alter table "one_time_code" add constraint "one_time_code_purpose_check" check ("purpose" in ('PASSWORD', 'INVITATION'))`,
];

const FOREIGN_KEYS = [
  `alter table identity_provider add constraint identity_provider_company_fkey foreign key (company_id) references company (id)`,
  `alter table issuer_directory add constraint issuer_directory_provider_fkey foreign key (company_id, provider_id) references identity_provider (company_id, id)`,
  `alter table external_identity add constraint external_identity_provider_fkey foreign key (company_id, provider_id) references identity_provider (company_id, id)`,
  `alter table external_identity add constraint external_identity_account_fkey foreign key (company_id, account_id) references account (company_id, id)`,
  `alter table external_identity add constraint external_identity_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
  `alter table api_key add constraint api_key_account_fkey foreign key (company_id, id) references account (company_id, id)`,
  `alter table api_key add constraint api_key_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
  `alter table api_key add constraint api_key_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table one_time_code add constraint one_time_code_account_fkey foreign key (company_id, account_id) references account (company_id, id)`,
  `alter table one_time_code add constraint one_time_code_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
];

const FENCE = [
  `alter table "api_key" enable row level security`,
  `alter table "api_key" force row level security`,
  `create policy "api_key_api" on "api_key" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "api_key_read" on "api_key" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null) or (select nullif(current_setting('app.audience', true), '')) = 'door'))`,
  `create policy "api_key_owner" on "api_key" to "guanjia_owner" using (true) with check (true)`,
  `alter table "external_identity" enable row level security`,
  `alter table "external_identity" force row level security`,
  `create policy "external_identity_api" on "external_identity" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on')) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on'))`,
  `create policy "external_identity_read" on "external_identity" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' or (select nullif(current_setting('app.audience', true), '')) = 'door'))`,
  `create policy "external_identity_owner" on "external_identity" to "guanjia_owner" using (true) with check (true)`,
  `alter table "identity_provider" enable row level security`,
  `alter table "identity_provider" force row level security`,
  `create policy "identity_provider_api" on "identity_provider" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on')) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on'))`,
  `create policy "identity_provider_read" on "identity_provider" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' or (select nullif(current_setting('app.audience', true), '')) = 'door'))`,
  `create policy "identity_provider_owner" on "identity_provider" to "guanjia_owner" using (true) with check (true)`,
  `alter table "one_time_code" enable row level security`,
  `alter table "one_time_code" force row level security`,
  `create policy "one_time_code_api" on "one_time_code" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (select nullif(current_setting('app.audience', true), '')) = 'door') with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (select nullif(current_setting('app.audience', true), '')) = 'door')`,
  `create policy "one_time_code_owner" on "one_time_code" to "guanjia_owner" using (true) with check (true)`,
  `create policy "refresh_token_read" on "refresh_token" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and account_id = (select nullif(current_setting('app.principal', true), '')::uuid))`,
];

const GRANTS = [
  `grant select, insert, update, delete on identity_provider, external_identity, api_key, one_time_code to guanjia_api`,
  `grant select, insert, delete on issuer_directory to guanjia_api`,
];
