import { dayAt, dayStartMs } from '../../domain/demo/demo-days.js';
import { unitsOf } from '../../domain/demo/portfolio.js';
import type { Random } from '../../domain/demo/random.js';
import { requestStory, type RequestKind } from '../../domain/demo/request-story.js';
import { QUICK_QUESTIONS, requestTold } from '../../domain/demo/request-subjects.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { addCallback } from './callbacks.js';
import { eventsOf } from './request-events.js';
import { addNotes, addTerms, addTold, isoOf, NOT_OURS } from './request-rows.js';
import type { PastContact } from './contacts.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import { DemoNumbers } from './demo-numbers.js';
import type { Row } from './demo-rows.js';
import { HISTORY_DAYS, type Home, type PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';

/** Requests of the whole history for every unit, and questions that are answered at once. */
const REQUESTS_A_UNIT = 0.07;
const QUESTIONS_A_UNIT = 0.12;

/**
 * Two months of enquiries, suggestions, service requests and calls for help of an estate, with what was said and told.
 */
export function addRequests(company: DemoCompany, { estate, occupancies }: Home, team: DemoTeam): PastEvent[] {
  if (estate.plan.silent) return [];
  const random = company.random.branch(`requests/${estate.plan.code}`);
  const homes = new Set(estate.units.filter((unit) => unit.use !== 'PARKING').map((unit) => unit.id));
  const callers = occupancies.filter((held) => homes.has(held.unitId));
  const numbers = new DemoNumbers(company, estate);
  const events = timesOf(random, company, estate, REQUESTS_A_UNIT).flatMap((reportedMs) => {
    const caller = callerAt(random, callers, reportedMs);
    if (caller === null) return [];
    const kind = random.weighted({ ENQUIRY: 36, SUGGESTION: 18, SERVICE_REQUEST: 36, HELP_CALL: 10 });
    const number = numbers.next(kind, reportedMs);
    return addRequest(company, estate, team, { random, kind, reportedMs, caller, number });
  });
  numbers.leaveCounters();
  return events;
}

/** What the desk of an estate was asked in two months and answered while the customer waited (R-REC-11). */
export function questionsOf(company: DemoCompany, { estate, occupancies }: Home, team: DemoTeam): PastContact[] {
  if (estate.plan.silent) return [];
  const random = company.random.branch(`questions/${estate.plan.code}`);
  return timesOf(random, company, estate, QUESTIONS_A_UNIT).map((receivedMs) => {
    const caller = random.chance(0.7) ? callerAt(random, occupancies, receivedMs) : null;
    return {
      channel: random.weighted({ PHONE: 70, VISIT: 28, LETTER: 2 }),
      ...{ receivedMs, settledMs: receivedMs, receivedBy: team.desk, content: null, ticketId: null },
      caller: {
        ...{ caller_name: caller?.name ?? null, caller_phone: caller?.phone ?? null },
        ...{ unit_id: caller?.unitId ?? null, customer_id: caller?.customerId ?? null },
      },
      ...random.pick(QUICK_QUESTIONS),
    };
  });
}

interface Request {
  readonly random: Random;
  readonly kind: RequestKind;
  readonly reportedMs: number;
  readonly caller: DemoOccupancy;
  readonly number: Row;
}

function addRequest(company: DemoCompany, estate: DemoEstate, team: DemoTeam, request: Request): PastEvent[] {
  const { random, kind, reportedMs, caller, number } = request;
  const steps = requestStory(random, kind, reportedMs, dayStartMs(company.today));
  const last = steps.at(-1);
  if (!last) throw new RangeError('A request begins with being taken down.');
  const id = random.id(reportedMs);
  const channel: Channel = random.weighted({ PHONE: 52, APP: 30, VISIT: 16, LETTER: 2 });
  const { category, answer, ...told } = requestTold(random, kind);
  const worker = team.steward ?? team.desk;
  const at = (verb: string): string | null => isoOf(steps.find((step) => step.verb === verb));
  const ended = last.phase === 'CLOSED' || last.phase === 'CANCELLED';
  const own = { company_id: company.id, estate_id: estate.id, occupancy_id: caller.id };
  company.rows.add('ticket', {
    ...own,
    id,
    ...number,
    kind,
    ...{ phase: last.phase, stage: last.stage, version: steps.length, reopenings: 0 },
    ...{ unit_id: caller.unitId, customer_id: caller.customerId, channel, ...told },
    category_id: company.categories.get(category) ?? null,
    ...{ contact_name: caller.name, contact_phone: caller.phone },
    assignee_id: at('assign') === null && at('arrive') === null ? null : worker,
    visits: at('arrive') === null ? 0 : 1,
    reported_at: new Date(reportedMs).toISOString(),
    forwarded_at: at('alert'),
    started_at: at('arrive'),
    completed_at: at('perform') ?? at('end'),
    called_back_at: at('callBack'),
    closed_at: ended ? isoOf(last) : null,
    cancel_reason: last.verb === 'cancel' ? '价格不合适' : null,
  });
  const past = { own, ticketId: id, steps, desk: team.desk };
  const noteIds = addNotes(company, past, ({ verb }) => (verb === 'decline' ? NOT_OURS : answer));
  const termsAt = kind === 'SERVICE_REQUEST' ? addTerms(company, past) : () => ({});
  if (kind === 'HELP_CALL' && at('alert') !== null) addTold(company, estate, id, at('alert'), team);
  if (kind === 'SERVICE_REQUEST') {
    const mapped = steps.map(({ verb, atMs }) => ({ type: MILESTONES[verb] ?? verb, atMs }));
    const back = mapped.find(({ type }) => type === 'COMPLETED');
    const done = back ? [...mapped, { type: 'RETURNED', atMs: back.atMs }] : mapped;
    addCallback(company, estate, { ticketId: id, steps: done, desk: team.desk, supervisor: team.supervisor });
  }
  return eventsOf(random, {
    ...{ own, id, channel, caller, team, steps },
    factsAt: (step) => ({
      kind,
      ...(step.verb === 'record' ? { channel, categoryId: company.categories.get(category) ?? null } : {}),
      ...(step.verb === 'assign' ? { departmentId: null, assigneeId: worker } : {}),
      ...(noteIds.has(step) ? { noteId: noteIds.get(step) } : {}),
      ...termsAt(step),
    }),
  });
}

/** What a step of a service is among the milestones of work. */
const MILESTONES: Readonly<Record<string, string>> = { perform: 'COMPLETED', callBack: 'CALLED_BACK' };
/** Times within the history and the desk's hours, so many for every unit. */
export function timesOf(random: Random, { today }: DemoCompany, { plan }: DemoEstate, each: number): number[] {
  const time = (): number =>
    dayStartMs(today - random.int(1, HISTORY_DAYS)) + random.int(8 * 3_600, 20 * 3_600) * 1_000;
  return Array.from({ length: Math.ceil(unitsOf(plan) * each) }, time).sort((a, b) => a - b);
}

/** Somebody who holds a unit at that time. */
export function callerAt(random: Random, callers: readonly DemoOccupancy[], atMs: number): DemoOccupancy | null {
  const day = dayAt(atMs);
  for (let attempt = 0; attempt < 20 && callers.length > 0; attempt += 1) {
    const held = random.pick(callers);
    if (held.from <= day && (held.until === null || held.until > day)) return held;
  }
  return null;
}
