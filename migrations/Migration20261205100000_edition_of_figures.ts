import { Migration } from '@mikro-orm/migrations';

/** Why: a version of the product that has other figures builds them by itself, so it must know by which a company's were built. */
export class Migration20261205100000_edition_of_figures extends Migration {
  override up(): void {
    this.addSql(`alter table "company" add column "figures" text null`);
  }

  override down(): void {
    this.addSql(`alter table "company" drop column "figures"`);
  }
}
