/** What households answered in analysed rounds. */
export function surveyed(and: string, segment: string): string {
  const levels = ['very_satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very_dissatisfied'].map((at) => `f.${at}`);
  return `select e.time_zone as zone, f.estate_id, (r.period_from + time '00:00') at time zone e.time_zone as at,
       case when not f.is_open then 'IN_CONFIDENCE' end as why, ${segment} as segment,
       (select sum(l.answers) from unnest(array[${levels.join()}]) with ordinality l (answers, level) where l.level <= r.satisfied_steps) as n,
       ${levels.join(' + ')} as d
  from survey_result f, survey_round r, estate e
 where f.company_id = $1 and f.scope = 'ESTATE' and (r.company_id, r.id) = (f.company_id, f.round_id)
   and (e.company_id, e.id) = (f.company_id, f.estate_id) and ${and}`;
}
