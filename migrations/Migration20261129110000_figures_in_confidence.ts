import { Migration } from '@mikro-orm/migrations';

/**
 * Why: figures of the survey stand among the metrics. Those of few answers are kept from whoever may not read what customers
 * said in confidence, by the database itself, as the figures that they come from are.
 */
export class Migration20261129110000_figures_in_confidence extends Migration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(`drop policy "${table}_api" on "${table}"`);
      this.addSql(policy(table, 'api', 'all', `${SETTINGS} and ${is('confidences', 'on')}`));
      this.addSql(policy(table, 'read', 'select', `${SETTINGS} and reason <> 'IN_CONFIDENCE'`));
    }
  }

  override down(): void {
    for (const table of TABLES) {
      this.addSql(`drop policy "${table}_read" on "${table}"`);
      this.addSql(`drop policy "${table}_api" on "${table}"`);
      this.addSql(policy(table, 'api', 'all', SETTINGS));
    }
  }
}

const TABLES = ['metric_fresh', 'metric_journal', 'metric_sum'];
const is = (name: string, value: string): string => `(select current_setting('app.${name}', true) = '${value}')`;
const SETTINGS = `${is('audience', 'staff')} and (${is('all_estates', 'on')} or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))`;

function policy(table: string, name: string, command: 'all' | 'select', may: string): string {
  const rows = `company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (${may})`;
  const check = command === 'all' ? ` with check (${rows})` : '';
  return `create policy "${table}_${name}" on "${table}" for ${command} to "guanjia_api" using (${rows})${check}`;
}
