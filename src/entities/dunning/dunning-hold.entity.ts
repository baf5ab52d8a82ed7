import { defineEntity, p } from '@mikro-orm/core';
import { HOLD_KINDS } from '../../domain/dunning/dunning-hold.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What stops dunning, of a whole case or of one charge, until it is released or over. @rule D-13 */
export const DunningHoldSchema = defineEntity({
  name: 'DunningHold',
  tableName: 'dunning_hold',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    caseId: col.ref(),
    kind: p.enum(HOLD_KINDS),
    /** Null: all that is overdue. */
    chargeId: col.ref().nullable(),
    /** The complaint that is open. */
    ticketId: col.ref().nullable(),
    fromDay: col.day(),
    /** The day by which payment is promised. */
    untilDay: col.day().nullable(),
    begunAt: col.instant(),
    begunBy: col.ref(),
    releasedAt: col.instant().nullable(),
    releasedBy: col.ref().nullable(),
  },
  checks: [
    {
      name: 'dunning_hold_has_what_its_kind_says',
      expression: `(ticket_id is not null) = (kind = 'COMPLAINT') and (until_day is not null) = (kind = 'PROMISE') and (charge_id is null or kind in ('DISPUTED', 'COMPLAINT'))`,
    },
  ],
  indexes: [
    { name: 'dunning_hold_company_case_idx', properties: ['companyId', 'caseId', 'id'] },
    { name: 'dunning_hold_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('dunning_hold', { estate: 'required' }),
});

export class DunningHold extends DunningHoldSchema.class {}
DunningHoldSchema.setClass(DunningHold);
