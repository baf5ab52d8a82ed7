import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: the callback about a complaint has a limit too, and a clock that follows what the desk owes. */
export class Migration20261126040200_clocks_of_callbacks extends Migration {
  override up(): void {
    this.addSql(addWords('service_clock', 'rule', ['R-CBK-04']));
  }

  override down(): void {
    const clocks = `select id from service_clock where rule = 'R-CBK-04'`;
    this.addSql(`delete from timer where kind = 'CLOCK_DUE' and subject_id in (${clocks})`);
    this.addSql(`delete from clock_entry where clock_id in (${clocks})`);
    this.addSql(`delete from service_clock where rule = 'R-CBK-04'`);
    this.addSql(removeWords('service_clock', 'rule', ['R-CBK-04']));
  }
}
