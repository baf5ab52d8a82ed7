import { Migration } from '@mikro-orm/migrations';

/**
 * Why: a round of 100,000 households is counted from its index alone. The fence looks at the occupancy of every row, so the
 * index carries it.
 */
export class Migration20261128150200_answers_from_the_index extends Migration {
  override up(): void {
    this.addSql(`drop index "survey_answer_company_level_idx"`);
    this.addSql(`${INDEX} include ("occupancy_id") where counts and level is not null`);
  }

  override down(): void {
    this.addSql(`drop index "survey_answer_company_level_idx"`);
    this.addSql(`${INDEX} where counts and level is not null`);
  }
}

const INDEX = `create index "survey_answer_company_level_idx" on "survey_answer" ("company_id", "round_id", "estate_id", "building_id", "mode", "question", "level")`;
