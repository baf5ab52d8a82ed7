import { dayAt, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { Random } from '../../domain/demo/random.js';
import { satisfactionOfVisit, wordsOfVisit } from '../../domain/demo/visit-words.js';
import type { Role } from '../../domain/identity/role.js';
import { feedbackDue } from '../../domain/owner-visit/item-route.js';
import { isQuietFor, type VisitMode } from '../../domain/owner-visit/visit-mode.js';
import { endOfMonth, recordDue } from '../../domain/owner-visit/visit-month.js';
import type { VisitStage } from '../../domain/owner-visit/visit-stage.js';
import { policyOf } from '../../domain/policy/policies.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import type { Row } from './demo-rows.js';
import { addObligation } from './obligations.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';
import type { DemoVisit } from './visit-programme.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What every part of an estate's visits is told with. */
export interface VisitsOfEstate {
  readonly company: DemoCompany;
  readonly estate: DemoEstate;
  readonly team: DemoTeam;
  readonly random: Random;
  readonly customerOf: (unitId: string, atMs: number) => DemoOccupancy | null;
}

/** A visit as it was told, with what summaries count and checks look at. */
export interface PastVisit {
  readonly id: string;
  readonly unitId: string;
  readonly madeMs: number | null;
  readonly visitorId: string | null;
  readonly checkedMs: number | null;
  readonly counts: boolean;
  readonly satisfaction: string | null;
  readonly items: number;
  readonly complaints: number;
  readonly events: readonly PastEvent[];
}

interface Happened {
  readonly type: string;
  readonly atMs: number;
  readonly actor: Row;
  readonly facts?: Row;
  readonly stage?: VisitStage;
}

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const staff = (id: string): Row => ({ actor_kind: 'STAFF', actor_id: id });
/** What nobody knows of a visit as it is drawn. */
const UNKNOWN: Row = { mode: null, visitorId: null, appointmentAt: null };
const HOUSE: Row = { actor_kind: 'SYSTEM', actor_id: null };

/** An event of the programme. Residents hear what they have agreed to, taken part in and been told. @rule D-30 */
export function visitEvent(
  own: Row,
  subject: { readonly kind: string; readonly id: string },
  told: {
    readonly type: string;
    readonly atMs: number;
    readonly version: number;
    readonly actor: Row;
    readonly facts: Row;
  },
): PastEvent {
  const isTold = subject.kind === 'ownerVisit' && ['APPOINTED', 'RECORDED', 'FED_BACK'].includes(told.type);
  return {
    occurredMs: told.atMs,
    recordedMs: told.atMs + 700,
    row: {
      ...{ occupancy_id: null, ...own, type: `visit.${told.type}`, subject_kind: subject.kind, subject_id: subject.id },
      ...{
        subject_version: told.version,
        visibility: isTold ? 'CUSTOMER' : 'INTERNAL',
        ...told.actor,
        facts: told.facts,
      },
    },
  };
}

/** The local day of an instant, `YYYY-MM-DD`. */
export const localDayOf = (atMs: number): string => dayText(dayAt(atMs));

/** Writes a visit with what was said on it, what is owed for it, and its events. */
export function addVisit(
  known: VisitsOfEstate,
  visit: DemoVisit,
  { repeated, isToBeChecked }: { readonly repeated: boolean; readonly isToBeChecked: boolean },
): PastVisit {
  const { company, estate, random } = known;
  const { id, unitId, cycle, drawn, madeMs, droppedMs } = visit;
  const endMs = dayStartMs(company.today);
  const visitor = visitorOf(known.team, drawn?.post ?? 'STEWARD');
  const mode = random.weighted({ HOME: 62, OFFICE: 18, OUTDOORS: 12, TELEPHONE: 8 });
  const waits = madeMs === null && droppedMs === null;
  const plannedMs = waits && random.chance(0.4) ? dayStartMs(company.today + random.int(0, 4)) + 10 * HOUR_MS : null;
  const agreed = madeMs !== null && mode === 'HOME' && random.chance(0.94) ? madeMs : plannedMs;
  const appointedMs =
    agreed === null || drawn === null
      ? null
      : Math.min(endMs - HOUR_MS, Math.max(drawnOn(drawn.month) + HOUR_MS, agreed - 2 * DAY_MS));
  const made = madeMs === null ? null : conduct(known, { visit, atMs: madeMs, visitorId: visitor.id, isToBeChecked });
  const occupant = known.customerOf(unitId, madeMs ?? endMs - 1);
  const named = madeMs !== null || appointedMs !== null;
  const inQuietHours = madeMs !== null && isQuiet(company, madeMs, mode);
  const counts = madeMs !== null && drawn !== null && !repeated;
  const own = { company_id: company.id, estate_id: estate.id, occupancy_id: named ? (occupant?.id ?? null) : null };
  const facts = {
    ...{ unitId, cycleId: cycle.id, sampled: drawn !== null, mode: named ? mode : null },
    ...{ visitorId: named ? visitor.id : null, appointmentAt: iso(agreed) },
  };
  const flags = { counts, inQuietHours, unannounced: madeMs !== null && mode === 'HOME' && agreed === null, repeated };
  const happened: Happened[] = [
    ...(drawn === null
      ? []
      : [{ type: 'SAMPLED', atMs: drawnOn(drawn.month), actor: HOUSE, stage: 'SAMPLED' as const, facts: UNKNOWN }]),
    ...(appointedMs === null
      ? []
      : [{ type: 'APPOINTED', atMs: appointedMs, actor: staff(visitor.id), stage: 'APPOINTED' as const }]),
    ...(droppedMs === null ? [] : [{ type: 'DROPPED', atMs: droppedMs, actor: HOUSE, stage: 'DROPPED' as const }]),
    ...(made?.happened(flags) ?? []),
  ].sort((a, b) => a.atMs - b.atMs);
  const stage = happened.findLast((each) => each.stage !== undefined)?.stage ?? 'SAMPLED';
  company.rows.add('owner_visit', {
    ...{ ...own, id, unit_id: unitId, customer_id: named ? (occupant?.customerId ?? null) : null, cycle_id: cycle.id },
    ...{
      organiser: 'ESTATE',
      stage,
      sampled: drawn !== null,
      drawn_month: drawn?.month ?? null,
      assigned_post: drawn?.post ?? null,
    },
    ...{ mode: facts.mode, visitor_id: facts.visitorId, visitor_post: named ? visitor.post : null },
    ...{ appointment_at: iso(agreed), appointed_at: iso(appointedMs), visited_at: iso(madeMs) },
    ...{ in_quiet_hours: inQuietHours, quiet_hours_reason: inQuietHours ? '客户约定此时' : null },
    ...{ unannounced: flags.unannounced, repeated, by_other_post: false, counts },
    ...{
      signature: made?.signature ?? null,
      satisfaction: made?.satisfaction ?? null,
      submitted_at: iso(made?.submittedMs ?? null),
    },
    ...{
      reviewed_at: iso(made?.reviewedMs ?? null),
      reviewed_by_id: made?.reviewedMs == null ? null : known.team.supervisor,
    },
    version: Math.max(1, happened.length),
  });
  for (const item of made?.items ?? []) company.rows.add('visit_item', { ...own, ...item });
  oweVisit(known, visit, visitor.id);
  let at: VisitStage = 'SAMPLED';
  const events = happened.map(({ type, atMs, actor, stage: to, facts: more }, i) => {
    at = to ?? at;
    return visitEvent(
      own,
      { kind: 'ownerVisit', id },
      { type, atMs, version: i + 1, actor, facts: { stage: at, ...facts, ...more } },
    );
  });
  return {
    ...{ id, unitId, madeMs, visitorId: facts.visitorId, checkedMs: made?.checkedMs ?? null, counts },
    ...{
      satisfaction: made?.satisfaction ?? null,
      items: made?.items.length ?? 0,
      complaints: Number(visit.ticketId !== null),
    },
    events,
  };
}

const drawnOn = (month: string): number => Date.parse(`${month}T00:00:00+08:00`) + 600_000;

/** Whoever stands at the post, or else who does its work. */
function visitorOf(team: DemoTeam, post: Role): { readonly id: string; readonly post: Role } {
  const asked: readonly (readonly [Role, string | null])[] = [
    ['SERVICE_MANAGER', post === 'SERVICE_MANAGER' ? team.manager : null],
    ['SERVICE_SUPERVISOR', post === 'STEWARD' ? null : team.supervisor],
    ['STEWARD', team.steward],
  ];
  const [found] = asked.filter(([, id]) => id !== null);
  return found?.[1] == null ? { id: team.desk, post: 'FRONT_DESK' } : { id: found[1], post: found[0] };
}

const isQuiet = ({ plan }: DemoCompany, atMs: number, mode: VisitMode): boolean =>
  isQuietFor(new Date(atMs), mode, plan.timeZone, policyOf('P-02').default);

/** The visit is owed in every month in which it waited, until it was made. @rule R-VIS-05 */
function oweVisit({ company, estate }: VisitsOfEstate, visit: DemoVisit, staffId: string): void {
  const { id, drawn, madeMs, droppedMs, owedIn } = visit;
  for (const month of owedIn)
    addObligation(company, {
      ...{
        key: `visit/${id}/${month}`,
        estateId: estate.id,
        kind: 'OWNER_VISIT',
        subjectKind: 'OWNER_VISIT',
        subjectId: id,
      },
      ...{
        owner: drawn?.post ?? 'STEWARD',
        sinceMs: drawnOn(month),
        dueMs: endOfMonth(month, company.plan.timeZone).getTime(),
      },
      done: madeMs === null ? null : { atMs: madeMs, staffId },
      ...(droppedMs === null ? {} : { lapsedMs: droppedMs }),
    });
}

interface Conducted {
  readonly visit: DemoVisit;
  readonly atMs: number;
  readonly visitorId: string;
  readonly isToBeChecked: boolean;
}

/** What was said on a visit, when its record was handed in and read, and what the customer heard of it. @rule R-VIS-14 @rule R-VIS-17 @rule R-VIS-18 */
function conduct(known: VisitsOfEstate, { visit, atMs, visitorId, isToBeChecked }: Conducted) {
  const { company, estate, team, random } = known;
  const endMs = dayStartMs(company.today);
  const until = (ms: number | null): number | null => (ms !== null && ms < endMs ? ms : null);
  const delay = random.weighted({ SOON: 91, LATE: 5, NEVER: 4 });
  const soon = atMs + random.int(1, 20) * HOUR_MS;
  const submittedMs = until({ SOON: soon, LATE: atMs + random.int(50, 90) * HOUR_MS, NEVER: null }[delay]);
  const read = submittedMs === null || team.supervisor === null ? null : submittedMs + random.int(2, 40) * HOUR_MS;
  const reviewedMs = until(read);
  const checkedMs = checkOf(known, { visitId: visit.id, visitorId, reviewedMs: isToBeChecked ? reviewedMs : null });
  const words = visit.ticketId === null ? wordsOfVisit(random) : [];
  const ticket = company.rows.of('ticket').find((row) => visit.ticketId !== null && row['id'] === visit.ticketId);
  const said = [
    ...words.map((each) => ({ ...each, ticket_id: null, route: reviewedMs === null ? null : 'NOTED' })),
    ...(ticket
      ? [
          {
            topic: 'OTHER',
            kind: 'COMPLAINT',
            text: String(ticket['subject']),
            ticket_id: visit.ticketId,
            route: 'COMPLAINT',
          },
        ]
      : []),
  ];
  const signature = random.weighted({ SIGNED: 78, REFUSED: 8, NOT_ASKED: 14 });
  const answeredMs = until(atMs + random.int(20, 200) * HOUR_MS);
  const items = said.map((each, i) => {
    const id = random.id(atMs);
    const owed = each.kind === 'NEED';
    const fedBackMs = owed ? answeredMs : null;
    if (owed)
      addObligation(company, {
        ...{
          key: `feedback/${id}`,
          estateId: estate.id,
          kind: 'VISIT_FEEDBACK',
          subjectKind: 'VISIT_ITEM',
          subjectId: id,
        },
        ...{ owner: { staffId: visitorId }, sinceMs: atMs, dueMs: feedbackDue(new Date(atMs)).getTime() },
        done: fedBackMs === null ? null : { atMs: fedBackMs, staffId: visitorId },
      });
    return {
      ...{ id, visit_id: visit.id, position: i + 1, ...each, satisfaction: null, feedback_owed: owed },
      ...{
        feedback: fedBackMs === null ? null : '已列入计划，完成后再告知。',
        fed_back_in_person: fedBackMs === null ? null : true,
      },
      ...{ fed_back_at: iso(fedBackMs), fed_back_by_id: fedBackMs === null ? null : visitorId },
    };
  });
  const { timeZone } = company.plan;
  addObligation(company, {
    ...{
      key: `record/${visit.id}`,
      estateId: estate.id,
      kind: 'VISIT_RECORD',
      subjectKind: 'OWNER_VISIT',
      subjectId: visit.id,
    },
    ...{ owner: { staffId: visitorId }, sinceMs: atMs },
    dueMs: recordDue(new Date(atMs + 8 * HOUR_MS).toISOString().slice(0, 10), timeZone).getTime(),
    done: submittedMs === null ? null : { atMs: submittedMs, staffId: visitorId },
  });
  const happened = (flags: Row): Happened[] => [
    {
      type: 'RECORDED',
      atMs,
      actor: staff(visitorId),
      stage: 'RECORDED',
      facts: { ...flags, byOtherPost: false, organiser: 'ESTATE', signature },
    },
    ...(submittedMs === null
      ? []
      : [{ type: 'SUBMITTED', atMs: submittedMs, actor: staff(visitorId), stage: 'SUBMITTED' as const }]),
    ...(reviewedMs === null
      ? []
      : [
          {
            type: 'REVIEWED',
            atMs: reviewedMs,
            actor: staff(String(team.supervisor)),
            stage: 'REVIEWED' as const,
            facts: { items: items.length, opened: 0 },
          },
        ]),
    ...(checkedMs === null
      ? []
      : [
          {
            type: 'CHECKED',
            atMs: checkedMs,
            actor: staff(String(team.manager)),
            facts: { tookPlace: true, accurate: true, inUniform: true, keptToTheMatter: true },
          },
        ]),
    ...items.flatMap(({ id, fed_back_at: at }) =>
      at === null
        ? []
        : [{ type: 'FED_BACK', atMs: Date.parse(at), actor: staff(visitorId), facts: { itemId: id, inPerson: true } }],
    ),
  ];
  return { submittedMs, reviewedMs, checkedMs, signature, satisfaction: satisfactionOfVisit(random), items, happened };
}

/** Where there is a customer service manager, the visit is spot-checked within the month. @rule R-VIS-25 */
function checkOf(
  { company, estate, team, random }: VisitsOfEstate,
  of: { readonly visitId: string; readonly visitorId: string; readonly reviewedMs: number | null },
): number | null {
  const { manager } = team;
  if (manager === null || of.reviewedMs === null || manager === of.visitorId) return null;
  const atMs = of.reviewedMs + 20 * HOUR_MS;
  if (atMs >= dayStartMs(company.today)) return null;
  company.rows.add('visit_check', {
    ...{ company_id: company.id, estate_id: estate.id, id: random.id(atMs), visit_id: of.visitId },
    ...{ took_place: true, accurate: true, in_uniform: true, kept_to_the_matter: true, finding: null },
    ...{ checked_by_id: manager, checked_at: iso(atMs), version: 1 },
  });
  return atMs;
}
