import { defineEntity, p } from '@mikro-orm/core';
import { effectColumnOf, ENTRY_KINDS, REVERSAL_REASONS } from '../../domain/ledger/entry-kind.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A line of a payer's account that moves what is open of a charge, what is free of a payment, or both. Only added: what was
 * wrong is taken back by a line the other way.
 * @rule R-FEE-11 @rule D-30
 */
export const LedgerEntrySchema = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entry',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    payerId: col.ref(),
    unitId: col.ref().nullable(),
    kind: p.enum(ENTRY_KINDS),
    chargeId: col.ref().nullable(),
    paymentId: col.ref().nullable(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    /** The entry that this one takes back. */
    reversesId: col.ref().nullable(),
    /** What was approved, where it needs approval; once. @rule R-ORG-68 */
    proposalId: col.ref().nullable(),
    /** Why something was taken back. */
    reason: p.enum(REVERSAL_REASONS).nullable(),
    bookedDay: col.day(),
    recordedAt: col.instant(),
    /** Null: the program. */
    recordedBy: col.ref().nullable(),
    /** What it adds to the open amount of its charge; kept by the database. */
    chargeEffectMinor: col.big().nullable().generated(effectColumnOf('charge')),
    /** What it adds to the free amount of its payment; kept by the database. */
    paymentEffectMinor: col.big().nullable().generated(effectColumnOf('payment')),
  },
  checks: [
    {
      name: 'ledger_entry_by_approval',
      expression: `(proposal_id is not null) = (kind in ('INCREASE', 'REDUCTION', 'WAIVER', 'WRITE_OFF', 'REFUND') and reverses_id is null)`,
    },
    { name: 'ledger_entry_amount_positive', expression: 'amount_minor > 0' },
    {
      name: 'ledger_entry_has_sides',
      expression: `(charge_id is not null) = (kind in ('ALLOCATION', 'INCREASE', 'REDUCTION', 'WAIVER', 'WRITE_OFF', 'TRANSFER', 'CANCELLATION')) and (payment_id is not null) = (kind in ('ALLOCATION', 'REFUND', 'PAYMENT_REVERSAL', 'CHANNEL_FEE'))`,
    },
    {
      name: 'ledger_entry_reversible',
      expression: `reverses_id is null or kind not in ('TRANSFER', 'CANCELLATION', 'PAYMENT_REVERSAL', 'CHANNEL_FEE')`,
    },
  ],
  uniques: [
    { name: 'ledger_entry_company_reverses_key', properties: ['companyId', 'reversesId'] },
    { name: 'ledger_entry_company_proposal_key', properties: ['companyId', 'proposalId'] },
  ],
  indexes: [
    { name: 'ledger_entry_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'ledger_entry_company_estate_day_idx', properties: ['companyId', 'estateId', 'bookedDay'] },
    {
      name: 'ledger_entry_company_channel_fee_idx',
      properties: ['companyId', 'estateId', 'bookedDay'],
      expression: `create index "ledger_entry_company_channel_fee_idx" on "ledger_entry" ("company_id", "estate_id", "booked_day") where kind = 'CHANNEL_FEE'`,
    },
    {
      name: 'ledger_entry_company_write_off_idx',
      properties: ['companyId', 'estateId', 'chargeId'],
      expression: `create index "ledger_entry_company_write_off_idx" on "ledger_entry" ("company_id", "estate_id", "charge_id") where kind = 'WRITE_OFF'`,
    },
    { name: 'ledger_entry_company_estate_recorded_idx', properties: ['companyId', 'estateId', 'recordedAt'] },
    { name: 'ledger_entry_company_payer_idx', properties: ['companyId', 'payerId', 'bookedDay', 'id'] },
    { name: 'ledger_entry_company_charge_idx', properties: ['companyId', 'chargeId', 'id'] },
    { name: 'ledger_entry_company_payment_idx', properties: ['companyId', 'paymentId', 'id'] },
  ],
  ...fence('ledger_entry', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class LedgerEntry extends LedgerEntrySchema.class {}
LedgerEntrySchema.setClass(LedgerEntry);
