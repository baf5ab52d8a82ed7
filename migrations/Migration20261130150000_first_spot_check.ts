import { Migration } from '@mikro-orm/migrations';

/**
 * Why: a day counts as checked by when somebody looked at an order first; what is said of it again on another day leaves the first
 * day as it was. Of checks of before only the last word is known.
 */
export class Migration20261130150000_first_spot_check extends Migration {
  override up(): void {
    this.addSql(`alter table "repair_check" add column "first_checked_at" timestamptz null`);
    this.addSql(`update "repair_check" set first_checked_at = checked_at where checked_at is not null`);
    this.addSql(
      `alter table "repair_check" add constraint "repair_check_first" check ((first_checked_at is null) = (checked_at is null))`,
    );
  }

  override down(): void {
    this.addSql(`alter table "repair_check" drop column "first_checked_at"`);
  }
}
