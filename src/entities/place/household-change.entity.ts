import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * How many more households of an estate are occupied from a day on; fewer below zero. The database keeps it with the states and
 * uses of the units, and the program only reads it: how many are occupied on a day is the sum up to that day.
 * @rule D-28 @rule Q-32
 */
export const HouseholdChangeSchema = defineEntity({
  name: 'HouseholdChange',
  tableName: 'household_change',
  properties: {
    companyId: col.companyId().primary(),
    estateId: col.ref().primary(),
    day: col.day().primary(),
    occupied: col.int(),
  },
  ...fence('household_change', { estate: 'required' }),
});

export class HouseholdChange extends HouseholdChangeSchema.class {}
HouseholdChangeSchema.setClass(HouseholdChange);
