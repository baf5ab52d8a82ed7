import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: figures for each hundred households look up the state of every unit of a company on the first day of each period, which takes
 * seconds where there are hundreds of thousands. How many more households an estate has occupied from a day on is kept with the states
 * of its units, statement by statement, and a count is a sum over the days before.
 */
export class Migration20261201100000_households_by_day extends Migration {
  override up(): void {
    for (const statement of [...TABLE, ...fenceOf('household_change', 'STAFF')]) this.addSql(statement);
    this.addSql('revoke insert, update, delete on "household_change" from guanjia_api');
    this.addSql(told([[stepsOf('unit_state', true), 1]]));
    for (const statement of KEEPING) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop trigger "unit_households" on "unit"');
    for (const [when] of CHANGES) this.addSql(`drop trigger "unit_state_households_${when}" on "unit_state"`);
    for (const name of ['of_units', ...CHANGES.map(([when]) => `on_${when}`)])
      this.addSql(`drop function households_${name}()`);
    this.addSql('drop table "household_change"');
  }
}

const USES = `('RESIDENTIAL', 'SHOP', 'OFFICE')`;
const OCCUPIED = `('OWNER_OCCUPIED', 'LET')`;

const TABLE = [
  `create table "household_change" ("company_id" uuid not null, "estate_id" uuid not null, "day" date not null, "occupied" int not null, primary key ("company_id", "estate_id", "day"))`,
  `alter table "household_change" add constraint "household_change_estate_fkey" foreign key (company_id, estate_id) references "estate" (company_id, id)`,
];

/** On which days units become occupied, or no longer are, by rows of their states; of all units, or of those alone that are households. */
const stepsOf = (states: string, ofHouseholds: boolean): string => `
select s.company_id, s.estate_id, s.unit_id, s.from_day as day,
       (s.state in ${OCCUPIED})::int - coalesce(lag((s.state in ${OCCUPIED})::int) over (partition by s.company_id, s.unit_id order by s.from_day), 0) as steps
  from ${states} s ${ofHouseholds ? `join unit u on u.company_id = s.company_id and u.id = s.unit_id and u.use in ${USES}` : ''}`;

/** Adds steps, or takes them away, always in the same order, so that no two wait for each other. */
const told = (parts: readonly (readonly [string, 1 | -1])[]): string => `
insert into household_change as h (company_id, estate_id, day, occupied)
select company_id, estate_id, day, sum(n)::int
  from (${parts.map(([steps, sign]) => `select company_id, estate_id, day, steps * ${String(sign)} as n from (${steps}) p`).join('\nunion all\n')}) d
 group by company_id, estate_id, day having sum(n) <> 0 order by company_id, estate_id, day
    on conflict (company_id, estate_id, day) do update set occupied = h.occupied + excluded.occupied`;

/** All states, as they are or as they were, of the units that a statement has touched. */
const touched = (rows: readonly string[]): string =>
  `(s.company_id, s.unit_id) in (${rows.map((name) => `select company_id, unit_id from ${name}`).join(' union ')})`;
const after = (rows: readonly string[]): string => `(select s.* from unit_state s where ${touched(rows)})`;
const before = (rows: readonly string[]): string => {
  const were = rows.includes('fresh')
    ? `and not exists (select from fresh f where f.company_id = s.company_id and f.unit_id = s.unit_id and f.from_day = s.from_day)`
    : '';
  const former = rows.includes('former') ? 'union all select * from former' : '';
  return `(select s.* from unit_state s where ${touched(rows)} ${were} ${former})`;
};

/** Whoever changes states of an estate waits for whoever else does, and then sees what the other has written. */
const turn = (rows: readonly string[]): string =>
  `perform pg_advisory_xact_lock(hashtextextended('guanjia households ' || e.estate_id, 0)) from (${rows.map((name) => `select estate_id from ${name}`).join(' union ')} order by 1) e`;

const CHANGES = [
  ['insert', 'new table as fresh', ['fresh']],
  ['update', 'old table as former new table as fresh', ['fresh', 'former']],
  ['delete', 'old table as former', ['former']],
] as const;

const keeps = (name: string, statements: readonly string[]): string =>
  `create function households_${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$ begin ${statements.join('; ')}; return null; end $$`;

/** Units that become households, or no longer are. */
const USED = `(select s.* from unit_state s join fresh f on f.company_id = s.company_id and f.id = s.unit_id join former o on o.company_id = f.company_id and o.id = f.id
  where (f.use in ${USES}) <> (o.use in ${USES}) and (f.use in ${USES}) = IS)`;

const KEEPING = [
  ...CHANGES.flatMap(([when, rows, names]) => [
    keeps(`on_${when}`, [
      turn(names),
      told([
        [stepsOf(after(names), true), 1],
        [stepsOf(before(names), true), -1],
      ]),
    ]),
    `create trigger "unit_state_households_${when}" after ${when} on "unit_state" referencing ${rows} for each statement execute function households_on_${when}()`,
  ]),
  keeps('of_units', [
    turn(['fresh']),
    told([
      [stepsOf(USED.replace('IS)', 'true)'), false), 1],
      [stepsOf(USED.replace('IS)', 'false)'), false), -1],
    ]),
  ]),
  `create trigger "unit_households" after update on "unit" referencing old table as former new table as fresh for each statement execute function households_of_units()`,
];
