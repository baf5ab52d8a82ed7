import { Migration } from '@mikro-orm/migrations';

/**
 * Why: how far a round of visits has come is told of the households that were occupied when it began, whatever is entered of the
 * units later. Rounds of before have what the dated states of the units say of that day; what took place before the first is none.
 */
export class Migration20261130151000_households_of_cycles extends Migration {
  override up(): void {
    this.addSql(`alter table "visit_cycle" add column "occupied" int null`);
    this.addSql(`update "visit_cycle" c set occupied = case when c.number = 0 then 0 else (
      select count(*) from unit u
       cross join lateral (select x.state from unit_state x where x.company_id = u.company_id and x.unit_id = u.id
                              and x.from_day <= (c.started_at at time zone e.time_zone)::date order by x.from_day desc limit 1) s
       where u.company_id = c.company_id and u.estate_id = c.estate_id and u.use in ('RESIDENTIAL', 'SHOP', 'OFFICE')
         and s.state in ('OWNER_OCCUPIED', 'LET')) end
      from estate e where e.company_id = c.company_id and e.id = c.estate_id`);
    this.addSql(`alter table "visit_cycle" alter column "occupied" set not null`);
    this.addSql(`alter table "visit_cycle" add constraint "visit_cycle_occupied_not_negative" check (occupied >= 0)`);
  }

  override down(): void {
    this.addSql(`alter table "visit_cycle" drop column "occupied"`);
  }
}
