import { METRICS } from '../../dist/src/domain/metric/metrics.js';
import { HOUSEHOLD_USES, OCCUPIED_STATES } from '../../dist/src/domain/place/household.js';
import { FROM_ROWS } from '../../dist/src/metrics/verify/from-rows.js';

/** What estates are ranked by, and what is drilled into; and what a series shows. */
const RANKED = 'REPAIR_ACCEPTED_IN_TIME';
const SHOWN = 'REPAIRS_REPORTED';
const BOOKS = { FEE_COLLECTION: '', OTHER_COLLECTION: 'not' };
const PAGE = 20;

/** What stands in the books of a month, asked of its charges alone. `$2` the first instant, `$4` the first day. */
const booksOfMonth = (not) => `
select c.kind as segment, case when w.waits then 'PENDING' end as why, case when w.waits then 0 else coalesce(l.paid, 0) end as n,
       case when w.waits then 1 else c.amount_minor - coalesce(l.less, 0) end as d
  from charge c
  left join lateral (
    select sum(case when e.kind = 'ALLOCATION' then case when e.reverses_id is null then e.amount_minor else -e.amount_minor end end) as paid,
           sum(case when e.kind = 'CANCELLATION' then e.amount_minor end) as less
      from ledger_entry e where e.company_id = c.company_id and e.charge_id = c.id) l on true
 cross join lateral (select c.due_day >= (now() at time zone 'Asia/Shanghai')::date as waits) w
 where c.company_id = $1 and c.from_day = $4::date and c.kind ${not} in ('PROPERTY_FEE', 'PARKING_FEE') and (c.cancelled_at is null or not w.waits)`;

/** One statement for all metrics of a month: a plain question each, bounded by its own instant, so that an index serves it. */
/** What came in of what was due before a period is no sum over instants: the statement over the rows is spared it. */
const OF_INSTANTS = METRICS.filter(({ key }) => key !== 'PRIOR_ARREARS_RECOVERED');
const COUNTS = `why is null or why = 'IN_CONFIDENCE'`;
const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
const everything = OF_INSTANTS.map(({ key, items: { ripe } }) => {
  const now =
    ripe === undefined
      ? ''
      : `and (i.ripe = '0001-01-01' or (i.why is not distinct from 'PENDING') = (i.ripe >= ${TODAY}))`;
  const items =
    key in BOOKS
      ? booksOfMonth(BOOKS[key])
      : `select why, n, d from (${FROM_ROWS[key]}) i where i.at >= $2::timestamptz and i.at < $3::timestamptz ${now}`;
  return `select '${key}' as metric, sum(n) filter (where ${COUNTS})::bigint as n, sum(d) filter (where ${COUNTS})::bigint as d,
       count(*) filter (where why = 'PENDING') as pending from (${items}) q`;
}).join('\nunion all\n');

const among = (values) => `in (${values.map((value) => `'${value}'`).join(', ')})`;
const HOUSEHOLDS = `(select count(*) from unit u cross join lateral (select s.state from unit_state s where s.company_id = u.company_id and s.unit_id = u.id and s.from_day <= $4::date
    order by s.from_day desc limit 1) s where u.company_id = $1 and u.use ${among(HOUSEHOLD_USES)} and s.state ${among(OCCUPIED_STATES)})`;

const accepted = (columns, more) => `
select ${columns}
  from service_clock c join ticket t on t.company_id = c.company_id and t.id = c.ticket_id
 where c.company_id = $1 and c.rule = 'R-RPR-05' and c.milestone = 'ACCEPTED' and c.round = 1 and c.started_at >= $2::timestamptz and c.started_at < $3::timestamptz
   and t.taken_by is distinct from 'CONTROL_ROOM' and t.merged_at is null and c.state in ('MET', 'BREACHED') ${more}`;

const byKey = (rows, key, ...values) =>
  Object.fromEntries(rows.map((row) => [row[key], values.map((name) => row[name])]));
const number = (text) => (text === null || text === undefined ? 0 : Math.round(Number(text)));
const fen = (money) => Math.round(Number(money?.amount ?? money ?? 0) * 100);

