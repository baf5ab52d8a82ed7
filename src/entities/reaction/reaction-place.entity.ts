import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** How far a reaction has followed the company's event log; it advances in the transaction of the effect. */
export const ReactionPlaceSchema = defineEntity({
  name: 'ReactionPlace',
  tableName: 'reaction_place',
  properties: {
    companyId: col.companyId().primary(),
    /** Which reaction. */
    name: col.text().primary(),
    /** Number of the last event that it is done with. */
    seq: col.big(),
    /** How often the event behind it has failed. */
    failures: col.int(),
    /** Before when the event behind it is not tried again; null when it may be. */
    retryAt: col.instant().nullable(),
  },
  ...fence('reaction_place', { estate: 'none' }),
});

export class ReactionPlace extends ReactionPlaceSchema.class {}
ReactionPlaceSchema.setClass(ReactionPlace);
