import { Migration } from '@mikro-orm/migrations';

/** Why: what was said on visits is kept as long as other records of the centre, and cleared once. */
export class Migration20261128100300_visits_cleared extends Migration {
  override up(): void {
    this.addSql('alter table "owner_visit" add column "redacted_at" timestamptz null');
  }

  override down(): void {
    this.addSql('alter table "owner_visit" drop column "redacted_at"');
  }
}
