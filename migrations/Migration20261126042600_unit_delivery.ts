import { Migration } from '@mikro-orm/migrations';

/** Why: the developer's warranty runs from the day on which a unit was delivered. */
export class Migration20261126042600_unit_delivery extends Migration {
  override up(): void {
    this.addSql('alter table "unit" add column "delivered_on" date null');
  }

  override down(): void {
    this.addSql('alter table "unit" drop column "delivered_on"');
  }
}
