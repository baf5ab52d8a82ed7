import { Migration } from '@mikro-orm/migrations';

/**
 * Why: the planner takes one row in two hundred to pass a comparison with a computed text, whatever the text. Over a
 * million and a half tickets of one company a page of a hundred was planned as a walk through the whole table, and met
 * the limit of five seconds. The policies now compare inside the sub-select: one boolean, of which one row in two is
 * taken to pass. What they let through is the same.
 */
export class Migration20261126183000_policies_for_planners extends Migration {
  override up(): void {
    this.addSql(
      rewritten(
        String.raw`\(\( SELECT NULLIF\(current_setting\('(app\.\w+)'::text, true\), ''::text\) AS "nullif"\) = '(\w+)'::text\)`,
        String.raw`(select current_setting('\1', true) = '\2')`,
      ),
    );
  }

  override down(): void {
    this.addSql(
      rewritten(
        String.raw`\( SELECT \(current_setting\('(app\.\w+)'::text, true\) = '(\w+)'::text\)( AS "\?column\?")?\)`,
        String.raw`((select nullif(current_setting('\1', true), '')) = '\2')`,
      ),
    );
  }
}

/** Writes every policy anew that has the one form, in the other. */
const rewritten = (from: string, to: string): string => `
do $$
declare
  found record;
begin
  for found in
    select tablename, policyname, regexp_replace(qual, $re$${from}$re$, $re$${to}$re$, 'g') as reads,
           regexp_replace(with_check, $re$${from}$re$, $re$${to}$re$, 'g') as writes
      from pg_policies
     where schemaname = current_schema() and concat(qual, with_check) ~ $re$${from}$re$
  loop
    execute format('alter policy %I on %I', found.policyname, found.tablename)
      || coalesce(' using (' || found.reads || ')', '') || coalesce(' with check (' || found.writes || ')', '');
  end loop;
end
$$`;
