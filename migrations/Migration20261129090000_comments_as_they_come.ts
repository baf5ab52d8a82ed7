import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what households say in words is masked when they say it, so that the analysis of a large round has only to open it;
 * and a figure of a round on an estate refers to that row, one look-up instead of two.
 */
export class Migration20261129090000_comments_as_they_come extends Migration {
  override up(): void {
    // Each row is opened once, in its place: none of its indexes is written again.
    this.addSql(`alter table "survey_comment" set (fillfactor = 50)`);
    this.addSql(COMMENTS_OF_ROUNDS_UNDER_WAY);
    for (const name of ['estate', 'round'])
      this.addSql(`alter table "survey_result" drop constraint "survey_result_${name}_fkey"`);
    this.addSql(
      `alter table "survey_result" add constraint "survey_result_round_estate_fkey" foreign key (company_id, round_id, estate_id) references "survey_estate" (company_id, round_id, estate_id)`,
    );
  }

  override down(): void {
    this.addSql(`alter table "survey_comment" reset (fillfactor)`);
    this.addSql(`alter table "survey_result" drop constraint "survey_result_round_estate_fkey"`);
    for (const [name, column, target] of [
      ['estate', 'estate_id', 'estate'],
      ['round', 'round_id', 'survey_round'],
    ])
      this.addSql(
        `alter table "survey_result" add constraint "survey_result_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`,
      );
    this.addSql(
      `delete from survey_comment m using survey_round r where r.company_id = m.company_id and r.id = m.round_id and r.analysed_at is null`,
    );
  }
}

const NAMELESS = `case when char_length(btrim(c.name)) >= 2 then replace(a.text, btrim(c.name), '***') else a.text end`;
const TELLING = [
  String.raw`[^\s@，。；、]+@[^\s@，。；、]+\.[^\s@，。；、]+`,
  String.raw`\d([\s-]?\d){5,}[xX]?`,
  String.raw`\d+\s*(栋|幢|座|号楼|单元|室|房)(\s*\d+)?`,
];
const MASKED = TELLING.reduce((text, form) => `regexp_replace(${text}, '${form}', '***', 'g')`, NAMELESS);
const COMMENTS_OF_ROUNDS_UNDER_WAY = `
insert into survey_comment (company_id, id, round_id, estate_id, answer_id, question, text, is_open)
select a.company_id, gen_random_uuid(), a.round_id, a.estate_id, a.id, a.question, ${MASKED}, false
  from survey_answer a
  join survey_round r on r.company_id = a.company_id and r.id = a.round_id
  left join occupancy o on o.company_id = a.company_id and o.id = a.occupancy_id
  left join customer c on c.company_id = o.company_id and c.id = o.customer_id
 where r.analysed_at is null and a.counts and a.text is not null`;
