import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what is open by age is told from the sums that are kept of the books, less what was given up as lost; those few entries are found
 * without reading all the others of their estates.
 */
export class Migration20261201110000_debts_given_up extends Migration {
  override up(): void {
    this.addSql(
      `create index "ledger_entry_company_write_off_idx" on "ledger_entry" ("company_id", "estate_id", "charge_id") where kind = 'WRITE_OFF'`,
    );
  }

  override down(): void {
    this.addSql('drop index "ledger_entry_company_write_off_idx"');
  }
}
