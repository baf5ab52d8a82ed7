import { defineEntity, p } from '@mikro-orm/core';
import {
  BANK_LINE_STATES,
  REPORTED_METHODS,
  RETURN_REASONS,
  SUSPENSE_REASONS,
} from '../../domain/bank-file/bank-line.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Money that a bank or channel reports, once by its number, and what has become of it. @rule R-FEE-01 @rule R-FEE-11 */
export const BankLineSchema = defineEntity({
  name: 'BankLine',
  tableName: 'bank_line',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    fileId: col.ref(),
    /** Its number in the file. */
    line: col.int(),
    account: col.text(),
    method: p.enum(REPORTED_METHODS),
    /** The number by which the bank knows it. */
    bankReference: col.text(),
    /** What the payer wrote. */
    payerReference: col.text().nullable(),
    amountMinor: col.big(),
    feeMinor: col.big(),
    currency: p.enum(CURRENCIES),
    bookedDay: col.day(),
    state: p.enum(BANK_LINE_STATES),
    suspendedFor: p.enum(SUSPENSE_REASONS).nullable(),
    returnedFor: p.enum(RETURN_REASONS).nullable(),
    unitId: col.ref().nullable(),
    payerId: col.ref().nullable(),
    paymentId: col.ref().nullable(),
    /** Who has settled it; null for the program. */
    settledBy: col.ref().nullable(),
    settledAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'bank_line_amount_positive',
      expression: 'amount_minor > 0 and fee_minor >= 0 and fee_minor < amount_minor',
    },
    { name: 'bank_line_booked_has_payment', expression: `(state in ('BOOKED', 'KNOWN')) = (payment_id is not null)` },
    { name: 'bank_line_suspended_for', expression: `(state = 'SUSPENDED') = (suspended_for is not null)` },
    { name: 'bank_line_returned_for', expression: `(state = 'RETURNED') = (returned_for is not null)` },
    { name: 'bank_line_settled', expression: `(state in ('WAITING', 'SUSPENDED')) = (settled_at is null)` },
  ],
  uniques: [
    { name: 'bank_line_company_reference_key', properties: ['companyId', 'estateId', 'account', 'bankReference'] },
    { name: 'bank_line_company_payment_key', properties: ['companyId', 'paymentId'] },
  ],
  indexes: [
    { name: 'bank_line_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'bank_line_company_file_idx', properties: ['companyId', 'fileId', 'line'] },
    {
      name: 'bank_line_company_open_idx',
      properties: ['companyId', 'estateId', 'id'],
      expression: `create index "bank_line_company_open_idx" on "bank_line" ("company_id", "estate_id", "id") where state in ('WAITING', 'SUSPENDED')`,
    },
  ],
  ...fence('bank_line', { estate: 'required' }),
});

export class BankLine extends BankLineSchema.class {}
BankLineSchema.setClass(BankLine);
