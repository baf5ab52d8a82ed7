import { defineEntity, p } from '@mikro-orm/core';
import { VISIBILITIES } from '../../domain/visibility.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * One thing that happened: outbox, audit trail and timeline in one. Appended by the transaction that made the change,
 * in commit order, never altered. `facts` holds ids, codes, numbers and instants, never names or free text.
 */
export const EventSchema = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    companyId: col.companyId().primary(),
    seq: col.big().primary(),
    estateId: col.ref().nullable(),
    type: col.text(),
    subjectKind: col.text(),
    subjectId: col.ref(),
    subjectVersion: col.int(),
    /** The occupancy that the subject was born for; a resident sees its CUSTOMER events. */
    occupancyId: col.ref().nullable(),
    visibility: p.enum(VISIBILITIES),
    actorKind: p.enum(['STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'] as const),
    actorId: col.ref().nullable(),
    /** When the actor says that it happened. */
    occurredAt: col.instant(),
    /** When the database recorded it; never falls along `seq`. */
    recordedAt: col.instant(),
    facts: col.json<Record<string, unknown>>(),
    /** Whether it tells of history that was brought along: nobody is notified of it, and reactions pass it by. */
    silent: col.flag().default(false),
  },
  indexes: [
    { name: 'event_company_subject_idx', properties: ['companyId', 'subjectId', 'seq'] },
    { name: 'event_company_recorded_idx', properties: ['companyId', 'recordedAt', 'seq'] },
    { name: 'event_company_estate_idx', properties: ['companyId', 'estateId', 'recordedAt', 'seq'] },
    { name: 'event_company_actor_idx', properties: ['companyId', 'actorId', 'recordedAt', 'seq'] },
  ],
  ...fence('event', {
    estate: 'nullable',
    residentReads: { by: 'occupancy', column: 'occupancy_id', and: "visibility = 'CUSTOMER'" },
    residentWrites: 'occupancy_id',
  }),
});

export class Event extends EventSchema.class {}
EventSchema.setClass(Event);
