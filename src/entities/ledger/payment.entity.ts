import { defineEntity, p } from '@mikro-orm/core';
import { PAYMENT_METHODS } from '../../domain/ledger/payment-method.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * Money that a payer has given, gross: never changed. What is free of it follows from the entries of the ledger; the
 * database keeps that, and lets nobody say it. Read by the payer alone.
 * @rule R-FEE-11 @rule D-30
 */
export const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    payerId: col.ref(),
    /** The unit that it was said to be for; null where nothing was said. */
    unitId: col.ref().nullable(),
    method: p.enum(PAYMENT_METHODS),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    /** The number that the channel or bank gave it. */
    reference: col.text().nullable(),
    /** The day on which the money came. */
    bookedDay: col.day(),
    recordedAt: col.instant(),
    /** Null: the program. */
    recordedBy: col.ref().nullable(),
    /** What is left of it: neither on a charge nor given back; kept by the database. */
    freeMinor: col.big(),
    /** The day of the books of its last entry; kept by the database. */
    lastDay: col.day(),
    /** Kept by the database. */
    reversedAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'payment_amount_positive', expression: 'amount_minor > 0' },
    { name: 'payment_free_within_amount', expression: 'free_minor between 0 and amount_minor' },
    { name: 'payment_reversed_is_used_up', expression: 'reversed_at is null or free_minor = 0' },
  ],
  indexes: [
    { name: 'payment_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    {
      name: 'payment_company_estate_day_idx',
      properties: ['companyId', 'estateId', 'bookedDay', 'id'],
      expression: `create index "payment_company_estate_day_idx" on "payment" ("company_id", "estate_id", "booked_day", "id") include ("payer_id", "method", "currency", "amount_minor", "recorded_at", "reversed_at")`,
    },
    { name: 'payment_company_payer_idx', properties: ['companyId', 'payerId', 'bookedDay', 'id'] },
    { name: 'payment_company_recorder_idx', properties: ['companyId', 'recordedBy', 'id'] },
    { name: 'payment_company_unit_idx', properties: ['companyId', 'unitId', 'bookedDay', 'id'] },
    {
      name: 'payment_company_free_idx',
      properties: ['companyId', 'payerId', 'id'],
      expression: `create index "payment_company_free_idx" on "payment" ("company_id", "payer_id", "id") where free_minor > 0`,
    },
    {
      name: 'payment_company_reference_key',
      properties: ['companyId', 'method', 'reference'],
      expression: `create unique index "payment_company_reference_key" on "payment" ("company_id", "method", "reference") where reference is not null and reversed_at is null`,
    },
  ],
  ...fence('payment', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);
