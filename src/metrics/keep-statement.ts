import { itemsOf } from '../domain/metric/metric-definition.js';
import { IN_CONFIDENCE, ON_ANY_DAY } from '../domain/metric/metric-part.js';
import { METRICS } from '../domain/metric/metrics.js';
import { hasSpread, spreadItems, spreadKey } from '../domain/metric/spread.js';
import { itemQuestions, type KeyedItems, type Kept } from './item-questions.js';
import { rowsFor } from './rows-of.js';
import { SOURCES, type MetricSubject } from './sources.js';

const ALL: readonly KeyedItems[] = METRICS.flatMap((metric) => [
  ...itemsOf(metric).map((items) => ({ key: metric.key, items })),
  ...(hasSpread(metric) ? [{ key: spreadKey(metric.key), items: spreadItems(metric) }] : []),
]);

/** The items that subjects contribute to. */
const itemsFor = (subject: MetricSubject, kind: string | undefined): readonly KeyedItems[] =>
  ALL.filter(
    ({ items: { source, kinds } }) =>
      SOURCES[source].subject === subject && (kind === undefined || !kinds || kinds.some((each) => each === kind)),
  );

/**
 * The statement that brings the metrics of subjects up to what their rows say now: computes what each contributes, compares
 * that with what was told before, and tells the difference. What has not changed writes nothing. `$1` the company, `$2` the
 * subjects, `$3` the present instant.
 * @returns null where no metric is of such subjects
 */
export function keepStatement(subject: MetricSubject, { kind, brought }: Kept): string | null {
  const items = itemsFor(subject, kind);
  if (items.length === 0) return null;
  const firstTold = (of: string): string => `not exists (select from told x where x.subject_id = ${of}.subject_id)`;
  return `
with ${rowsFor(subject, kind)
    .map(([name, rows]) => `${name} as materialized (${rows})`)
    .join(',\n')},
${itemQuestions(items, { kind, brought })},
told as materialized (
  select metric, estate_id, subject_id, on_day, part, reason, segment, ripe_day, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
    from (select metric, estate_id, subject_id, on_day, part, reason, segment, ripe_day, numerator, denominator
            from metric_journal where company_id = $1 and subject_id = any($2::uuid[])
          union all
          select metric, estate_id, subject_id, on_day, part, reason, segment, ripe_day, numerator, denominator
            from metric_fresh where company_id = $1 and subject_id = any($2::uuid[])) d
   group by 1, 2, 3, 4, 5, 6, 7, 8
),
want as (
  select i.metric, i.estate_id, i.subject_id, (i.at at time zone e.time_zone)::date as on_day,
         p.part,
         coalesce(i.reason, case when i.in_confidence and not i.pending then '${IN_CONFIDENCE}' else '' end) as reason, coalesce(i.segment, '') as segment,
         case when i.reason is null then coalesce(i.ripe, date '${ON_ANY_DAY}') else date '${ON_ANY_DAY}' end as ripe_day,
         sum(case p.part when 'COUNTED' then i.numerator else 0 end)::bigint as numerator,
         sum(case p.part when 'COUNTED' then i.denominator else i.weight end)::bigint as denominator${brought ? ', max(i.known) as known' : ''}
    from item i join estates e on e.id = i.estate_id
   cross join lateral (
     select case when i.reason is not null then 'EXCLUDED' when i.pending then 'PENDING' else 'COUNTED' end as part
     union all select 'PENDING' where i.ripe is not null and i.reason is null and not i.pending) p
   group by 1, 2, 3, 4, 5, 6, 7, 8${brought ? `, case when ${firstTold('i')} then i.apart end` : ''}
)
insert into metric_fresh (company_id, id, estate_id, metric, part, reason, segment, on_day, ripe_day, subject_id, numerator, denominator, recorded_at)
select $1, uuidv7(), estate_id, metric, part, reason, segment, on_day, ripe_day, subject_id,
       coalesce(w.numerator, 0) - coalesce(t.numerator, 0), coalesce(w.denominator, 0) - coalesce(t.denominator, 0),
       ${brought ? `case when ${firstTold('w')} then least($3::timestamptz, w.known) else $3::timestamptz end` : '$3::timestamptz'}
  from want w full join told t using (metric, estate_id, subject_id, on_day, part, reason, segment, ripe_day)
 where coalesce(w.numerator, 0) <> coalesce(t.numerator, 0) or coalesce(w.denominator, 0) <> coalesce(t.denominator, 0)`;
}
