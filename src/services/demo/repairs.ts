import { dayAt, dayStartMs } from '../../domain/demo/demo-days.js';
import { unitsOf } from '../../domain/demo/portfolio.js';
import type { Random } from '../../domain/demo/random.js';
import { repairStory, type StoryCharge, type StoryStep } from '../../domain/demo/repair-story.js';
import { defect } from '../../domain/demo/repair-subjects.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { phaseOf } from '../../domain/ticket/lives.js';
import { addCallback } from './callbacks.js';
import { addCharge } from './charges.js';
import { addVisits, appointmentOf, outcomeOf } from './repair-visits.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import { DemoNumbers } from './demo-numbers.js';
import type { Row } from './demo-rows.js';
import type { Settled } from './residents.js';
import type { DemoTeam } from './staffing.js';

/** How far back the history goes, in days. */
export const HISTORY_DAYS = 61;
/** Repairs of the whole history for every unit. */
const REPAIRS_A_UNIT = 0.53;
const HOUR_MS = 3_600_000;
/** When people notice what is broken: weights of three-hour stretches from midnight. */
const STRETCHES = { 0: 2, 3: 1, 6: 8, 9: 24, 12: 16, 15: 20, 18: 20, 21: 9 } as const;

/** An event that has no number yet. */
export interface PastEvent {
  readonly row: Row;
  readonly occurredMs: number;
  readonly recordedMs: number;
}

/** An estate, who holds its units, and who of them has a login. */
export interface Home extends Settled {
  readonly residents: ReadonlySet<DemoOccupancy>;
}

/** Two months of repairs of an estate in all stages, each with the events of its steps, and the counters behind them. */
export function addRepairs(company: DemoCompany, home: Home, team: DemoTeam): PastEvent[] {
  const { estate, occupancies, residents } = home;
  if (estate.plan.silent) return [];
  const random = company.random.branch(`repairs/${estate.plan.code}`);
  const reported = Array.from({ length: Math.round(unitsOf(estate.plan) * REPAIRS_A_UNIT) }, () =>
    reportTime(random, company),
  );
  const homes = new Set(estate.units.filter((unit) => unit.use !== 'PARKING').map((unit) => unit.id));
  const callers = occupancies.filter((held) => homes.has(held.unitId));
  const regulars = callers.filter((held) => residents.has(held));
  const numbers = new DemoNumbers(company, estate);
  const events = reported
    .sort((a, b) => a - b)
    .flatMap((reportedMs) => {
      const number = numbers.next('REPAIR', reportedMs);
      return addRepair(company, estate, team, { random, reportedMs, number, callers, regulars });
    });
  numbers.leaveCounters();
  return events;
}

interface Report {
  readonly random: Random;
  readonly reportedMs: number;
  readonly number: Row;
  readonly callers: readonly DemoOccupancy[];
  /** Those of them with a login, in turn: they call more often, so that everybody who signs in finds something. */
  readonly regulars: DemoOccupancy[];
}

function addRepair(company: DemoCompany, estate: DemoEstate, team: DemoTeam, report: Report): PastEvent[] {
  const { random, reportedMs, number } = report;
  const emergency = random.chance(0.08);
  const caller = random.chance(0.85) ? callerAt(report) : null;
  const channel = channelOf(random, caller);
  const charge = emergency || !caller ? 'NONE' : chargeOf(random, estate, reportedMs);
  const steps = repairStory(random, reportedMs, dayStartMs(company.today), { emergency, charge });
  const last = steps.at(-1);
  if (!last) throw new RangeError('A repair begins with its report.');
  const id = random.id(reportedMs);
  const technicianId = random.pick(team.technicians);
  const { category, ...told } = defect(random, emergency ? 'URGENT' : caller ? 'HOME' : 'COMMON');
  const at = (...types: string[]): string | null => isoOf(steps.find((step) => types.includes(step.type)));
  const visits = steps.filter((step) => step.type === 'STARTED').length;
  const accepted = at('ACCEPTED') !== null;
  const atControlRoom = isNight(reportedMs) && team.controlRoom !== null;
  const takenBy = channel === 'APP' && caller ? 'RESIDENT' : atControlRoom ? 'CONTROL_ROOM' : 'DESK';
  const own = { company_id: company.id, estate_id: estate.id, occupancy_id: caller?.id ?? null };
  const agreed = steps.find((step) => step.type === 'SCHEDULED');
  const byApp = channel === 'APP' && caller !== null;
  const people = { caller, byApp, desk: team.desk, technicianId, engineeringHead: team.engineeringHead };
  const charged = addCharge(company, estate, { own, ticketId: id, charge, steps, ...people });
  company.rows.add('ticket', {
    ...own,
    id,
    ...number,
    kind: 'REPAIR',
    phase: phaseOf('REPAIR', last.stage),
    stage: last.stage,
    urgency: emergency ? 'EMERGENCY' : 'ORDINARY',
    version: steps.length,
    reopenings: 0,
    unit_id: caller?.unitId ?? null,
    customer_id: caller?.customerId ?? null,
    channel,
    ...told,
    category_id: company.categories.get(category) ?? null,
    contact_name: caller?.name ?? null,
    contact_phone: caller?.phone ?? null,
    assignee_id: accepted ? technicianId : null,
    visits,
    at_night: isNight(reportedMs),
    taken_by: takenBy,
    reported_at: new Date(reportedMs).toISOString(),
    forwarded_at: at('FORWARDED'),
    accepted_at: at('ACCEPTED'),
    scheduled_from: agreed ? appointmentOf(agreed).from : null,
    scheduled_until: agreed ? appointmentOf(agreed).until : null,
    schedule_reason: agreed ? 'CUSTOMER_OUT' : null,
    started_at: at('STARTED'),
    completed_at: at('COMPLETED'),
    returned_at: at('RETURNED'),
    called_back_at: at('CALLED_BACK'),
    closed_at: at('CLOSED', 'CANCELLED', 'DECLINED'),
    cancel_reason: last.stage === 'CANCELLED' ? '客户来电取消' : null,
    ...charged.columns,
  });
  addVisits(company, { own, ticketId: id, technicianId, steps });
  if (caller) addCallback(company, estate, { ticketId: id, steps, desk: team.desk, supervisor: team.supervisor });
  const desk = (isNight(reportedMs) ? team.controlRoom : null) ?? team.desk;
  const actors = { DESK: desk, TECHNICIAN: technicianId, ENGINEERING_HEAD: team.engineeringHead, REPORTER: desk };
  let arrivals = 0;
  let recordedMs = 0;
  return steps.map((step, i) => {
    const actor =
      step.by === 'REPORTER' && byApp
        ? { actor_kind: 'RESIDENT', actor_id: caller.customerId }
        : (charged.actorOf(step) ?? { actor_kind: 'STAFF', actor_id: actors[step.by] });
    if (step.type === 'STARTED') arrivals += 1;
    recordedMs = Math.max(recordedMs + 1, step.atMs + random.int(200, 9_000));
    return {
      occurredMs: step.atMs,
      recordedMs,
      row: {
        ...own,
        type: `ticket.REPAIR_${step.type}`,
        subject_kind: 'ticket',
        subject_id: id,
        subject_version: i + 1,
        visibility: 'CUSTOMER',
        ...actor,
        facts: {
          kind: 'REPAIR',
          stage: step.stage,
          ...factsOf(step, { emergency, channel, technicianId, visits: arrivals, steps }),
          ...charged.factsOf(step),
          ...(step.type === 'REPORTED' ? { atNight: isNight(reportedMs), takenBy } : {}),
        },
      },
    };
  });
}

