import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: residents are told that their repair lies with the developer. */
export class Migration20261126042500_residents_told extends Migration {
  override up(): void {
    for (const table of TABLES) this.addSql(addWords(table, 'kind', KINDS));
  }

  override down(): void {
    for (const table of [...TABLES].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
  }
}

const TABLES = ['notification', 'message', 'message_template_version'];
const KINDS = ['REPAIR_WITH_DEVELOPER'];
