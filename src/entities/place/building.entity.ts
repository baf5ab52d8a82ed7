import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A building (楼宇) of an estate. */
export const BuildingSchema = defineEntity({
  name: 'Building',
  tableName: 'building',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    code: col.text(),
    name: col.text(),
  },
  uniques: [{ name: 'building_company_estate_code_key', properties: ['companyId', 'estateId', 'code'] }],
  ...fence('building', { estate: 'required', residentReads: { by: 'estate', column: 'estate_id' } }),
});

export class Building extends BuildingSchema.class {}
BuildingSchema.setClass(Building);
