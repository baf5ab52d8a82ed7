import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A part that was used on a visit of a repair, at the list's price of that day where it has one. @rule R-DSP-13 */
export const RepairPartSchema = defineEntity({
  name: 'RepairPart',
  tableName: 'repair_part',
  properties: {
    companyId: col.companyId().primary(),
    ticketId: col.ref().primary(),
    visitNumber: col.int().primary(),
    /** From 1 on each visit. */
    position: col.int().primary(),
    estateId: col.ref(),
    occupancyId: col.ref().nullable(),
    /** Of the price list; null for what is not on it. */
    code: col.text().nullable(),
    name: col.text(),
    unit: col.text(),
    quantityMilli: col.big(),
    priceMinor: col.big().nullable(),
    amountMinor: col.big().nullable(),
    currency: p.enum(CURRENCIES).nullable(),
  },
  indexes: [{ name: 'repair_part_company_code_idx', properties: ['companyId', 'code', 'ticketId'] }],
  ...fence('repair_part', { estate: 'required', residentReads: { by: 'occupancy', column: 'occupancy_id' } }),
});

export class RepairPart extends RepairPartSchema.class {}
RepairPartSchema.setClass(RepairPart);
