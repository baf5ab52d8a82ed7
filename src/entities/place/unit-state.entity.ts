import { defineEntity, p } from '@mikro-orm/core';
import { UNIT_STATES } from '../../domain/place/unit-state.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

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
  ...fence('unit_state', { estate: 'required', residentReads: { by: 'unit', column: 'unit_id' } }),
});

export class UnitState extends UnitStateSchema.class {}
UnitStateSchema.setClass(UnitState);
