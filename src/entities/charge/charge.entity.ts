import { defineEntity, p } from '@mikro-orm/core';
import { CHARGE_KINDS } from '../../domain/charge/charge-kind.js';
import { CHARGE_SOURCES } from '../../domain/charge/charge-source.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What a payer owes for something, as billed: never changed. What is open of it follows from the entries of the ledger; the
 * database keeps that, and lets nobody say it. Read by the payer alone, whoever holds the unit now.
 * @rule R-FEE-11 @rule D-21 @rule D-30
 */
export const ChargeSchema = defineEntity({
  name: 'Charge',
  tableName: 'charge',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Who owes it, whoever holds the unit later: a customer of the estate. */
    payerId: col.ref(),
    /** Null for what concerns no unit: a contractor's passes. */
    unitId: col.ref().nullable(),
    kind: p.enum(CHARGE_KINDS),
    source: p.enum(CHARGE_SOURCES),
    /** The charge of another payer that it has taken over, or for whose lateness it is. */
    originId: col.ref().nullable(),
    /** The days that it is for, half-open, in one calendar month. */
    fromDay: col.day(),
    untilDay: col.day(),
    /** The last day on which payment is in time. */
    dueDay: col.day(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    note: col.text().nullable(),
    /** The day of the books that it belongs to. */
    bookedDay: col.day(),
    recordedAt: col.instant(),
    /** Null: the program. */
    recordedBy: col.ref().nullable(),
    /** The run that has charged it, and by which tariff. */
    billRunId: col.ref().nullable(),
    tariffCode: col.text().nullable(),
    /** When it was taken back; kept by the database. */
    cancelledAt: col.instant().nullable(),
    /** What is open of it; kept by the database. */
    openMinor: col.big(),
    /** What payments have settled of it; kept by the database. */
    paidMinor: col.big(),
    /** The day of the books of its last entry; kept by the database. */
    lastDay: col.day(),
    version: col.int(),
  },
  checks: [
    { name: 'charge_amount_positive', expression: 'amount_minor > 0' },
    { name: 'charge_open_not_negative', expression: 'open_minor >= 0' },
    { name: 'charge_paid_not_negative', expression: 'paid_minor >= 0' },
    {
      name: 'charge_within_month',
      expression: `until_day > from_day and until_day <= (date_trunc('month', from_day::timestamp) + interval '1 month')::date`,
    },
  ],
  indexes: [
    { name: 'charge_company_run_idx', properties: ['companyId', 'billRunId', 'id'] },
    {
      name: 'charge_company_billed_key',
      properties: ['companyId', 'unitId', 'tariffCode', 'fromDay'],
      expression: `create unique index "charge_company_billed_key" on "charge" ("company_id", "unit_id", "tariff_code", "from_day") where source = 'BILL_RUN' and cancelled_at is null`,
    },
    { name: 'charge_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'charge_company_estate_month_idx', properties: ['companyId', 'estateId', 'fromDay', 'id'] },
    {
      name: 'charge_company_due_idx',
      properties: ['companyId', 'dueDay', 'id'],
      expression: `create index "charge_company_due_idx" on "charge" ("company_id", "due_day", "id") where open_minor > 0`,
    },
    {
      name: 'charge_company_estate_due_idx',
      properties: ['companyId', 'estateId', 'dueDay', 'id'],
      expression: `create index "charge_company_estate_due_idx" on "charge" ("company_id", "estate_id", "due_day", "id") include ("payer_id", "unit_id", "kind", "currency", "open_minor") where open_minor > 0`,
    },
    { name: 'charge_company_payer_idx', properties: ['companyId', 'payerId', 'bookedDay', 'id'] },
    { name: 'charge_company_unit_idx', properties: ['companyId', 'unitId', 'bookedDay', 'id'] },
    { name: 'charge_company_origin_idx', properties: ['companyId', 'originId'] },
    {
      name: 'charge_company_open_idx',
      properties: ['companyId', 'payerId', 'dueDay', 'id'],
      expression: `create index "charge_company_open_idx" on "charge" ("company_id", "payer_id", "due_day", "id") where open_minor > 0`,
    },
  ],
  ...fence('charge', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class Charge extends ChargeSchema.class {}
ChargeSchema.setClass(Charge);
