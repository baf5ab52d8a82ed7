import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a steward is responsible for a building. @rule R-ORG-33 */
export const StewardBuildingSchema = defineEntity({
  name: 'StewardBuilding',
  tableName: 'steward_building',
  properties: {
    companyId: col.companyId().primary(),
    staffId: col.ref().primary(),
    buildingId: col.ref().primary(),
    estateId: col.ref(),
  },
  indexes: [{ name: 'steward_building_company_estate_idx', properties: ['companyId', 'estateId', 'buildingId'] }],
  ...fence('steward_building', { estate: 'required' }),
});

export class StewardBuilding extends StewardBuildingSchema.class {}
StewardBuildingSchema.setClass(StewardBuilding);
