import { sql } from 'kysely';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { Currency } from '../../domain/money/money.js';

/** Money that came, or went below zero, in a shift. */
interface MoneyOfShift {
  readonly estateId: string;
  readonly what: 'PAYMENT' | 'DEPOSIT' | 'REFUND' | 'PAYMENT_REFUND';
  readonly method: PaymentMethod;
  readonly currency: Currency;
  readonly amountMinor: number;
}

/** Counts and sums of money of a shift with the alias `m`, for a group of a method. */
export const sumsByMethod = [
  sql<number>`count(*) filter (where m.what = 'PAYMENT')::int`.as('payments'),
  sql<number>`count(*) filter (where m.what = 'DEPOSIT')::int`.as('deposits'),
  sql<number>`count(*) filter (where m.what = 'REFUND')::int`.as('refunds'),
  sql<number>`count(*) filter (where m.what = 'PAYMENT_REFUND')::int`.as('paymentRefunds'),
  sql<number>`sum(m."amountMinor")::float8`.as('amountMinor'),
];

/** What stands on sheets: payments and deposits that came, deposits and parts of payments that went. */
export const moneyOnSheets = (companyId: string, sheetIds: readonly string[]) =>
  sql<MoneyOfShift & { sheetId: string }>`(
    select i.sheet_id as "sheetId", p.estate_id as "estateId", 'PAYMENT' as what, p.method, p.currency, p.amount_minor as "amountMinor"
      from handover_item i join payment p on p.company_id = i.company_id and p.id = i.payment_id
     where i.company_id = ${companyId} and i.sheet_id = any(${[...sheetIds]}::uuid[])
    union all
    select i.sheet_id, d.estate_id, 'DEPOSIT', d.method, d.currency, d.amount_minor
      from handover_item i join deposit d on d.company_id = i.company_id and d.id = i.deposit_id
     where i.company_id = ${companyId} and i.sheet_id = any(${[...sheetIds]}::uuid[])
    union all
    select i.sheet_id, d.estate_id, 'REFUND', d.refund_method, d.currency, -d.refund_minor
      from handover_item i join deposit d on d.company_id = i.company_id and d.id = i.refunded_deposit_id
     where i.company_id = ${companyId} and i.sheet_id = any(${[...sheetIds]}::uuid[])
    union all
    select i.sheet_id, f.estate_id, 'PAYMENT_REFUND', f.method, f.currency, -f.amount_minor
      from handover_item i join payment_refund f on f.company_id = i.company_id and f.id = i.payment_refund_id
     where i.company_id = ${companyId} and i.sheet_id = any(${[...sheetIds]}::uuid[]))`.as<'m'>('m');

/** What somebody has taken and given back on an estate that stands on no sheet. */
export const moneyOnNoSheet = (companyId: string, cashierId: string, estateId: string) =>
  sql<MoneyOfShift>`(
    select p.estate_id as "estateId", 'PAYMENT' as what, p.method, p.currency, p.amount_minor as "amountMinor" from payment p
     where p.company_id = ${companyId} and p.recorded_by = ${cashierId} and p.estate_id = ${estateId}::uuid and p.reversed_at is null
       and not exists (select 1 from handover_item i where i.company_id = ${companyId} and i.payment_id = p.id)
    union all
    select d.estate_id, 'DEPOSIT', d.method, d.currency, d.amount_minor from deposit d
     where d.company_id = ${companyId} and d.collected_by_id = ${cashierId} and d.estate_id = ${estateId}::uuid and d.stage <> 'CANCELLED'
       and not exists (select 1 from handover_item i where i.company_id = ${companyId} and i.deposit_id = d.id)
    union all
    select d.estate_id, 'REFUND', d.refund_method, d.currency, -d.refund_minor from deposit d
     where d.company_id = ${companyId} and d.refunded_by_id = ${cashierId} and d.estate_id = ${estateId}::uuid
       and not exists (select 1 from handover_item i where i.company_id = ${companyId} and i.refunded_deposit_id = d.id)
    union all
    select f.estate_id, 'PAYMENT_REFUND', f.method, f.currency, -f.amount_minor from payment_refund f
     where f.company_id = ${companyId} and f.paid_by_id = ${cashierId} and f.estate_id = ${estateId}::uuid
       and not exists (select 1 from handover_item i where i.company_id = ${companyId} and i.payment_refund_id = f.id))`.as<'m'>(
    'm',
  );
