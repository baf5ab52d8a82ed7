import { Migration } from '@mikro-orm/migrations';

/**
 * Why: each entry moved its charge and its payment by itself, and a row that is moved is written anew with every index of it:
 * a payment of six charges was written seven times, and half of the time in which many entries are booked went there. The
 * entries of one statement now move each line once. They are taken as if one came after the other, in their order: on no
 * day between two of them may more be paid than is owed, or used than is there.
 */
export class Migration20261202100000_entries_of_a_statement extends Migration {
  override up(): void {
    this.addSql(`drop trigger ledger_entry_book on "ledger_entry"`);
    this.addSql(`drop function ledger_book_entry()`);
    this.addSql(BOOK_STATEMENT);
    this.addSql(
      `create trigger ledger_entry_book after insert on "ledger_entry" referencing new table as fresh for each statement execute function ledger_book_entries()`,
    );
  }

  override down(): void {
    this.addSql(`drop trigger ledger_entry_book on "ledger_entry"`);
    this.addSql(`drop function ledger_book_entries()`);
    this.addSql(BOOK_ENTRY);
    this.addSql(
      `create trigger ledger_entry_book after insert on "ledger_entry" for each row execute function ledger_book_entry()`,
    );
  }
}

const raise = (message: string, constraint: string): string =>
  `raise exception 'ledger: ${message}' using errcode = 'check_violation', constraint = '${constraint}';`;
const NOT_WHOLE = raise('an entry is taken back whole and once', 'ledger_entry_whole');
const NO_CHARGE = raise('the charge is of another account, or was moved later', 'ledger_entry_charge_account');
const NO_PAYMENT = raise(
  'the payment is of another account, was moved later, or is reversed',
  'ledger_entry_payment_account',
);

const WHOLE = (e: string): string => `exists (
       select from ledger_entry r
        where r.company_id = ${e}.company_id and r.id = ${e}.reverses_id and r.reverses_id is null and r.kind = ${e}.kind
          and r.charge_id is not distinct from ${e}.charge_id and r.payment_id is not distinct from ${e}.payment_id
          and r.amount_minor = ${e}.amount_minor)`;

/** What an entry pays of its charge. */
const PAID = (e: string): string => `case when ${e}.kind = 'ALLOCATION' then -${e}.charge_effect_minor else 0 end`;

/**
 * The entries of the statement that have a side, each with what they come to up to it, on the line and in their order; then
 * what all of them come to for a line, by its key, so that those who move the same lines do so in the same order.
 */
const SIDES = (side: string, soFar: string, come: string): string => `line as (
       select e.*, lag(e.booked_day) over w > e.booked_day as earlier, ${soFar}
         from (select row_number() over () as n, f.* from fresh f) e where e.${side} is not null
       window w as (partition by e.company_id, e.${side} order by e.n)
     ), moved as (
       select company_id, ${side}, estate_id, payer_id, currency, count(*)::int as times, min(booked_day) as first_day,
              max(booked_day) as last_day, coalesce(bool_or(earlier), false) as earlier, ${come}
         from line group by 1, 2, 3, 4, 5 order by 1, 2
     )`;

/** Each is met by the line of its own account, which was not moved later. */
const MEETS = (line: string, side: string): string =>
  `${line}.company_id = m.company_id and ${line}.id = m.${side} and ${line}.estate_id = m.estate_id and ${line}.payer_id = m.payer_id
          and ${line}.currency = m.currency and ${line}.last_day <= m.first_day and not m.earlier`;

const CHARGES = `with ${SIDES(
  'charge_id',
  `sum(e.charge_effect_minor) over w as open_so_far, sum(${PAID('e')}) over w as paid_so_far`,
  `sum(charge_effect_minor)::bigint as opens, min(open_so_far)::bigint as least_open, sum(${PAID('line')})::bigint as pays,
              min(paid_so_far)::bigint as least_paid, max(recorded_at) filter (where kind = 'CANCELLATION') as cancelled_at`,
)}, met as (
       update charge c
          set open_minor = c.open_minor + m.opens, paid_minor = c.paid_minor + m.pays,
              cancelled_at = coalesce(m.cancelled_at, c.cancelled_at), last_day = m.last_day, version = c.version + m.times
         from moved m
        where ${MEETS('c', 'charge_id')}
       returning case when c.open_minor - m.opens + m.least_open < 0 then 'charge_open_not_negative'
                      when c.paid_minor - m.pays + m.least_paid < 0 then 'charge_paid_not_negative' end as beyond
     )
     select (select count(*) from moved), count(*), max(met.beyond) into all_lines, met_lines, beyond from met;`;

