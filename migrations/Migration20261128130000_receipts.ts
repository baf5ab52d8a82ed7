import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: vouchers for money received. The numbers of a book are used in their order, each once, whether for a voucher or a
 * spoiled sheet: the database moves the next number, and takes no other. The program may not alter what a voucher says, only
 * that it was taken back.
 */
export class Migration20261128130000_receipts extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...KEEPING]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['receipt', 'receipt_book']) this.addSql(`drop table if exists "${table}"`);
    for (const name of FUNCTIONS) this.addSql(`drop function if exists ${name}`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${name}" check (${expression})`;

const TABLES = [
  `create table "receipt_book" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "kind" text not null, "prefix" text not null, "digits" int not null, "first_number" bigint not null, "last_number" bigint not null, "next_number" bigint not null, "holder_id" uuid not null, "drawn_at" timestamptz not null, "drawn_from_id" uuid not null, "returned_at" timestamptz null, "returned_to_id" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  words('receipt_book', 'kind', ['RECEIPT', 'INVOICE']),
  holds(
    'receipt_book',
    'receipt_book_range',
    'first_number >= 0 and last_number between first_number and first_number + 9999',
  ),
  holds('receipt_book', 'receipt_book_next_in_range', 'next_number between first_number and last_number + 1'),
  holds('receipt_book', 'receipt_book_returned_whole', '(returned_at is null) = (returned_to_id is null)'),
  holds('receipt_book', 'receipt_book_two_people', 'holder_id <> drawn_from_id'),
  `create index "receipt_book_company_estate_idx" on "receipt_book" ("company_id", "estate_id", "id")`,
  `create index "receipt_book_company_range_idx" on "receipt_book" ("company_id", "kind", "prefix", "digits", "first_number")`,
  `create table "receipt" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "kind" text not null, "state" text not null, "book_id" uuid null, "number_in_book" bigint null, "number" text not null, "payment_id" uuid null, "payer_id" uuid null, "amount_minor" bigint null, "currency" text null, "stamp" text null, "buyer_title" text null, "tax_id" text null, "spoil_reason" text null, "issued_at" timestamptz not null, "issued_by_id" uuid not null, "cancelled_at" timestamptz null, "cancelled_by_id" uuid null, "cancel_reason" text null, "red_letter_number" text null, "version" int not null, primary key ("company_id", "id"))`,
  words('receipt', 'kind', ['RECEIPT', 'INVOICE', 'E_INVOICE']),
  words('receipt', 'state', ['ISSUED', 'CANCELLED', 'SPOILED', 'RED_LETTERED']),
  words('receipt', 'currency', ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD']),
  words('receipt', 'stamp', ['CASH_RECEIVED', 'BANK_RECEIVED']),
  words('receipt', 'spoil_reason', ['MISPRINTED', 'TORN', 'LOST', 'MISSING_IN_BOOK']),
  words('receipt', 'cancel_reason', ['WRONG_AMOUNT', 'WRONG_BUYER', 'EXCHANGED', 'PAYMENT_REVERSED', 'OTHER']),
  holds(
    'receipt',
    'receipt_paper_or_outside',
    `(kind = 'E_INVOICE') = (book_id is null) and (book_id is null) = (number_in_book is null)`,
  ),
  holds(
    'receipt',
    'receipt_spoiled_or_paid',
    `(state = 'SPOILED') = (payment_id is null) and (state = 'SPOILED') = (spoil_reason is not null) and num_nulls(payment_id, payer_id, amount_minor, currency) in (0, 4)`,
  ),
  holds('receipt', 'receipt_stamped', `(stamp is not null) = (book_id is not null and payment_id is not null)`),
  holds(
    'receipt',
    'receipt_taken_back_whole',
    `(state in ('CANCELLED', 'RED_LETTERED')) = (cancelled_at is not null) and num_nulls(cancelled_at, cancelled_by_id, cancel_reason) in (0, 3)`,
  ),
  holds(
    'receipt',
    'receipt_red_letter',
    `(state = 'RED_LETTERED') = (red_letter_number is not null) and (state <> 'RED_LETTERED' or kind = 'E_INVOICE') and (state <> 'CANCELLED' or kind <> 'E_INVOICE')`,
  ),
  `alter table "receipt" add constraint "receipt_company_number_key" unique ("company_id", "kind", "number")`,
  `create index "receipt_company_estate_idx" on "receipt" ("company_id", "estate_id", "id")`,
  `create index "receipt_company_book_idx" on "receipt" ("company_id", "book_id", "number_in_book")`,
  `create index "receipt_company_payer_idx" on "receipt" ("company_id", "payer_id", "id")`,
  `create index "receipt_company_payment_idx" on "receipt" ("company_id", "payment_id", "id")`,
  `create unique index "receipt_company_standing_key" on "receipt" ("company_id", "payment_id") where state = 'ISSUED'`,
  `create unique index "receipt_company_red_letter_key" on "receipt" ("company_id", "red_letter_number") where red_letter_number is not null`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('receipt_book', 'estate', 'estate_id', 'estate'),
  key('receipt_book', 'holder', 'holder_id', 'staff'),
  key('receipt_book', 'drawn_from', 'drawn_from_id', 'staff'),
  key('receipt_book', 'returned_to', 'returned_to_id', 'staff'),
  key('receipt', 'estate', 'estate_id', 'estate'),
  key('receipt', 'book', 'book_id', 'receipt_book'),
  key('receipt', 'payment', 'payment_id', 'payment'),
  key('receipt', 'payer', 'payer_id', 'customer'),
];

const FENCE = [...fenceOf('receipt_book', 'STAFF'), ...fenceOf('receipt', 'PAYER_READS')];

const ASKED = ['receipt_range_is_out(text, text, int, bigint, bigint)', 'receipt_invoice_is_known(text)'];
const FUNCTIONS = ['receipt_take_number()', ...ASKED];
const KEEPING = [
  `revoke update, delete on "receipt_book", "receipt" from guanjia_api`,
  `grant update (returned_at, returned_to_id, version) on "receipt_book" to guanjia_api`,
  // Who an invoice was made out to is a person's name, which an erasure may take away.
  `grant update (state, cancelled_at, cancelled_by_id, cancel_reason, red_letter_number, buyer_title, version) on "receipt" to guanjia_api`,
  // Numbers are the company's, and the asker may see one estate: these two tell whether a number is out, and nothing else.
  `create function receipt_range_is_out(of_kind text, of_prefix text, of_digits int, from_number bigint, to_number bigint) returns boolean
     language sql stable security definer set search_path = pg_catalog, public as $$
   select exists (
     select 1 from receipt_book
      where company_id = nullif(current_setting('app.company', true), '')::uuid and kind = of_kind and prefix = of_prefix
        and digits = of_digits and first_number <= to_number
        and case when returned_at is null then last_number else next_number - 1 end >= from_number) $$`,
  `create function receipt_invoice_is_known(of_number text) returns boolean
     language sql stable security definer set search_path = pg_catalog, public as $$
   select exists (
     select 1 from receipt
      where company_id = nullif(current_setting('app.company', true), '')::uuid and kind = 'E_INVOICE'
        and (number = of_number or red_letter_number = of_number)) $$`,
  ...ASKED.flatMap((name) => [
    `revoke execute on function ${name} from public`,
    `grant execute on function ${name} to guanjia_api`,
  ]),
  `create function receipt_take_number() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
   begin
     update receipt_book
        set next_number = next_number + 1, version = version + 1
      where company_id = new.company_id and id = new.book_id and estate_id = new.estate_id and kind = new.kind
        and next_number = new.number_in_book and next_number <= last_number and returned_at is null;
     if not found then
       raise exception 'receipt: the number is not the next of the book' using errcode = 'check_violation', constraint = 'receipt_next_of_book';
     end if;
     return null;
   end $$`,
  `create trigger receipt_take_number after insert on "receipt" for each row when (new.book_id is not null) execute function receipt_take_number()`,
];
