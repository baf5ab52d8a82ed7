import { defineEntity, p } from '@mikro-orm/core';
import { CLOCK_POLICIES, CLOCK_RULES } from '../../domain/service-clock/clock-rule.js';
import { CLOCK_MILESTONES } from '../../domain/service-clock/clock-milestone.js';
import { PAUSE_REASONS } from '../../domain/service-clock/pause-reason.js';
import { CLOCK_STATES } from '../../domain/service-clock/read-clock.js';
import { CLOCK_CALENDARS } from '../../domain/service-clock/time-measure.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * How long a ticket may wait for one of its milestones, and how that stands. Everything from `state` on follows from the
 * clock's ledger and its limit; it is kept so that lists find it. @rule R-MET-09
 */
export const ServiceClockSchema = defineEntity({
  name: 'ServiceClock',
  tableName: 'service_clock',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    ticketId: col.ref(),
    /** The occupancy of the ticket. @rule D-30 */
    occupancyId: col.ref().nullable(),
    milestone: p.enum(CLOCK_MILESTONES),
    /** The rule that sets it: `R-RPR-07`. */
    rule: p.enum(CLOCK_RULES),
    /** The visit that it waits for, or how many such clocks the ticket has had. */
    round: col.int(),
    /** The policy that the limit comes from, and its version; null for the default and for what was promised. */
    policy: p.enum(CLOCK_POLICIES).nullable(),
    policyVersion: col.int().nullable(),
    /** Milliseconds. */
    limitMs: col.big(),
    calendar: p.enum(CLOCK_CALENDARS),
    state: p.enum(CLOCK_STATES),
    startedAt: col.instant(),
    dueAt: col.instant(),
    warnAt: col.instant(),
    endedAt: col.instant().nullable(),
    stoppedAt: col.instant().nullable(),
    warnedAt: col.instant().nullable(),
    breachedAt: col.instant().nullable(),
    breachWithdrawnAt: col.instant().nullable(),
    pausedSeconds: col.int(),
    pauseReason: p.enum(PAUSE_REASONS).nullable(),
    pausedUntil: col.instant().nullable(),
  },
  uniques: [
    {
      name: 'service_clock_company_ticket_milestone_key',
      properties: ['companyId', 'ticketId', 'milestone', 'rule', 'round'],
    },
  ],
  indexes: [
    { name: 'service_clock_company_state_due_idx', properties: ['companyId', 'state', 'dueAt', 'id'] },
    { name: 'service_clock_company_estate_due_idx', properties: ['companyId', 'estateId', 'state', 'dueAt', 'id'] },
    {
      name: 'service_clock_company_open_idx',
      properties: ['companyId', 'estateId', 'dueAt', 'ticketId'],
      expression:
        'create index "service_clock_company_open_idx" on "service_clock" ("company_id", "estate_id", "due_at", "ticket_id") where ended_at is null',
    },
    {
      name: 'service_clock_company_passed_idx',
      properties: ['companyId', 'dueAt'],
      expression:
        'create index "service_clock_company_passed_idx" on "service_clock" ("company_id", "due_at") where ended_at is null and breached_at is not null',
    },
    {
      name: 'service_clock_company_near_idx',
      properties: ['companyId', 'warnedAt'],
      expression:
        'create index "service_clock_company_near_idx" on "service_clock" ("company_id", "warned_at") where ended_at is null and breached_at is null and warned_at is not null',
    },
  ],
  ...fence('service_clock', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class ServiceClock extends ServiceClockSchema.class {}
ServiceClockSchema.setClass(ServiceClock);
