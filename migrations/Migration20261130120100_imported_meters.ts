import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: meters with what they show when counting begins come from files; nobody of the house has read what a file says. */
export class Migration20261130120100_imported_meters extends Migration {
  override up(): void {
    this.addSql(addWords('import_reference', 'kind', ['METER']));
    this.addSql('alter table "meter_reading" alter column "recorded_by" drop not null');
  }

  override down(): void {
    this.addSql(`delete from "import_reference" where kind = 'METER'`);
    this.addSql(removeWords('import_reference', 'kind', ['METER']));
    this.addSql('delete from "meter_reading" where recorded_by is null');
    this.addSql('alter table "meter_reading" alter column "recorded_by" set not null');
  }
}
