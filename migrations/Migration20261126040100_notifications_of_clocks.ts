import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: people are told when the limit of a service clock has passed, each matter in words of its own. */
export class Migration20261126040100_notifications_of_clocks extends Migration {
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
const KINDS = [
  'REPAIR_NOT_ACCEPTED',
  'REPAIR_NOT_STARTED',
  'CALLBACK_OVERDUE',
  'COMPLAINT_LATE',
  'COMPLAINT_NOT_FED_BACK',
  'PROMISED_REPLY_DUE',
  'COMPLAINT_TURNED_MAJOR',
];
