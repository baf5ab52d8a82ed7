import { defineEntity, p } from '@mikro-orm/core';
import { UNIT_USES } from '../../domain/place/unit-use.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A unit (房屋) of a building: what is owned, let, charged and repaired. */
export const UnitSchema = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    buildingId: col.ref(),
    code: col.text(),
    use: p.enum(UNIT_USES),
    /** Area that area-based charges are counted by, in thousandths of a square metre. */
    chargeAreaMilli: col.int().nullable(),
    /** When the developer delivered it (交付): its warranty runs from then. @rule D-05 */
    deliveredOn: col.day().nullable(),
  },
  uniques: [{ name: 'unit_company_estate_code_key', properties: ['companyId', 'estateId', 'buildingId', 'code'] }],
  indexes: [{ name: 'unit_company_estate_idx', properties: ['companyId', 'estateId', 'code', 'id'] }],
  ...fence('unit', { estate: 'required', residentReads: { by: 'unit', column: 'id' } }),
});

export class Unit extends UnitSchema.class {}
UnitSchema.setClass(Unit);
