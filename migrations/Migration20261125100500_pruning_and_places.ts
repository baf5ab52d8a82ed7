import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what is kept for a time only goes again. Verdicts of command ids are seen by their principals alone, and the
 * security log by nobody: two functions of the owner remove what is old, for a company that has said which it is.
 * Companies that are there already begin to be reacted to here: a place named `*` says that they were.
 */
export class Migration20261125100500_pruning_and_places extends Migration {
  override up(): void {
    for (const statement of [...INDEXES, ...FUNCTIONS, PLACES]) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`delete from reaction_place`);
    for (const name of ['prune_command_claims', 'prune_security_log'])
      this.addSql(`drop function if exists ${name}(int)`);
    for (const name of ['command_claim_company_created_idx', 'security_log_at_idx'])
      this.addSql(`drop index if exists ${name}`);
  }
}

const INDEXES = [
  `create index "command_claim_company_created_idx" on "command_claim" ("company_id", "created_at")`,
  `create index "security_log_at_idx" on "security_log" ("at")`,
];

/** The company that the program itself works in, over all estates; null for anybody else. */
const HOUSE = `
declare
  house uuid := case when current_setting('app.audience', true) = 'staff' and current_setting('app.all_estates', true) = 'on'
                     then nullif(current_setting('app.company', true), '')::uuid end;
  removed int;`;

const pruning = (name: string, statement: string): string[] => [
  `create function ${name}(most int) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
${HOUSE.trim()}
begin
  ${statement};
  get diagnostics removed = row_count;
  return removed;
end $$`,
  `revoke all on function ${name}(int) from public`,
  `grant execute on function ${name}(int) to guanjia_api`,
];

const FUNCTIONS = [
  ...pruning(
    'prune_command_claims',
    `delete from command_claim c
    using (select company_id, principal_id, command_id from command_claim
            where company_id = house and created_at < now() - interval '30 days' order by created_at limit most) old
    where c.company_id = old.company_id and c.principal_id = old.principal_id and c.command_id = old.command_id`,
  ),
  ...pruning(
    'prune_security_log',
    `delete from security_log where house is not null and id = any (array(
     select l.id from security_log l left join company_directory d on d.code = l.company_code
      where l.at < now() - interval '200 days' and (d.company_id is null or d.company_id = house) order by l.at limit most))`,
  ),
];

const PLACES = `insert into reaction_place (company_id, name, seq, failures) select company_id, '*', seq, 0 from company_head`;
