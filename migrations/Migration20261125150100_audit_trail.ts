import { Migration } from '@mikro-orm/migrations';

/**
 * Why: who did what to this thing, when, on which estate: the event log answers by an index each, latest first. And a
 * company's administrators see what was refused at their own door, though the program may not read the security log.
 */
export class Migration20261125150100_audit_trail extends Migration {
  override up(): void {
    for (const statement of [...INDEXES, ...FUNCTIONS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop function if exists own_security_log(uuid)');
    for (const index of [
      'security_log_principal_idx',
      'security_log_company_idx',
      'event_company_actor_idx',
      'event_company_estate_idx',
      'event_company_recorded_idx',
    ])
      this.addSql(`drop index if exists "${index}"`);
  }
}

const INDEXES = [
  `create index "event_company_recorded_idx" on "event" ("company_id", "recorded_at", "seq")`,
  `create index "event_company_estate_idx" on "event" ("company_id", "estate_id", "recorded_at", "seq")`,
  `create index "event_company_actor_idx" on "event" ("company_id", "actor_id", "recorded_at", "seq")`,
  `create index "security_log_company_idx" on "security_log" ("company_code", "id")`,
  `create index "security_log_principal_idx" on "security_log" ("principal_id", "id")`,
];

/** Runs as the owner, so it asks itself what the fence would: the company is the session's, and all of it in reach. */
const FUNCTIONS = [
  `create function own_security_log(company uuid)
  returns table (id uuid, at timestamptz, kind text, "accountId" uuid, address text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with own as (
    select c.id, c.code from company c
     where c.id = company
       and c.id = nullif(current_setting('app.company', true), '')::uuid
       and current_setting('app.audience', true) = 'staff'
       and current_setting('app.all_estates', true) = 'on'
  )
  select s.id, s.at, s.kind, s.principal_id, s.facts ->> 'address'
    from own join security_log s on s.company_code = own.code
  union all
  select s.id, s.at, s.kind, s.principal_id, s.facts ->> 'address'
    from own join account a on a.company_id = own.id
    join security_log s on s.principal_id = a.id and s.company_code is null
$$`,
  `revoke all on function own_security_log(uuid) from public`,
  `grant execute on function own_security_log(uuid) to guanjia_api`,
];
