import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: visits that took place before the product come from files, and the same file may come again. */
export class Migration20261128100100_imported_visits extends Migration {
  override up(): void {
    this.addSql(addWords('import_reference', 'kind', ['OWNER_VISIT']));
  }

  override down(): void {
    this.addSql(`delete from "import_reference" where kind = 'OWNER_VISIT'`);
    this.addSql(removeWords('import_reference', 'kind', ['OWNER_VISIT']));
  }
}
