import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: thirty callers about one lift are one work; each caller's ticket joins it and is still answered by itself. */
export class Migration20261126060100_merged_tickets extends Migration {
  override up(): void {
    for (const sql of UP) this.addSql(sql);
    for (const table of TABLES) this.addSql(addWords(table, 'kind', KINDS));
  }

  override down(): void {
    for (const table of [...TABLES].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
    this.addSql('drop index "ticket_company_merged_idx"');
    this.addSql('alter table ticket drop column "merged_at", drop column "merged_into_id"');
  }
}

const TABLES = ['notification', 'message', 'message_template_version'];
const KINDS = ['TICKET_MERGED', 'TICKET_UNMERGED', 'TICKET_TRANSFERRED'];

const UP = [
  'alter table "ticket" add column "merged_into_id" uuid null, add column "merged_at" timestamptz null',
  'alter table "ticket" add constraint "ticket_merged_since" check ((merged_into_id is null) = (merged_at is null))',
  'alter table ticket add constraint ticket_merged_into_fkey foreign key (company_id, merged_into_id) references ticket (company_id, id)',
  'create index "ticket_company_merged_idx" on "ticket" ("company_id", "merged_into_id", "reported_at", "id") where merged_into_id is not null',
];
