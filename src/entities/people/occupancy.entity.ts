import { defineEntity, p } from '@mikro-orm/core';
import { OCCUPANCY_CAPACITIES } from '../../domain/people/occupancy-capacity.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a customer holds a unit in a capacity, from a day on and until before another: the third fence. @rule D-30 */
export const OccupancySchema = defineEntity({
  name: 'Occupancy',
  tableName: 'occupancy',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    unitId: col.ref(),
    customerId: col.ref(),
    capacity: p.enum(OCCUPANCY_CAPACITIES),
    fromDay: col.day(),
    /** The first day that no longer belongs to it; null while it lasts. */
    untilDay: col.day().nullable(),
  },
  indexes: [
    { name: 'occupancy_company_estate_unit_idx', properties: ['companyId', 'estateId', 'unitId', 'fromDay'] },
    { name: 'occupancy_company_customer_idx', properties: ['companyId', 'customerId'] },
  ],
  ...fence('occupancy', {
    estate: 'required',
    residentReads: { by: 'customer', column: 'customer_id' },
    doorReads: true,
  }),
});

export class Occupancy extends OccupancySchema.class {}
OccupancySchema.setClass(Occupancy);
