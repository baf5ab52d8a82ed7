import { dayStartMs } from '../../domain/demo/demo-days.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import { localDay } from '../../domain/place/local-day.js';
import { PolicyBook, type StoredPolicyVersion } from '../../domain/policy/policy-book.js';
import type { ClockHappening, ClockedTicket } from '../../domain/service-clock/clocked-ticket.js';
import { CLOCKED_OBLIGATIONS } from '../../domain/service-clock/clock-definition.js';
import { nextInstant } from '../../domain/service-clock/next-instant.js';
import { pastClocks, type PastStep } from '../../domain/service-clock/past-clocks.js';
import { readClock } from '../../domain/service-clock/read-clock.js';
import { aroundTheClock } from '../../domain/service-clock/time-measure.js';
import type { Intake } from '../../domain/ticket/intake.js';
import { phaseOf } from '../../domain/ticket/lives.js';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import type { TicketStage } from '../../domain/ticket/ticket-stage.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { clockRow, entryRow } from '../service-clock/steps/clock-rows.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';

const SYSTEM = { kind: 'SYSTEM', id: null } as const;

/** Something that happened to a ticket, with what its event says of where the ticket stands then; null: where it stood. */
interface Happened {
  readonly happening: ClockHappening;
  readonly recordedAt: Date;
  readonly stage: TicketStage | null;
}

/**
 * The clocks of an estate's tickets, as the events and obligations of the past tell: what has passed was told to nobody,
 * what is still to come rings when it is due.
 * @rule R-MET-09
 */
export function addClocks(company: DemoCompany, estate: DemoEstate, events: readonly PastEvent[]): void {
  const now = new Date(dayStartMs(company.today));
  const { timeZone } = company.plan;
  const book = new PolicyBook(company.rows.of('policy_version').map(versionOf));
  const happened = happeningsOf(company, estate, events);
  const random = company.random.branch(`clocks/${estate.plan.code}`);
  for (const ticket of company.rows.of('ticket').filter((row) => row['estate_id'] === estate.id)) {
    const ticketId = String(ticket['id']);
    const owner = { estateId: estate.id, ticketId, occupancyId: ticket['occupancy_id'] as string | null };
    const clocks = pastClocks([], stepsOf(ticket, happened.get(ticketId) ?? []), {
      policies: (key, at) => book.at(key, { day: localDay(at, timeZone), estateId: estate.id }),
      ...{ timeZone, now },
    });
    for (const clock of clocks) {
      const id = random.id(clock.startedAt.getTime());
      const reading = readClock(clock.ledger, { ms: clock.limitMs, measure: aroundTheClock }, now);
      company.rows.add('service_clock', { company_id: company.id, ...clockRow(id, owner, clock, reading) });
      for (const entry of clock.ledger) {
        const row = entryRow(random.id(entry.at.getTime()), id, owner, entry, SYSTEM);
        company.rows.add('clock_entry', { company_id: company.id, ...row });
      }
      const next = nextInstant(reading, now)?.toISOString();
      if (next === undefined) continue;
      company.rows.add('timer', {
        ...{ company_id: company.id, id: random.id(now.getTime()), kind: 'CLOCK_DUE', subject_id: id },
        ...{ due_at: next, set_for: next, failures: 0, parked_at: null },
      });
    }
  }
}

/** What happened to each ticket, in its order: its events, and what became of what was owed about it. */
function happeningsOf(
  { rows }: DemoCompany,
  estate: DemoEstate,
  events: readonly PastEvent[],
): Map<string, Happened[]> {
  const happened = new Map<string, Happened[]>();
  const add = (ticketId: unknown, one: Happened): void => {
    const known = happened.get(String(ticketId));
    if (known) known.push(one);
    else happened.set(String(ticketId), [one]);
  };
  for (const { row, occurredMs, recordedMs } of events) {
    if (row['subject_kind'] !== 'ticket') continue;
    const facts = row['facts'] as ClockHappening['facts'];
    add(row['subject_id'], {
      happening: { type: String(row['type']).replace('ticket.', ''), at: new Date(occurredMs), facts },
      recordedAt: new Date(recordedMs),
      stage: facts['stage'] as TicketStage,
    });
  }
  for (const owed of rows.of('obligation').filter((row) => row['estate_id'] === estate.id && isClocked(row))) {
    const settledAt = owed['settled_at'] as string | null;
    const word = String(owed['state']).replace('_LATE', '');
    const tell = (type: string, at: string, facts: ClockHappening['facts']): void =>
      add(owed['subject_id'], {
        ...{ happening: { type: `${String(owed['kind'])}_${type}`, at: new Date(at), facts } },
        ...{ recordedAt: new Date(at), stage: null },
      });
    tell('OWED', String(owed['owed_since']), { dueAt: String(owed['due_at']) });
    if (settledAt !== null) tell(word, settledAt, {});
  }
  for (const each of happened.values()) each.sort((a, b) => a.happening.at.getTime() - b.happening.at.getTime());
  return happened;
}

const isClocked = (row: Row): boolean =>
  row['subject_kind'] === 'TICKET' && CLOCKED_OBLIGATIONS.some((kind) => kind === row['kind']);

/** The ticket as it stood after each happening. */
function stepsOf(ticket: Row, happened: readonly Happened[]): PastStep[] {
  const kind = ticket['kind'] as TicketKind;
  const reportedAt = new Date(String(ticket['reported_at']));
  let stage = happened[0]?.stage ?? (ticket['stage'] as TicketStage);
  let seen: Pick<ClockedTicket, 'visits' | 'acceptedAt' | 'rectifiedAt' | 'departmentReportedAt'> = {
    ...{ visits: 0, acceptedAt: null, rectifiedAt: null, departmentReportedAt: null },
  };
  return happened.map((one) => {
    const { type, at } = one.happening;
    stage = one.stage ?? stage;
    if (type === 'REPAIR_STARTED') seen = { ...seen, visits: seen.visits + 1 };
    if (type === 'REPAIR_ACCEPTED') seen = { ...seen, acceptedAt: at };
    if (type === 'COMPLAINT_RECTIFIED') seen = { ...seen, rectifiedAt: at };
    if (type === 'COMPLAINT_DEPARTMENT_REPORTED') seen = { ...seen, departmentReportedAt: at };
    return {
      ...one,
      ticket: {
        ...{ id: String(ticket['id']), kind, stage, phase: phaseOf(kind, stage), joined: false, reportedAt, ...seen },
        urgency: (ticket['urgency'] ?? null) as Urgency | null,
        complaintClass: (ticket['complaint_class'] ?? null) as ComplaintClass | null,
        takenBy: (ticket['taken_by'] ?? null) as Intake | null,
        concernsCustomer: ticket['unit_id'] != null || ticket['customer_id'] != null,
      },
    };
  });
}

const versionOf = (row: Row): StoredPolicyVersion => ({
  id: String(row['id']),
  key: String(row['key']),
  estateId: row['estate_id'] as string | null,
  version: Number(row['version']),
  effectiveFrom: String(row['effective_from']),
  value: row['value'],
  estatesMayOverride: row['estates_may_override'] === true,
});
