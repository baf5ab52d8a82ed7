import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: forms of a survey that came back on paper come from files, and the same file may come again. */
export class Migration20261128150100_imported_answers extends Migration {
  override up(): void {
    this.addSql(addWords('import_reference', 'kind', ['SURVEY_RESPONSE']));
  }

  override down(): void {
    this.addSql(`delete from "import_reference" where kind = 'SURVEY_RESPONSE'`);
    this.addSql(removeWords('import_reference', 'kind', ['SURVEY_RESPONSE']));
  }
}
