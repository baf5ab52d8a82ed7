import { sql } from 'kysely';
import type { NumberSubject } from '../../domain/numbering/number-subject.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { ReadMoment } from '../../tenancy/read/read-moment.js';

/** Counts that no row holds, both ends included. */
interface MissingNumbers {
  readonly from: number;
  readonly to: number;
}

/** What became of the numbers of one estate, subject and year. */
export interface NumberSeries {
  readonly estateId: string;
  readonly subject: NumberSubject;
  readonly year: number;
  /** The last count that was drawn. */
  readonly drawn: number;
  /** How many rows hold a number of it. */
  readonly held: number;
  /** Of those, how many belong to something that was called off: it keeps its number. */
  readonly cancelled: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly missing: readonly MissingNumbers[];
}

/** Most gaps that are named a series. */
const MOST_GAPS = 100;

/**
 * The series of estates, checked against the rows that hold their numbers. A number is drawn and written in one
 * transaction, so whatever is missing was removed behind the program's back, or the counter was set by hand.
 * @param of null estates are the whole company; without subject or year, all of them
 */
export async function numberSeries(
  moment: ReadMoment,
  companyId: string,
  of: {
    readonly estateIds: readonly string[] | null;
    readonly subject?: NumberSubject | null | undefined;
    readonly year?: number | null | undefined;
  },
): Promise<NumberSeries[]> {
  const series = of.subject == null && of.year == null ? null : `${of.subject ?? '%'}-${of.year ?? '%'}`;
  const statement = sql<Omit<NumberSeries, 'subject' | 'year'> & { series: string }>`
with counters as (
  select c.estate_id, c.series, c.value from counter c
   where c.company_id = ${companyId}::uuid
     and (${of.estateIds}::uuid[] is null or c.estate_id = any(${of.estateIds}::uuid[]))
     and (${series}::text is null or c.series like ${series}::text)
), held as (
  select t.estate_id, t.number_series as series, t.number_serial as serial, t.number, t.phase
    from ticket t join counters c on c.estate_id = t.estate_id and c.series = t.number_series
   where t.company_id = ${companyId}::uuid
  union all
  select l.estate_id, l.number_series, l.number_serial, l.number, null
    from contact l join counters c on c.estate_id = l.estate_id and c.series = l.number_series
   where l.company_id = ${companyId}::uuid
  union all
  select n.estate_id, n.number_series, n.number_serial, n.number, case when n.state = 'WITHDRAWN' then 'CANCELLED' end
    from payment_notice n join counters c on c.estate_id = n.estate_id and c.series = n.number_series
   where n.company_id = ${companyId}::uuid
), bounds as (
  select estate_id, series, serial from held
  union all select estate_id, series, 0 from counters
  union all select estate_id, series, value + 1 from counters
), gaps as (
  select estate_id, series, serial + 1 as lower,
         lead(serial) over (partition by estate_id, series order by serial) - 1 as upper from bounds
), missing as (
  select estate_id, series, jsonb_agg(jsonb_build_object('from', lower, 'to', upper) order by lower) as gaps
    from (select *, row_number() over (partition by estate_id, series order by lower) as nth from gaps where upper >= lower) as g
   where nth <= ${MOST_GAPS} group by estate_id, series
), counted as (
  select estate_id, series, count(*)::int as held, (count(*) filter (where phase = 'CANCELLED'))::int as cancelled,
         (array_agg(number order by serial))[1] as first, (array_agg(number order by serial desc))[1] as last
    from held group by estate_id, series
)
select c.estate_id as "estateId", c.series, c.value as drawn, coalesce(h.held, 0) as held,
       coalesce(h.cancelled, 0) as cancelled, h.first, h.last, coalesce(m.gaps, '[]'::jsonb) as missing
  from counters c left join counted h using (estate_id, series) left join missing m using (estate_id, series)
 order by c.series desc, c.estate_id`;
  const rows = await moment.read(statement.compile(sqlFor));
  return rows.map(({ series: name, ...row }) => {
    const [subject, year] = name.split('-');
    return { ...row, subject: subject as NumberSubject, year: Number(year) };
  });
}
