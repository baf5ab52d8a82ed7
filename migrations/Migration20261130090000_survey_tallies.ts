import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: a round of 100,000 households is analysed at once, and counting its answers took most of that. How many of them say
 * what is kept as they come in, statement by statement, by building, way and question: the analysis reads a row where it
 * read hundreds, and the index that only it read is gone.
 */
export class Migration20261130090000_survey_tallies extends Migration {
  override up(): void {
    for (const statement of [TABLE, ...KEYS, ...fenceOf('survey_tally', 'CONFIDENTIAL_TO_ALL'), ...KEEPING])
      this.addSql(statement);
    this.addSql(tally('survey_answer', 1));
    this.addSql(`drop index "${INDEX}"`);
  }

  override down(): void {
    this.addSql(
      `create index "${INDEX}" on "survey_answer" ("company_id", "round_id", "estate_id", "building_id", "mode", "question", "level") include ("occupancy_id") where counts and level is not null`,
    );
    for (const [when] of CHANGES) {
      this.addSql(`drop trigger "survey_answer_tally_${when}" on "survey_answer"`);
      this.addSql(`drop function survey_tally_on_${when}()`);
    }
    this.addSql(`drop table "survey_tally"`);
  }
}

const INDEX = 'survey_answer_company_level_idx';
const LEVELS = ['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'];
const MODES = ['LINK', 'APP', 'PAPER', 'TELEPHONE', 'IMPORT'];
const columns = (of: (column: string, level: string) => string): string =>
  LEVELS.map((level) => of(level.toLowerCase(), level)).join(', ');

const TABLE = `create table "survey_tally" ("company_id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "building_id" uuid not null, "mode" text not null, "question" text not null, ${columns((column) => `"${column}" int not null`)}, primary key ("company_id", "round_id", "estate_id", "building_id", "mode", "question"))`;
const KEYS = [
  `alter table "survey_tally" add constraint "survey_tally_mode_check" check ("mode" in (${MODES.map((mode) => `'${mode}'`).join(', ')}))`,
  `alter table "survey_tally" add constraint "survey_tally_round_estate_fkey" foreign key (company_id, round_id, estate_id) references "survey_estate" (company_id, round_id, estate_id)`,
  `alter table "survey_tally" add constraint "survey_tally_building_fkey" foreign key (company_id, building_id) references "building" (company_id, id)`,
];

const PLACE = 'company_id, round_id, estate_id, building_id, mode, question';

/** Adds the answers of these rows that count, or takes them away, always in the same order, so that no two wait for each other. */
const tally = (rows: string, n: 1 | -1): string => {
  const answers = (level: string): string => `${String(n)} * count(*) filter (where level = '${level}')`;
  return `insert into survey_tally as t (${PLACE}, ${columns((column) => column)})
select ${PLACE}, ${columns((_, level) => answers(level))}
  from ${rows} where counts and level is not null group by ${PLACE} order by ${PLACE}
    on conflict (${PLACE}) do update set ${columns((column) => `${column} = t.${column} + excluded.${column}`)}`;
};

const CHANGES = [
  ['insert', 'referencing new table as fresh', [tally('fresh', 1)]],
  ['update', 'referencing old table as former new table as fresh', [tally('former', -1), tally('fresh', 1)]],
  ['delete', 'referencing old table as former', [tally('former', -1)]],
] as const;
const KEEPING = CHANGES.flatMap(([when, rows, statements]) => [
  `create function survey_tally_on_${when}() returns trigger language plpgsql set search_path = pg_catalog, public as $$ begin ${statements.join('; ')}; return null; end $$`,
  `create trigger "survey_answer_tally_${when}" after ${when} on "survey_answer" ${rows} for each statement execute function survey_tally_on_${when}()`,
]);
