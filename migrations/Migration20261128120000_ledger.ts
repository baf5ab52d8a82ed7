import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what customers owe and pay. Charges, payments and the entries between them are only added; what is open of a charge
 * and free of a payment is kept here, by the entries alone, and never below zero: nothing is paid beyond what is owed, and
 * no money is used twice, whoever writes at the same time. The program may neither alter nor remove a line.
 */
export class Migration20261128120000_ledger extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...KEEPING]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['ledger_entry', 'payment', 'charge']) this.addSql(`drop table if exists "${table}"`);
    for (const name of ['ledger_begin_charge', 'ledger_begin_payment', 'ledger_book_entry'])
      this.addSql(`drop function if exists ${name}()`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${name}" check (${expression})`;

const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'];
const CHARGE_KINDS = [
  'PROPERTY_FEE',
  'PARKING_FEE',
  'PARKING_SERVICE_FEE',
  'SPACE_RENT',
  'SHORT_STAY_PARKING',
  'PARKING_CARD_FEE',
  'CARD_RENTAL',
  'WATER',
  'ELECTRICITY',
  'SHARED_UTILITIES',
  'SPECIAL_SERVICE',
  'REPAIR',
  'RENOVATION_WASTE',
  'RENOVATION_LITTERING',
  'TEMPORARY_PASS',
  'CARD_REPLACEMENT',
  'MOVE_IN',
  'PENALTY',
  'LATE_FEE',
];
const OF_CHARGE = ['ALLOCATION', 'INCREASE', 'REDUCTION', 'WAIVER', 'WRITE_OFF', 'TRANSFER', 'CANCELLATION'];
const OF_PAYMENT = ['ALLOCATION', 'REFUND', 'PAYMENT_REVERSAL', 'CHANNEL_FEE'];
const ENTRY_KINDS = [...OF_CHARGE, 'REFUND', 'PAYMENT_REVERSAL', 'CHANNEL_FEE'];
const FINAL = ['TRANSFER', 'CANCELLATION', 'PAYMENT_REVERSAL', 'CHANNEL_FEE'];
const REDUCING = ['ALLOCATION', 'REDUCTION', 'WAIVER', 'WRITE_OFF', 'TRANSFER', 'CANCELLATION'];
const USING = ['ALLOCATION', 'REFUND', 'PAYMENT_REVERSAL'];
const SIGN = 'case when reverses_id is null then 1 else -1 end';

const TABLES = [
  `create table "charge" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "unit_id" uuid null, "kind" text not null, "source" text not null, "origin_id" uuid null, "from_day" date not null, "until_day" date not null, "due_day" date not null, "amount_minor" bigint not null, "currency" text not null, "note" text null, "booked_day" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid null, "open_minor" bigint not null, "paid_minor" bigint not null, "last_day" date not null, "version" int not null, primary key ("company_id", "id"))`,
  words('charge', 'kind', CHARGE_KINDS),
  words('charge', 'source', ['RAISED', 'TRANSFERRED']),
  words('charge', 'currency', CURRENCIES),
  holds('charge', 'charge_amount_positive', 'amount_minor > 0'),
  holds('charge', 'charge_open_not_negative', 'open_minor >= 0'),
  holds('charge', 'charge_paid_not_negative', 'paid_minor >= 0'),
  holds(
    'charge',
    'charge_within_month',
    `until_day > from_day and until_day <= (date_trunc('month', from_day::timestamp) + interval '1 month')::date`,
  ),
  `create index "charge_company_estate_idx" on "charge" ("company_id", "estate_id", "id")`,
  `create index "charge_company_payer_idx" on "charge" ("company_id", "payer_id", "booked_day", "id")`,
  `create index "charge_company_unit_idx" on "charge" ("company_id", "unit_id", "booked_day", "id")`,
  `create index "charge_company_origin_idx" on "charge" ("company_id", "origin_id")`,
  `create index "charge_company_open_idx" on "charge" ("company_id", "payer_id", "due_day", "id") where open_minor > 0`,
  `create table "payment" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "unit_id" uuid null, "method" text not null, "amount_minor" bigint not null, "currency" text not null, "reference" text null, "booked_day" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid null, "free_minor" bigint not null, "last_day" date not null, "reversed_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('payment', 'method', ['CASH', 'POS', 'TRANSFER', 'WECHAT', 'ALIPAY', 'CHEQUE', 'BANK_WITHHOLDING']),
  words('payment', 'currency', CURRENCIES),
  holds('payment', 'payment_amount_positive', 'amount_minor > 0'),
  holds('payment', 'payment_free_within_amount', 'free_minor between 0 and amount_minor'),
  holds('payment', 'payment_reversed_is_used_up', 'reversed_at is null or free_minor = 0'),
  `create index "payment_company_estate_idx" on "payment" ("company_id", "estate_id", "id")`,
  `create index "payment_company_payer_idx" on "payment" ("company_id", "payer_id", "booked_day", "id")`,
  `create index "payment_company_unit_idx" on "payment" ("company_id", "unit_id", "booked_day", "id")`,
  `create index "payment_company_free_idx" on "payment" ("company_id", "payer_id", "id") where free_minor > 0`,
  `create unique index "payment_company_reference_key" on "payment" ("company_id", "method", "reference") where reference is not null and reversed_at is null`,
  `create table "ledger_entry" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "unit_id" uuid null, "kind" text not null, "charge_id" uuid null, "payment_id" uuid null, "amount_minor" bigint not null, "currency" text not null, "reverses_id" uuid null, "reason" text null, "booked_day" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid null, "charge_effect_minor" bigint generated always as (case when kind in ('INCREASE') then 1 when kind in (${list(REDUCING)}) then -1 else 0 end * ${SIGN} * amount_minor) stored, "payment_effect_minor" bigint generated always as (case when kind in (${list(USING)}) then -1 else 0 end * ${SIGN} * amount_minor) stored, primary key ("company_id", "id"))`,
  words('ledger_entry', 'kind', ENTRY_KINDS),
  words('ledger_entry', 'currency', CURRENCIES),
  words('ledger_entry', 'reason', [
    'WRONG_AMOUNT',
    'WRONG_PAYER',
    'WRONG_CHARGE',
    'DUPLICATE',
    'RETURNED_BY_BANK',
    'OTHER',
  ]),
  holds('ledger_entry', 'ledger_entry_amount_positive', 'amount_minor > 0'),
  holds(
    'ledger_entry',
    'ledger_entry_has_sides',
    `(charge_id is not null) = (kind in (${list(OF_CHARGE)})) and (payment_id is not null) = (kind in (${list(OF_PAYMENT)}))`,
  ),
  holds('ledger_entry', 'ledger_entry_reversible', `reverses_id is null or kind not in (${list(FINAL)})`),
  `alter table "ledger_entry" add constraint "ledger_entry_company_reverses_key" unique ("company_id", "reverses_id")`,
  `create index "ledger_entry_company_estate_idx" on "ledger_entry" ("company_id", "estate_id", "id")`,
  `create index "ledger_entry_company_payer_idx" on "ledger_entry" ("company_id", "payer_id", "booked_day", "id")`,
  `create index "ledger_entry_company_charge_idx" on "ledger_entry" ("company_id", "charge_id", "id")`,
  `create index "ledger_entry_company_payment_idx" on "ledger_entry" ("company_id", "payment_id", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...['charge', 'payment', 'ledger_entry'].flatMap((table) => [
    key(table, 'estate', 'estate_id', 'estate'),
    key(table, 'payer', 'payer_id', 'customer'),
    key(table, 'unit', 'unit_id', 'unit'),
  ]),
  key('charge', 'origin', 'origin_id', 'charge'),
  key('ledger_entry', 'charge', 'charge_id', 'charge'),
  key('ledger_entry', 'payment', 'payment_id', 'payment'),
  key('ledger_entry', 'reversed', 'reverses_id', 'ledger_entry'),
];

const is = (name: string, value: string): string => `(select current_setting('app.${name}', true) = '${value}')`;
const uuid = (name: string): string => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;
const company = `company_id = ${uuid('company')}`;
const estates = `estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))`;
const write = `${company} and (${is('audience', 'staff')} and (${is('all_estates', 'on')} or ${estates}))`;
const read = `${company} and (${is('audience', 'resident')} and payer_id = ${uuid('customer')})`;
const FENCE = ['charge', 'payment', 'ledger_entry'].flatMap((table) => [
  `alter table "${table}" enable row level security`,
  `alter table "${table}" force row level security`,
  `create policy "${table}_api" on "${table}" to "guanjia_api" using (${write}) with check (${write})`,
  `create policy "${table}_read" on "${table}" for select to "guanjia_api" using (${read})`,
  `create policy "${table}_owner" on "${table}" to "guanjia_owner" using (true) with check (true)`,
  `grant select, insert on "${table}" to guanjia_api`,
]);

const KEEPING = [
  // The words beside a charge are all that an erasure may take away.
  `grant update (note) on "charge" to guanjia_api`,
  `create function ledger_begin_charge() returns trigger language plpgsql set search_path = pg_catalog, public as $$
   begin
     new.open_minor := new.amount_minor;
     new.paid_minor := 0;
     new.last_day := new.booked_day;
     new.version := 1;
     return new;
   end $$`,
  `create trigger charge_begin before insert on "charge" for each row execute function ledger_begin_charge()`,
  `create function ledger_begin_payment() returns trigger language plpgsql set search_path = pg_catalog, public as $$
   begin
     new.free_minor := new.amount_minor;
     new.last_day := new.booked_day;
     new.reversed_at := null;
     new.version := 1;
     return new;
   end $$`,
  `create trigger payment_begin before insert on "payment" for each row execute function ledger_begin_payment()`,
  // The owner's function moves both sides; each of them must be of the same account and currency, and not be moved earlier
  // than it was moved last. Their rows are locked by it, and their checks say no where more would be taken than is there.
  `create function ledger_book_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
   begin
     if new.reverses_id is not null and not exists (
       select 1 from ledger_entry r
        where r.company_id = new.company_id and r.id = new.reverses_id and r.reverses_id is null and r.kind = new.kind
          and r.charge_id is not distinct from new.charge_id and r.payment_id is not distinct from new.payment_id
          and r.amount_minor = new.amount_minor)
     then
       raise exception 'ledger: an entry is taken back whole and once' using errcode = 'check_violation', constraint = 'ledger_entry_whole';
     end if;
     if new.charge_id is not null then
       update charge
          set open_minor = open_minor + new.charge_effect_minor,
              paid_minor = paid_minor - case when new.kind = 'ALLOCATION' then new.charge_effect_minor else 0 end,
              last_day = new.booked_day, version = version + 1
        where company_id = new.company_id and id = new.charge_id and estate_id = new.estate_id
          and payer_id = new.payer_id and currency = new.currency and last_day <= new.booked_day;
       if not found then
         raise exception 'ledger: the charge is of another account, or was moved later' using errcode = 'check_violation', constraint = 'ledger_entry_charge_account';
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
         raise exception 'ledger: the payment is of another account, was moved later, or is reversed' using errcode = 'check_violation', constraint = 'ledger_entry_payment_account';
       end if;
     end if;
     return null;
   end $$`,
  `create trigger ledger_entry_book after insert on "ledger_entry" for each row execute function ledger_book_entry()`,
];
