import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what a step of dunning brought in is counted over the days that the company has set when it took place; a later change
 * of the setting leaves what was counted. Steps of before count over thirty days, which was the setting of the house.
 */
export class Migration20261130131000_dunning_effect extends Migration {
  override up(): void {
    this.addSql(`alter table "dunning_step" add column "effect_days" int null`);
    this.addSql(`update "dunning_step" set effect_days = 30 where done_at is not null`);
    this.addSql(
      `alter table "dunning_step" add constraint "dunning_step_effect" check ((effect_days is null) = (done_at is null))`,
    );
  }

  override down(): void {
    this.addSql(`alter table "dunning_step" drop column "effect_days"`);
  }
}
