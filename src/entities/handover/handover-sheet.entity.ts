import { defineEntity, p } from '@mikro-orm/core';
import { HANDOVER_STATES } from '../../domain/handover/handover-state.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What a cashier has taken in a shift and hands over: the sums by the books, the cash by the count, who has taken it and who
 * has compared it. Three people.
 * @rule R-CSH-01 @rule R-CSH-02 @rule R-ORG-61 @rule D-20
 */
export const HandoverSheetSchema = defineEntity({
  name: 'HandoverSheet',
  tableName: 'handover_sheet',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    cashierId: col.ref(),
    state: p.enum(HANDOVER_STATES),
    filledAt: col.instant(),
    /** By when it was to be filled in; null where the desk never closes. */
    dueAt: col.instant().nullable(),
    currency: p.enum(CURRENCIES),
    /** Cash by the books: what came less what was given back, so below zero where more was given back. */
    cashMinor: col.big(),
    /** What came by bank and channels, less what went back by them. */
    electronicMinor: col.big(),
    /** Cash by the count. */
    countedMinor: col.big(),
    differenceReason: col.text().nullable(),
    bankedAt: col.instant().nullable(),
    /** The number of the bank's slip. */
    bankReference: col.text().nullable(),
    handedOverAt: col.instant().nullable(),
    treasurerId: col.ref().nullable(),
    reconciledAt: col.instant().nullable(),
    accountantId: col.ref().nullable(),
    reconcileNote: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'handover_sheet_counted', expression: 'counted_minor >= 0' },
    { name: 'handover_sheet_explained', expression: 'counted_minor = cash_minor or difference_reason is not null' },
    {
      name: 'handover_sheet_as_far_as',
      expression: `(state <> 'BANKED' or banked_at is not null) and (banked_at is null) = (bank_reference is null) and (state in ('HANDED_OVER', 'RECONCILED')) = (handed_over_at is not null) and (handed_over_at is null) = (treasurer_id is null) and (state = 'RECONCILED') = (reconciled_at is not null) and (reconciled_at is null) = (accountant_id is null)`,
    },
    {
      name: 'handover_sheet_three_people',
      expression: 'treasurer_id <> cashier_id and accountant_id <> cashier_id and accountant_id <> treasurer_id',
    },
  ],
  indexes: [
    { name: 'handover_sheet_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'handover_sheet_company_cashier_idx', properties: ['companyId', 'cashierId', 'id'] },
  ],
  ...fence('handover_sheet', { estate: 'required' }),
});

export class HandoverSheet extends HandoverSheetSchema.class {}
HandoverSheetSchema.setClass(HandoverSheet);
