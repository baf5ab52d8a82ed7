import { Migration } from '@mikro-orm/migrations';

/**
 * Why: the two functions that remove what is old work for the program itself alone, and not for staff of all estates
 * either: they look at the setting that is on for nobody who has signed in.
 */
export class Migration20261125100600_pruning_by_the_house extends Migration {
  override up(): void {
    this.replace(`current_setting('app.house', true) = 'on'`);
  }

  override down(): void {
    this.replace(`current_setting('app.audience', true) = 'staff' and current_setting('app.all_estates', true) = 'on'`);
  }

  /** Who may, as the condition under which a session's company is taken for the one that is pruned. */
  private replace(may: string): void {
    for (const [name, statement] of Object.entries(PRUNE))
      this.addSql(`
create or replace function ${name}(most int) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  house uuid := case when ${may} then nullif(current_setting('app.company', true), '')::uuid end;
  removed int;
begin
  ${statement};
  get diagnostics removed = row_count;
  return removed;
end $$`);
  }
}

const PRUNE = {
  prune_command_claims: `delete from command_claim c
    using (select company_id, principal_id, command_id from command_claim
            where company_id = house and created_at < now() - interval '30 days' order by created_at limit most) old
    where c.company_id = old.company_id and c.principal_id = old.principal_id and c.command_id = old.command_id`,
  prune_security_log: `delete from security_log where house is not null and id = any (array(
     select l.id from security_log l left join company_directory d on d.code = l.company_code
      where l.at < now() - interval '200 days' and (d.company_id is null or d.company_id = house) order by l.at limit most))`,
};
