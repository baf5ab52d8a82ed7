import { dayStartMs } from '../../domain/demo/demo-days.js';
import type { Role } from '../../domain/identity/role.js';
import { isQuietFor, type VisitMode } from '../../domain/owner-visit/visit-mode.js';
import { endOfMonth } from '../../domain/owner-visit/visit-month.js';
import type { VisitStage } from '../../domain/owner-visit/visit-stage.js';
import { policyOf } from '../../domain/policy/policies.js';
import { conduct } from './conducted-visit.js';
import type { DemoCompany } from './demo-company.js';
import type { Row } from './demo-rows.js';
import { addObligation } from './obligations.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';
import type { DemoVisit } from './visit-programme.js';
import { iso, staff, visitEvent, type Happened, type VisitsOfEstate } from './visits-of-estate.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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

/** What nobody knows of a visit as it is drawn. */
const UNKNOWN: Row = { mode: null, visitorId: null, appointmentAt: null };
const HOUSE: Row = { actor_kind: 'SYSTEM', actor_id: null };

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
    organiser: 'ESTATE',
    stage,
    sampled: drawn !== null,
    drawn_month: drawn?.month ?? null,
    assigned_post: drawn?.post ?? null,
    ...{ mode: facts.mode, visitor_id: facts.visitorId, visitor_post: named ? visitor.post : null },
    ...{ appointment_at: iso(agreed), appointed_at: iso(appointedMs), visited_at: iso(madeMs) },
    ...{ in_quiet_hours: inQuietHours, quiet_hours_reason: inQuietHours ? '客户约定此时' : null },
    ...{ unannounced: flags.unannounced, repeated, by_other_post: false, counts },
    signature: made?.signature ?? null,
    satisfaction: made?.satisfaction ?? null,
    submitted_at: iso(made?.submittedMs ?? null),
    reviewed_at: iso(made?.reviewedMs ?? null),
    reviewed_by_id: made?.reviewedMs == null ? null : known.team.supervisor,
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
    satisfaction: made?.satisfaction ?? null,
    items: made?.items.length ?? 0,
    complaints: Number(visit.ticketId !== null),
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
      key: `visit/${id}/${month}`,
      estateId: estate.id,
      kind: 'OWNER_VISIT',
      subjectKind: 'OWNER_VISIT',
      subjectId: id,
      owner: drawn?.post ?? 'STEWARD',
      sinceMs: drawnOn(month),
      dueMs: endOfMonth(month, company.plan.timeZone).getTime(),
      done: madeMs === null ? null : { atMs: madeMs, staffId },
      ...(droppedMs === null ? {} : { lapsedMs: droppedMs }),
    });
}
