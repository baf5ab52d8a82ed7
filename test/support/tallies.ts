import type { Client } from 'pg';

const LEVELS = ['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'];

/** What the kept tallies of surveys say in total, and where they and the answers that count do not say the same. */
export async function talliesOf(superuser: Client): Promise<{ readonly answers: number; readonly odd: number }> {
  const { rows } = await superuser.query<{ answers: number; odd: number }>(`
    with said as (
      select company_id, round_id, estate_id, building_id, mode, question, level, count(*)::int as n from survey_answer
       where counts and level is not null group by 1, 2, 3, 4, 5, 6, 7),
    kept as (
      select company_id, round_id, estate_id, building_id, mode, question, l.level, l.n from survey_tally
       cross join lateral (values ${LEVELS.map((level) => `('${level}', ${level.toLowerCase()})`).join(', ')}) l (level, n) where l.n <> 0)
    select coalesce(sum(k.n), 0)::int as answers, count(*) filter (where s.n is distinct from k.n)::int as odd
      from said s full join kept k using (company_id, round_id, estate_id, building_id, mode, question, level)`);
  return rows[0]!;
}
