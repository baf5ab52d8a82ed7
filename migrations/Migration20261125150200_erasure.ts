import { Migration } from '@mikro-orm/migrations';

/**
 * Why: a customer's personal data can be erased for good on lawful request, decided by another person than asked, while
 * rows, numbers and events stay; and what is past its time is cleared the same way.
 */
export class Migration20261125150200_erasure extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS, ...COLUMNS]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of [
      `drop table if exists "erasure_request"`,
      `drop index if exists "ticket_company_unredacted_idx"`,
      `alter table "ticket" drop column if exists "redacted_at"`,
      `alter table "customer" drop column if exists "erased_at"`,
    ])
      this.addSql(statement);
  }
}

const TABLES = [
  `create table "erasure_request" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "customer_id" uuid not null, "ground" text not null, "state" text not null, "note" text null, "requested_by" uuid not null, "requested_at" timestamptz not null, "decided_by" uuid null, "decided_at" timestamptz null, "refusal" text null, "tickets_touched" int null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "erasure_request_company_estate_idx" on "erasure_request" ("company_id", "estate_id", "requested_at", "id")`,
  `create index "erasure_request_company_requested_idx" on "erasure_request" ("company_id", "requested_at", "id")`,
  `create index "erasure_request_company_customer_idx" on "erasure_request" ("company_id", "customer_id")`,
  `alter table "erasure_request" add constraint "erasure_request_decided" check ((state = 'REQUESTED') = (decided_at is null))`,
  `alter table "erasure_request" add constraint "erasure_request_refused" check ((state = 'REFUSED') = (refusal is not null))`,
  `alter table "erasure_request" add constraint "erasure_request_by_another" check (state not in ('ERASED', 'REFUSED') or decided_by <> requested_by)`,
  `alter table "erasure_request" add constraint "erasure_request_ground_check" check ("ground" in ('REQUEST_OF_PERSON', 'CONSENT_WITHDRAWN', 'PURPOSE_FULFILLED', 'UNLAWFUL_COLLECTION', 'ORDER_OF_AUTHORITY'))`,
  `alter table "erasure_request" add constraint "erasure_request_state_check" check ("state" in ('REQUESTED', 'ERASED', 'REFUSED', 'WITHDRAWN'))`,
  `alter table "erasure_request" add constraint "erasure_request_refusal_check" check ("refusal" in ('LEGAL_RETENTION', 'OPEN_MATTERS', 'CLAIM_PENDING', 'IDENTITY_NOT_PROVEN'))`,
];

const FOREIGN_KEYS = [
  `alter table erasure_request add constraint erasure_request_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table erasure_request add constraint erasure_request_customer_fkey foreign key (company_id, customer_id) references customer (company_id, id)`,
  `alter table erasure_request add constraint erasure_request_requested_by_fkey foreign key (company_id, requested_by) references staff (company_id, id)`,
  `alter table erasure_request add constraint erasure_request_decided_by_fkey foreign key (company_id, decided_by) references staff (company_id, id)`,
];

const FENCE = [
  `alter table "erasure_request" enable row level security`,
  `alter table "erasure_request" force row level security`,
  `create policy "erasure_request_api" on "erasure_request" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "erasure_request_owner" on "erasure_request" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update on erasure_request to guanjia_api`];

const COLUMNS = [
  `alter table "customer" add column "erased_at" timestamptz null`,
  `alter table "ticket" add column "redacted_at" timestamptz null`,
  `create index "ticket_company_unredacted_idx" on "ticket" ("company_id", "estate_id", "kind", "closed_at") where redacted_at is null and closed_at is not null`,
];
