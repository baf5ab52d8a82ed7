import { defineEntity, p } from '@mikro-orm/core';
import { DEPOSIT_KINDS, ORIGINAL_RECEIPTS } from '../../domain/deposit/deposit-kind.js';
import { DEPOSIT_STAGES } from '../../domain/deposit/deposit-stage.js';
import { PAYMENT_METHODS } from '../../domain/ledger/payment-method.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * Money that is held for somebody: collected, settled with what is kept back, authorised, refunded to who gave it, without
 * interest. No part of the accounts of charges. Read by the payer.
 * @rule R-DEP-01 @rule R-DEP-04 @rule R-DEP-05 @rule R-CSH-07
 */
export const DepositSchema = defineEntity({
  name: 'Deposit',
  tableName: 'deposit',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    kind: p.enum(DEPOSIT_KINDS),
    stage: p.enum(DEPOSIT_STAGES),
    payerId: col.ref(),
    unitId: col.ref().nullable(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    method: p.enum(PAYMENT_METHODS),
    reference: col.text().nullable(),
    collectedOn: col.day(),
    recordedAt: col.instant(),
    collectedById: col.ref(),
    /** The day on which what it secures was found in order. */
    acceptedOn: col.day().nullable(),
    acceptedById: col.ref().nullable(),
    eligibleOn: col.day().nullable(),
    refundBy: col.day().nullable(),
    settledAt: col.instant().nullable(),
    settledById: col.ref().nullable(),
    /** What is left after deductions; null until it is settled. */
    refundMinor: col.big().nullable(),
    authorisedAt: col.instant().nullable(),
    authorisedById: col.ref().nullable(),
    /** The number of the accountant's notice. */
    noticeNumber: col.text().nullable(),
    refundedAt: col.instant().nullable(),
    refundedById: col.ref().nullable(),
    refundMethod: p.enum(PAYMENT_METHODS).nullable(),
    refundReference: col.text().nullable(),
    originalReceipt: p.enum(ORIGINAL_RECEIPTS).nullable(),
    cancelledAt: col.instant().nullable(),
    cancelledById: col.ref().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'deposit_amount_positive', expression: 'amount_minor > 0' },
    { name: 'deposit_refund_within', expression: 'refund_minor is null or refund_minor between 0 and amount_minor' },
    {
      name: 'deposit_accepted_whole',
      expression: 'num_nulls(accepted_on, accepted_by_id, eligible_on, refund_by) in (0, 4)',
    },
    {
      name: 'deposit_settled',
      expression: `(stage in ('SETTLED', 'AUTHORISED', 'REFUNDED')) = (settled_at is not null) and num_nulls(settled_at, settled_by_id, refund_minor) in (0, 3) and (settled_at is null or accepted_on is not null)`,
    },
    {
      name: 'deposit_authorised',
      expression: `(stage in ('AUTHORISED', 'REFUNDED')) = (authorised_at is not null) and num_nulls(authorised_at, authorised_by_id, notice_number) in (0, 3) and authorised_by_id <> settled_by_id`,
    },
    {
      name: 'deposit_refunded',
      expression: `(stage = 'REFUNDED') = (refunded_at is not null) and num_nulls(refunded_at, refunded_by_id, refund_method, original_receipt) in (0, 4) and refunded_by_id <> authorised_by_id`,
    },
    {
      name: 'deposit_cancelled',
      expression: `(stage = 'CANCELLED') = (cancelled_at is not null) and (cancelled_at is null) = (cancelled_by_id is null) and cancelled_by_id <> collected_by_id`,
    },
  ],
  indexes: [
    { name: 'deposit_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'deposit_company_payer_idx', properties: ['companyId', 'payerId', 'id'] },
    { name: 'deposit_company_unit_idx', properties: ['companyId', 'unitId', 'id'] },
    { name: 'deposit_company_collector_idx', properties: ['companyId', 'collectedById', 'id'] },
    { name: 'deposit_company_refunder_idx', properties: ['companyId', 'refundedById', 'id'] },
    {
      name: 'deposit_company_reference_key',
      properties: ['companyId', 'method', 'reference'],
      expression: `create unique index "deposit_company_reference_key" on "deposit" ("company_id", "method", "reference") where reference is not null and stage <> 'CANCELLED'`,
    },
  ],
  ...fence('deposit', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class Deposit extends DepositSchema.class {}
DepositSchema.setClass(Deposit);
