import { defineEntity, p } from '@mikro-orm/core';
import { CLOCK_ENTRY_KINDS } from '../../domain/service-clock/clock-ledger.js';
import { PAUSE_REASONS } from '../../domain/service-clock/pause-reason.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One entry of a service clock's ledger: only ever added. The clock follows from it. @rule R-MET-11 */
export const ClockEntrySchema = defineEntity({
  name: 'ClockEntry',
  tableName: 'clock_entry',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    clockId: col.ref(),
    /** The occupancy of the ticket. @rule D-30 */
    occupancyId: col.ref().nullable(),
    kind: p.enum(CLOCK_ENTRY_KINDS),
    /** When it happened, by the actor's word. */
    occurredAt: col.instant(),
    /** When the database learned of it. */
    recordedAt: col.instant(),
    /** Whether it was entered more than a day after it happened. */
    late: col.flag(),
    /** Of a pause. */
    reason: p.enum(PAUSE_REASONS).nullable(),
    /** Of a pause: when the clock runs again by itself. */
    untilAt: col.instant().nullable(),
    actorKind: p.enum(['STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'] as const),
    actorId: col.ref().nullable(),
  },
  checks: [
    {
      name: 'clock_entry_pause_says_why',
      expression: "(kind = 'PAUSE') = (reason is not null) and (reason is null) = (until_at is null)",
    },
  ],
  indexes: [{ name: 'clock_entry_company_clock_idx', properties: ['companyId', 'clockId', 'occurredAt', 'id'] }],
  ...fence('clock_entry', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class ClockEntry extends ClockEntrySchema.class {}
ClockEntrySchema.setClass(ClockEntry);
