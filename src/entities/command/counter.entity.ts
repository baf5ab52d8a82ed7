import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The last number drawn of a series, by estate and period. */
export const CounterSchema = defineEntity({
  name: 'Counter',
  tableName: 'counter',
  properties: {
    companyId: col.companyId().primary(),
    estateId: col.ref().primary(),
    series: col.text().primary(),
    value: col.int(),
  },
  ...fence('counter', { estate: 'open' }),
});

export class Counter extends CounterSchema.class {}
CounterSchema.setClass(Counter);
