import { Migration } from '@mikro-orm/migrations';

/**
 * Why: an order is marked by who took it and whether the desk was staffed then, as the desk hours of that day said. What
 * is older than the mark, or came from another system, has none.
 */
export class Migration20261125110100_intake extends Migration {
  override up(): void {
    this.addSql(`alter table "ticket" add column "at_night" boolean null, add column "taken_by" text null`);
    this.addSql(
      `alter table "ticket" add constraint "ticket_taken_by_check" check ("taken_by" in ('DESK', 'CONTROL_ROOM', 'STAFF', 'RESIDENT', 'INTEGRATION'))`,
    );
  }

  override down(): void {
    this.addSql(`alter table "ticket" drop column "at_night", drop column "taken_by"`);
  }
}
