import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** An event that a reaction failed at again and again and went past; an operator has it tried once more, or lets it be. */
export const ParkedEventSchema = defineEntity({
  name: 'ParkedEvent',
  tableName: 'parked_event',
  properties: {
    companyId: col.companyId().primary(),
    /** Which reaction. */
    reaction: col.text().primary(),
    /** Number of the event in the company's log. */
    seq: col.big().primary(),
    parkedAt: col.instant(),
    /** Kind of the last error: its code or its class, never its text. */
    failure: col.text(),
  },
  ...fence('parked_event', { estate: 'none' }),
});

export class ParkedEvent extends ParkedEventSchema.class {}
ParkedEventSchema.setClass(ParkedEvent);
