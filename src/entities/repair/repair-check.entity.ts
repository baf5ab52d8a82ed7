import { defineEntity, p } from '@mikro-orm/core';
import { CHECK_STATES } from '../../domain/repair/spot-check.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A finished order that was drawn, or chosen, to be checked, and what was found. Staff only. @rule R-RPR-19 */
export const RepairCheckSchema = defineEntity({
  name: 'RepairCheck',
  tableName: 'repair_check',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    ticketId: col.ref(),
    /** The day whose finished orders it was drawn from, or on which somebody chose it. */
    day: col.day(),
    /** Drawn by the product; else chosen by whoever checked it. */
    drawn: col.flag(),
    state: p.enum(CHECK_STATES),
    complete: col.flag().nullable(),
    accurate: col.flag().nullable(),
    arrivedAsRequired: col.flag().nullable(),
    finding: col.text().nullable(),
    checkedBy: col.ref().nullable(),
    /** When the last word of it was said, and the first. */
    checkedAt: col.instant().nullable(),
    firstCheckedAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'repair_check_answered', expression: `(state = 'OPEN') = (checked_at is null)` },
    { name: 'repair_check_first', expression: '(first_checked_at is null) = (checked_at is null)' },
  ],
  uniques: [{ name: 'repair_check_company_ticket_key', properties: ['companyId', 'ticketId'] }],
  indexes: [
    { name: 'repair_check_company_estate_idx', properties: ['companyId', 'estateId', 'day', 'id'] },
    { name: 'repair_check_company_day_idx', properties: ['companyId', 'day', 'id'] },
  ],
  ...fence('repair_check', { estate: 'required' }),
});

export class RepairCheck extends RepairCheckSchema.class {}
RepairCheckSchema.setClass(RepairCheck);