const PAYMENTS = `with ${SIDES(
  'payment_id',
  `sum(e.payment_effect_minor) over w as free_so_far, e.kind = 'PAYMENT_REVERSAL' and lead(e.n) over w is not null as used_after`,
  `sum(payment_effect_minor)::bigint as frees, min(free_so_far)::bigint as least, max(free_so_far)::bigint as most,
              bool_or(used_after) as used_after, max(recorded_at) filter (where kind = 'PAYMENT_REVERSAL') as reversed_at,
              max(amount_minor) filter (where kind = 'PAYMENT_REVERSAL') as reversed_minor`,
)}, met as (
       update payment p
          set free_minor = p.free_minor + m.frees, reversed_at = m.reversed_at, last_day = m.last_day, version = p.version + m.times
         from moved m
        where ${MEETS('p', 'payment_id')}
          and p.reversed_at is null and not m.used_after and (m.reversed_minor is null or p.amount_minor = m.reversed_minor)
       returning case when p.free_minor - m.frees + m.least < 0 or p.free_minor - m.frees + m.most > p.amount_minor
                      then 'payment_free_within_amount' end as beyond
     )
     select (select count(*) from moved), count(*), max(met.beyond) into all_lines, met_lines, beyond from met;`;

const BEYOND = `if beyond is not null then
       raise exception 'ledger: between two entries, %', beyond using errcode = 'check_violation', constraint = beyond;
     end if;`;

/** The owner's function that moves both sides of the entries of a statement; lines are found by their keys, however few there are. */
const BOOK_STATEMENT = `create function ledger_book_entries() returns trigger language plpgsql security definer
     set search_path = pg_catalog, public set enable_hashjoin = off set enable_mergejoin = off as $$
   declare
     all_lines int;
     met_lines int;
     beyond text;
   begin
     if exists (select from fresh e where e.reverses_id is not null and not ${WHOLE('e')}) then
       ${NOT_WHOLE}
     end if;
     ${CHARGES}
     if met_lines <> all_lines then
       ${NO_CHARGE}
     end if;
     ${BEYOND}
     ${PAYMENTS}
     if met_lines <> all_lines then
       ${NO_PAYMENT}
     end if;
     ${BEYOND}
     return null;
   end $$`;

const BOOK_ENTRY = `create function ledger_book_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
   begin
     if new.reverses_id is not null and not ${WHOLE('new')} then
       ${NOT_WHOLE}
     end if;
     if new.charge_id is not null then
       update charge
          set open_minor = open_minor + new.charge_effect_minor, paid_minor = paid_minor + ${PAID('new')},
              cancelled_at = case when new.kind = 'CANCELLATION' then new.recorded_at else cancelled_at end,
              last_day = new.booked_day, version = version + 1
        where company_id = new.company_id and id = new.charge_id and estate_id = new.estate_id
          and payer_id = new.payer_id and currency = new.currency and last_day <= new.booked_day;
       if not found then
         ${NO_CHARGE}
       end if;
     end if;
     if new.payment_id is not null then
       update payment
          set free_minor = free_minor + new.payment_effect_minor,
              reversed_at = case when new.kind = 'PAYMENT_REVERSAL' then new.recorded_at else reversed_at end,
              last_day = new.booked_day, version = version + 1
        where company_id = new.company_id and id = new.payment_id and estate_id = new.estate_id
          and payer_id = new.payer_id and currency = new.currency and last_day <= new.booked_day
          and reversed_at is null and (new.kind <> 'PAYMENT_REVERSAL' or amount_minor = new.amount_minor);
       if not found then
         ${NO_PAYMENT}
       end if;
     end if;
     return null;
   end $$`;
