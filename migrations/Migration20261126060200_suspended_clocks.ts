import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: a ticket that joins another and leaves it again has the limits that it always had; its clocks say so in their ledgers. */
export class Migration20261126060200_suspended_clocks extends Migration {
  override up(): void {
    this.addSql(addWords('clock_entry', 'kind', KINDS));
  }

  override down(): void {
    this.addSql(`delete from "clock_entry" where kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})`);
    this.addSql(removeWords('clock_entry', 'kind', KINDS));
  }
}

const KINDS = ['SUSPEND', 'RESTORE'];