/**
 * The questions of the bench: as a client asks the product, and as one statement that somebody would write over the rows; of
 * both answers the same is kept, and must be equal.
 * @param at {month, next, first, from, known}: days, the month's and the window's; and the day on which something was known
 */
export function questionsOf({ companyId }, at) {
  const period = `{ from: "${at.month}", to: "${at.next}" }`;
  const bounds = [companyId, `${at.month}T00:00:00+08:00`, `${at.next}T00:00:00+08:00`, at.month];
  return [
    {
      name: 'scorecard',
      title: `a month of all ${METRICS.length} metrics over all estates`,
      query: `{ portfolioScorecard(period: ${period}) { metrics { definition { key } value numerator denominator pending light } } }`,
      text: `select q.*, ${HOUSEHOLDS} as households from (${everything}) q`,
      values: bounds,
      ofProduct: ({ portfolioScorecard: { metrics } }) =>
        Object.fromEntries(
          metrics.flatMap(({ definition: { key }, numerator, denominator, pending }) => {
            const metric = OF_INSTANTS.find((each) => each.key === key);
            const read = metric?.ofMoney ? fen : number;
            return metric ? [[key, [read(numerator), read(denominator), pending]]] : [];
          }),
        ),
      ofRows: (rows) =>
        Object.fromEntries(
          rows.map(({ metric, n, d, pending, households }) => {
            const { perHousehold, denominator } = METRICS.find(({ key }) => key === metric);
            return [
              metric,
              [number(n), perHousehold ? number(households) : denominator === null ? 0 : number(d), number(pending)],
            ];
          }),
        ),
    },
    {
      name: 'ranking',
      title: 'all estates ranked by one metric',
      query: `{ estateScorecards(period: ${period}, metrics: [${RANKED}], rankBy: ${RANKED}, first: 300) { nodes { rank estate { id code name } metrics { value numerator denominator } } } }`,
      text: `with sums as (${accepted(`c.estate_id, count(*) filter (where c.state = 'MET') as n, count(*) as d`, 'group by c.estate_id')})
             select e.id, e.code, e.name, s.n, s.d, rank() over (order by s.n::numeric / s.d desc, s.d desc) from sums s join estate e on e.company_id = $1 and e.id = s.estate_id`,
      values: bounds.slice(0, 3),
      ofProduct: ({ estateScorecards: { nodes } }) =>
        Object.fromEntries(
          nodes
            .filter(({ metrics: [{ value }] }) => value !== null)
            .map(({ estate, metrics: [one] }) => [estate.id, [number(one.numerator), number(one.denominator)]]),
        ),
      ofRows: (rows) => Object.fromEntries(rows.map(({ id, n, d }) => [id, [number(n), number(d)]])),
    },
    {
      name: 'series',
      title: 'two years of one metric, by month and estate',
      query: `{ metricSeries(metric: ${SHOWN}, period: { from: "${at.first}", to: "${at.next}" }, interval: MONTH, byEstate: true) { from estate { id } metric { value } } }`,
      text: `select t.estate_id, to_char(t.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-01') as day, count(*) as n
               from ticket t where t.company_id = $1 and t.kind = 'REPAIR' and t.reported_at >= $2::timestamptz and t.reported_at < $3::timestamptz
                and t.merged_at is null and t.stage <> 'CANCELLED' group by 1, 2`,
      values: [companyId, `${at.first}T00:00:00+08:00`, `${at.next}T00:00:00+08:00`],
      ofProduct: ({ metricSeries }) =>
        Object.fromEntries(
          metricSeries
            .filter(({ metric }) => number(metric.value) > 0)
            .map(({ from, estate, metric }) => [`${estate.id} ${from}`, [number(metric.value)]]),
        ),
      ofRows: (rows) => Object.fromEntries(rows.map(({ estate_id: id, day, n }) => [`${id} ${day}`, [number(n)]])),
    },
    {
      name: 'collection',
      title: 'what was collected of a month, by kind, as known on an earlier day',
      query: `{ collection(filter: { fromMonth: "${at.month}", untilMonth: "${at.next}", by: [KIND] }, on: "${at.known}", asKnownOn: "${at.known}") { kind rate charged { amount } collected { amount } } }`,
      text: `select c.kind, sum(c.amount_minor - coalesce(l.less, 0))::bigint as charged, sum(coalesce(l.paid, 0))::bigint as collected
               from charge c
               left join lateral (
                 select sum(case when e.kind = 'ALLOCATION' then case when e.reverses_id is null then e.amount_minor else -e.amount_minor end end) as paid,
                        sum(case when e.kind = 'CANCELLATION' then e.amount_minor end) as less
                   from ledger_entry e where e.company_id = c.company_id and e.charge_id = c.id and e.booked_day <= $3::date and e.recorded_at < $4::timestamptz) l on true
              where c.company_id = $1 and c.from_day = $2::date and c.due_day < $3::date and c.booked_day <= $3::date and c.recorded_at < $4::timestamptz
                and c.kind in ('PROPERTY_FEE', 'PARKING_FEE') group by c.kind`,
      values: [companyId, at.month, at.known, `${at.known}T24:00:00+08:00`],
      ofProduct: ({ collection }) =>
        Object.fromEntries(collection.map(({ kind, charged, collected }) => [kind, [fen(charged), fen(collected)]])),
      ofRows: (rows) =>
        Object.fromEntries(rows.map(({ kind, charged, collected }) => [kind, [number(charged), number(collected)]])),
    },
    {
      name: 'drill-down',
      title: 'the first page of the items behind one figure',
      query: `{ portfolioScorecard(period: ${period}, metrics: [${RANKED}]) { metrics { rows(first: ${PAGE}) { nodes { subjectId date numerator denominator } } } } }`,
      text: `${accepted(`c.ticket_id, c.estate_id, (c.started_at at time zone 'Asia/Shanghai')::date as day, case when c.state = 'MET' then 1 else 0 end as n`, `order by 2, 3, 1 limit ${PAGE}`)}`,
      values: bounds.slice(0, 3),
      ofProduct: ({ portfolioScorecard: { metrics } }) =>
        Object.fromEntries(metrics[0].rows.nodes.map(({ subjectId, numerator }) => [subjectId, [number(numerator)]])),
      ofRows: (rows) =>
        byKey(
          rows.map((row) => ({ ...row, n: number(row.n) })),
          'ticket_id',
          'n',
        ),
    },
    {
      name: 'ageing',
      title: 'what is open, by age, of all estates',
      query: `{ arrearsAgeing { estate { id } ages { bucket open { amount } } } }`,
      text: `select z.id, ${AGES.map(([name, when]) => `sum(c.open_minor) filter (where ${when}) as ${name}`).join(', ')}
               from charge c join estate z on z.company_id = c.company_id and z.id = c.estate_id
              cross join lateral (select (now() at time zone z.time_zone)::date as day) d where c.company_id = $1 and c.open_minor > 0 group by z.id`,
      values: [companyId],
      ofProduct: ({ arrearsAgeing }) =>
        Object.fromEntries(
          arrearsAgeing.map(({ estate, ages }) => [
            estate.id,
            AGES.map(([name]) => fen(ages.find(({ bucket }) => bucket === name).open)),
          ]),
        ),
      ofRows: (rows) =>
        Object.fromEntries(rows.map((row) => [row.id, AGES.map(([name]) => number(row[name.toLowerCase()]))])),
    },
  ];
}

const AGES = [
  ['NOT_DUE', 'd.day <= c.due_day'],
  ['UP_TO_TWO_MONTHS', `d.day > c.due_day and d.day <= (c.due_day + interval '2 months')::date`],
  [
    'UP_TO_ONE_YEAR',
    `d.day > (c.due_day + interval '2 months')::date and d.day <= (c.due_day + interval '12 months')::date`,
  ],
  ['OVER_ONE_YEAR', `d.day > (c.due_day + interval '12 months')::date`],
];

/** Indexes that serve the statements over the rows and that the product does not have. */
export const INDEXES = [
  'service_clock (company_id, rule, milestone, started_at)',
  'callback (company_id, called_at)',
  'ticket (company_id, completed_at)',
  'ticket (company_id, accepted_at)',
  'ticket (company_id, returned_at)',
  'complaint (company_id, judged_at)',
  'complaint (company_id, replied_at)',
  'clock_entry (company_id, occurred_at)',
  'charge (company_id, from_day)',
];
