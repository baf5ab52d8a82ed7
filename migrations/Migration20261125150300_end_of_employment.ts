import { Migration } from '@mikro-orm/migrations';

/** Why: somebody's employment ends, and the person stays in the record of what was done. */
export class Migration20261125150300_end_of_employment extends Migration {
  override up(): void {
    this.addSql(`alter table "staff" add column "ended_at" timestamptz null`);
  }

  override down(): void {
    this.addSql(`alter table "staff" drop column if exists "ended_at"`);
  }
}
