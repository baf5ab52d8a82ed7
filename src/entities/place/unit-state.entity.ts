import { defineEntity, p } from '@mikro-orm/core';
import { UNIT_STATES } from '../../domain/place/unit-state.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A former occupant learns nothing of what became of the unit; `occupancy` shows a resident the own rows only. */
const BEFORE_THE_END_OF_AN_OWN_OCCUPANCY =
  "exists (select 1 from occupancy o where o.company_id = unit_state.company_id and o.unit_id = unit_state.unit_id and unit_state.from_day < coalesce(o.until_day, 'infinity'::date))";

/** The state of a unit from a day on, until the next row of the unit. @rule D-28 */
export const UnitStateSchema = defineEntity({
  name: 'UnitState',
  tableName: 'unit_state',
  properties: {
    companyId: col.companyId().primary(),
    unitId: col.ref().primary(),
    fromDay: col.day().primary(),
    estateId: col.ref(),
    state: p.enum(UNIT_STATES),
  },
  indexes: [{ name: 'unit_state_company_estate_idx', properties: ['companyId', 'estateId', 'unitId', 'fromDay'] }],
  ...fence('unit_state', {
    estate: 'required',
    residentReads: { by: 'unit', column: 'unit_id', and: BEFORE_THE_END_OF_AN_OWN_OCCUPANCY },
  }),
});

export class UnitState extends UnitStateSchema.class {}
UnitStateSchema.setClass(UnitState);
