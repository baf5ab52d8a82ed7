const of = (table: string): string => `from ${table} where company_id = $1`;
const first = (table: string): string =>
  `(select min(recorded_at) ${of(table)} and recorded_day = (select min(recorded_day) ${of(table)}))`;

/** The day on which the first figure of a company, `$1`, became known, in its zone: `day`, null where none has; and its `zone`. */
export const FIRST_RECORDED = `select (least(${first('metric_journal')}, ${first('metric_fresh')}) at time zone c.time_zone)::date as day, c.time_zone as zone
  from company c where c.id = $1`;
