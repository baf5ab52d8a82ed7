/** Months of charges, and the kinds of each. */
const MONTHS = 24;
const KINDS = ['PROPERTY_FEE', 'PARKING_FEE'];

/**
 * Fills the books of a company: two charges a month for every home over two years, nine in ten paid within the month, most
 * of the rest later, and a tail that is open. Written past the triggers, as they would have left it.
 */
export async function fillBooks(client, company) {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(
    `create temp table billed on commit drop as
     select uuidv7() as id, uuidv7() as payment_id, o.estate_id, o.unit_id, o.customer_id, k.kind, m.month::date as from_day,
            (m.month + interval '1 month')::date as until_day, (m.month + interval '27 days')::date as due_day,
            10000 + (h.n % 300) * 100 as amount, h.n,
            case when h.n % 10 > 0 then (m.month + make_interval(days => (h.n % 27)::int))::date
                 when h.n % 40 > 0 then (m.month + interval '70 days')::date end as paid_on
       from (select o.*, hashint8(row_number() over (order by o.id))::bigint & 2147483647 as n from occupancy o where o.company_id = $1) o
      cross join unnest($2::text[]) as k (kind)
      cross join lateral (select date_trunc('month', now()) - make_interval(months => g) as month from generate_series(0, $3::int - 1) as g) m
      cross join lateral (select (o.n + extract(epoch from m.month)::bigint / 86400) % 1000 as n) h`,
    [company, KINDS, MONTHS],
  );
  await client.query('delete from billed where from_day > current_date');
  await client.query('update billed set paid_on = null where paid_on > current_date');
  await client.query(
    `insert into charge (company_id, id, estate_id, payer_id, unit_id, kind, source, from_day, until_day, due_day, amount_minor,
                         currency, booked_day, recorded_at, open_minor, paid_minor, last_day, version)
     select $1, id, estate_id, customer_id, unit_id, kind, 'RAISED', from_day, until_day, due_day, amount, 'CNY', from_day, from_day,
            case when paid_on is null then amount else 0 end, case when paid_on is null then 0 else amount end,
            coalesce(paid_on, from_day), case when paid_on is null then 1 else 2 end from billed`,
    [company],
  );
  await client.query(
    `insert into payment (company_id, id, estate_id, payer_id, unit_id, method, amount_minor, currency, booked_day, recorded_at,
                          free_minor, last_day, version)
     select $1, payment_id, estate_id, customer_id, unit_id, (array['CASH', 'WECHAT', 'TRANSFER'])[1 + n % 3], amount, 'CNY', paid_on,
            paid_on, 0, paid_on, 2 from billed where paid_on is not null`,
    [company],
  );
  await client.query(
    `insert into ledger_entry (company_id, id, estate_id, payer_id, unit_id, kind, charge_id, payment_id, amount_minor, currency,
                               booked_day, recorded_at)
     select $1, uuidv7(), estate_id, customer_id, unit_id, 'ALLOCATION', id, payment_id, amount, 'CNY', paid_on, paid_on
       from billed where paid_on is not null`,
    [company],
  );
  for (const grain of ['DAY', 'MONTH'])
    await client.query(
      `insert into metric_sum (company_id, grain, start_day, metric, estate_id, part, reason, segment, ripe_day, numerator, denominator)
       select $1, $2, from_day, 'FEE_COLLECTION', estate_id, p.part, '', kind, due_day,
              sum(case when p.part = 'COUNTED' and paid_on is not null then amount else 0 end), sum(case when p.part = 'COUNTED' then amount else 1 end)
         from billed cross join (values ('COUNTED'), ('PENDING')) p (part) group by from_day, estate_id, p.part, kind, due_day`,
      [company, grain],
    );
  await client.query('commit');
  await client.query('vacuum analyze charge, payment, ledger_entry, metric_sum');
}
