import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: what was owed and paid ahead before the product kept the books comes from files, and the same file may come again. */
export class Migration20261128162000_opening_balances extends Migration {
  override up(): void {
    this.addSql(addWords('import_reference', 'kind', ['OPENING_BALANCE']));
    this.addSql(addWords('charge', 'source', ['OPENING']));
  }

  override down(): void {
    this.addSql(`delete from "import_reference" where kind = 'OPENING_BALANCE'`);
    this.addSql(`update "charge" set source = 'RAISED' where source = 'OPENING'`);
    this.addSql(removeWords('import_reference', 'kind', ['OPENING_BALANCE']));
    this.addSql(removeWords('charge', 'source', ['OPENING']));
  }
}
