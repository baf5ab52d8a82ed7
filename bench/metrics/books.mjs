import { withValues } from './tickets.mjs';

/** What every home is charged each month. */
const KINDS = ['PROPERTY_FEE', 'PARKING_FEE'];

/**
 * What a month's charges came to, home by home: nine in ten are paid within the month and all at once, most of the rest 70 days
 * later, and a tail is open. One home in a thousand has its charges cancelled, and of one the bank sends the payment back. One
 * payment in fifty is entered days after it is booked. `n` is drawn from the home and the month.
 */
const BILLED = `
create temp table billed on commit drop as
select h.estate_id, h.unit_id, h.customer_id, d.n, x.paid_on, d.n % 1000 = 1 as cancelled, d.n % 1000 = 2 and x.paid_on < current_date - 10 as sent_back,
       (x.paid_on + time '02:00') at time zone 'UTC' + case when d.n % 50 = 3 and x.paid_on < current_date - 10 then interval '8 days' else interval '0' end as entered_at,
       uuidv7((x.paid_on + time '02:00') at time zone 'UTC' - now()) as payment_id,
       uuidv7(($2::date + time '02:00') at time zone 'UTC' - now()) as fee_id, uuidv7(($2::date + time '02:00') at time zone 'UTC' - now()) as parking_id,
       10000 + (d.n % 300) * 100 as amount, $2::date + 27 as due_day
  from home h
 cross join lateral (select hashint8extended(h.serial * 100 + $3::int, 9) & 2147483647 as n) d
 cross join lateral (select case when d.n % 1000 = 1 then null when d.n % 10 > 0 then ($2::date + (d.n / 1000 % 27)::int)
                                 when d.n % 40 > 0 then $2::date + 70 end as day) t
 cross join lateral (select case when t.day < current_date then t.day end as paid_on) x`;

const CHARGES = `
insert into charge (company_id, id, estate_id, payer_id, unit_id, kind, source, from_day, until_day, due_day, amount_minor, currency, booked_day, recorded_at,
                    open_minor, paid_minor, last_day, version, cancelled_at)
select $1, k.id, b.estate_id, b.customer_id, b.unit_id, k.kind, 'RAISED', $2::date, ($2::date + interval '1 month')::date, b.due_day, b.amount, 'CNY', $2::date,
       ($2::date + time '02:00') at time zone 'UTC', case when s.paid or b.cancelled then 0 else b.amount end, case when s.paid then b.amount else 0 end,
       case when b.cancelled then $2::date + 1 when b.sent_back then b.paid_on + 5 else coalesce(b.paid_on, $2::date) end,
       case when b.cancelled then 2 when b.sent_back then 3 when s.paid then 2 else 1 end,
       case when b.cancelled then ($2::date + time '02:00') at time zone 'UTC' + interval '1 day' end
  from billed b
 cross join lateral (select b.paid_on is not null and not b.sent_back as paid) s
 cross join lateral (values ('${KINDS[0]}', b.fee_id), ('${KINDS[1]}', b.parking_id)) k (kind, id)`;

const PAYMENTS = `
insert into payment (company_id, id, estate_id, payer_id, unit_id, method, amount_minor, currency, booked_day, recorded_at, free_minor, last_day, version, reversed_at)
select $1, payment_id, estate_id, customer_id, unit_id, (array['WECHAT', 'ALIPAY', 'TRANSFER', 'CASH'])[1 + n % 4], amount * 2, 'CNY', paid_on, entered_at, 0,
       case when sent_back then paid_on + 5 else paid_on end, case when sent_back then 6 else 3 end, case when sent_back then entered_at + interval '5 days' end
  from billed where paid_on is not null`;

/** Money settles both charges; where the bank sends it back, that is taken back, and then the payment. */
const ENTRIES = `
with allocated as (
  select b.*, k.charge_id, uuidv7(b.entered_at - now()) as entry_id
    from billed b cross join lateral (values (b.fee_id), (b.parking_id)) k (charge_id) where b.paid_on is not null)
insert into ledger_entry (company_id, id, estate_id, payer_id, unit_id, kind, charge_id, payment_id, amount_minor, currency, reverses_id, reason, booked_day, recorded_at)
select $1::uuid, entry_id, estate_id, customer_id, unit_id, 'ALLOCATION', charge_id, payment_id, amount, 'CNY', null::uuid, null, paid_on, entered_at from allocated
union all
select $1::uuid, uuidv7(entered_at + interval '5 days' - now()), estate_id, customer_id, unit_id, 'ALLOCATION', charge_id, payment_id, amount, 'CNY', entry_id, 'RETURNED_BY_BANK', paid_on + 5,
       entered_at + interval '5 days' from allocated where sent_back
union all
select $1::uuid, uuidv7(entered_at + interval '5 days 1 second' - now()), estate_id, customer_id, unit_id, 'PAYMENT_REVERSAL', null, payment_id, amount * 2, 'CNY', null, 'RETURNED_BY_BANK',
       paid_on + 5, entered_at + interval '5 days' from billed where sent_back
union all
select $1::uuid, uuidv7(($2::date + time '02:00') at time zone 'UTC' + interval '1 day' - now()), estate_id, customer_id, unit_id, 'CANCELLATION', k.charge_id, null, amount, 'CNY', null,
       'WRONG_CHARGE', $2::date + 1, ($2::date + time '02:00') at time zone 'UTC' + interval '1 day'
  from billed cross join lateral (values (fee_id), (parking_id)) k (charge_id) where cancelled`;

/**
 * Fills a month of the books: charges, payments and the entries between them, in a transaction, past the triggers, as they would
 * have left them.
 * @param month {first, index}: its first day, and its place in the window
 */
export async function fillMonthOfBooks(client, { companyId, month }) {
  await client.query('begin');
  for (const text of [BILLED, CHARGES, PAYMENTS, ENTRIES])
    await client.query(...withValues(text, [companyId, month.first, month.index]));
  await client.query('commit');
}