/** What an event of this type carries beside kind and stage. */
function factsOf(
  step: StoryStep,
  known: {
    readonly emergency: boolean;
    readonly channel: Channel;
    readonly technicianId: string;
    readonly visits: number;
    readonly steps: readonly StoryStep[];
  },
): Row {
  if (step.type === 'REPORTED') return { urgency: known.emergency ? 'EMERGENCY' : 'ORDINARY', channel: known.channel };
  if (step.type === 'ACCEPTED') return { technicianId: known.technicianId };
  if (step.type === 'SCHEDULED') {
    const { from, until } = appointmentOf(step);
    return { scheduledFrom: from, scheduledUntil: until, reason: 'CUSTOMER_OUT', again: false };
  }
  if (step.type === 'CARRIED_OVER') return { outcome: outcomeOf(step, known.steps), visits: known.visits };
  return step.type === 'STARTED' ? { visits: known.visits } : {};
}

/** For how long from the delivery on a developer answers for its work. */
const WARRANTY_DAYS = 5 * 365;

/** Who pays for a repair in a home. @rule D-05 @rule R-DSP-13 */
function chargeOf(random: Random, { delivered }: DemoEstate, reportedMs: number): StoryCharge {
  const inTerm = dayAt(reportedMs) < delivered + WARRANTY_DAYS;
  return random.weighted({ NONE: 100, QUOTED: 6, WARRANTY: inTerm ? 8 : 0 });
}

/** Somebody who holds a unit at the time of the report. */
function callerAt({ random, reportedMs, callers, regulars }: Report): DemoOccupancy | null {
  const day = dayAt(reportedMs);
  for (let attempt = 0; attempt < 20 && callers.length > 0; attempt += 1) {
    const regular = random.chance(0.2) ? regulars.shift() : undefined;
    if (regular) regulars.push(regular);
    const held = regular ?? random.pick(callers);
    if (held.from <= day && (held.until === null || held.until > day)) return held;
  }
  return null;
}

function channelOf(random: Random, caller: DemoOccupancy | null): Channel {
  return caller
    ? random.weighted({ PHONE: 55, APP: 28, VISIT: 14, LETTER: 1, GOVERNMENT_HOTLINE: 2 })
    : random.weighted({ PATROL: 55, STAFF: 35, OWNERS_COMMITTEE: 4, PHONE: 6 });
}

function reportTime(random: Random, { today }: DemoCompany): number {
  const stretch = Number(random.weighted(STRETCHES));
  return (
    dayStartMs(today - random.int(1, HISTORY_DAYS)) +
    stretch * HOUR_MS +
    random.int(0, (3 * HOUR_MS) / 1_000 - 1) * 1_000
  );
}

/** Outside the desk's hours, eight to eight (D-08). */
function isNight(ms: number): boolean {
  const hour = Math.floor((ms + 8 * HOUR_MS) / HOUR_MS) % 24;
  return hour < 8 || hour >= 20;
}

const isoOf = (step: StoryStep | undefined): string | null => (step ? new Date(step.atMs).toISOString() : null);
