/**
 * Whether a change became known after the end of a day by the company's, `$1`, clocks. The day of it is what an index has: it goes no
 * further back than any zone's midnight.
 * @param day an expression of it
 */
export const toldSince = (day: string): string =>
  `recorded_day >= ${day}::date and recorded_at >= (select (${day}::date + 1)::timestamp at time zone c.time_zone from company c where c.id = $1)`;
