import { addDays } from '../../domain/calendar/calendar-day.js';
import { declaredCalendar } from '../../domain/calendar/declared-calendar.js';
import { deadlineOfLocalDay } from '../../domain/calendar/local-instant.js';
import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { CHECK_WORKING_DAYS } from '../../domain/corrective-action/action-check.js';
import type { ActionStage } from '../../domain/corrective-action/action-stage.js';
import { dayAt, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import { sourcesOf, type Source } from './action-sources.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import { addObligation } from './obligations.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days that an owner has. */
const LIMIT_DAYS = 7;

/** What becomes of an action, in turn. */
const FATES = ['VERIFIED', 'REOPENED', 'DONE', 'LEFT_LYING', 'RAISED'] as const;
type Fate = (typeof FATES)[number];

/** Actions that came of substantiated complaints, approved summaries, published rounds and inspections: verified, opened again, waiting, overdue, just raised. @rule R-CMP-20 @rule R-SAT-04 @rule R-ORG-25 */
export function addCorrectiveActions(company: DemoCompany, estate: DemoEstate, team: DemoTeam): PastEvent[] {
  const lead = team.supervisor;
  if (lead === null) return [];
  return sourcesOf(company, estate).flatMap((source, i) =>
    addAction(company, estate, { source, fate: FATES[i % FATES.length] ?? 'RAISED', lead, team }),
  );
}

/** Something went wrong already. */
const isFault = ({ kind }: Source): boolean => kind === 'COMPLAINT' || kind === 'INSPECTION_FINDING';

interface Taken {
  readonly source: Source;
  readonly fate: Fate;
  readonly lead: string;
  readonly team: DemoTeam;
}

interface Happened {
  readonly type: string;
  readonly stage: ActionStage;
  readonly atMs: number;
  readonly by: string;
}

function addAction(company: DemoCompany, estate: DemoEstate, { source, fate, lead, team }: Taken): PastEvent[] {
  const endMs = dayStartMs(company.today);
  const raisedMs = source.raisedBy === null ? source.atMs + HOUR_MS : source.atMs;
  const raisedBy = source.raisedBy ?? lead;
  const kind = isFault(source) ? 'CORRECTIVE' : 'PREVENTIVE';
  const owner = team.engineeringHead;
  const plan: Happened[] = [
    { type: 'RAISED', stage: 'RAISED', atMs: raisedMs, by: raisedBy },
    { type: 'PLANNED', stage: 'PLANNED', atMs: raisedMs + DAY_MS, by: lead },
    { type: 'DONE', stage: 'DONE', atMs: raisedMs + 4 * DAY_MS, by: owner },
    { type: 'REOPENED', stage: 'PLANNED', atMs: raisedMs + 6 * DAY_MS, by: lead },
    { type: 'DONE', stage: 'DONE', atMs: raisedMs + 9 * DAY_MS, by: owner },
    { type: 'VERIFIED', stage: 'VERIFIED', atMs: raisedMs + 11 * DAY_MS, by: lead },
  ];
  const steps: Readonly<Record<Fate, readonly number[]>> = {
    ...{ RAISED: [0], LEFT_LYING: [0, 1], DONE: [0, 1, 2] },
    ...{ VERIFIED: [0, 1, 2, 5], REOPENED: [0, 1, 2, 3, 4, 5] },
  };
  const lived = plan.filter((step, i) => steps[fate].includes(i) && step.atMs < endMs);
  const last = lived.at(-1);
  if (!last) return [];
  const random = company.random.branch(`action/${source.id}`);
  const id = random.id(raisedMs);
  const base = { company_id: company.id, estate_id: estate.id };
  const done = lived.filter(({ type }) => type === 'DONE');
  const reopened = lived.filter(({ type }) => type === 'REOPENED');
  const starts = lived.filter(({ type }) => type === 'PLANNED' || type === 'REOPENED');
  const dues = starts.map(({ atMs }) => dueOf(company, atMs));
  const due = dues.at(-1);
  const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
  const isDone = last.stage === 'DONE' || last.stage === 'VERIFIED';
  company.rows.add('corrective_action', {
    ...base,
    id,
    kind,
    source_kind: source.kind,
    source_id: source.id,
    stage: last.stage,
    problem: source.problem,
    cause: due ? source.cause : null,
    measure: due ? source.measure : null,
    owner_id: due ? owner : null,
    due_day: due?.day ?? null,
    due_at: iso(due?.ms),
    raised_by_id: raisedBy,
    raised_at: iso(raisedMs),
    ...{ planned_at: iso(starts.at(-1)?.atMs), done_at: isDone ? iso(done.at(-1)?.atMs) : null },
    verified_at: last.stage === 'VERIFIED' ? iso(last.atMs) : null,
    reopenings: reopened.length,
    postponements: 0,
    ...{ cancelled_at: null, cancelled_by_id: null, cancel_reason: null, version: lived.length },
  });
  starts.forEach(({ atMs }, i) => {
    const report = done[i];
    const limit = dues[i];
    if (!limit) return;
    addObligation(company, {
      key: `action/${id}/${i}`,
      estateId: estate.id,
      kind: 'CORRECTIVE_ACTION',
      subjectKind: 'CORRECTIVE_ACTION',
      subjectId: id,
      ...{ owner: { staffId: owner }, sinceMs: atMs, dueMs: limit.ms },
      done: report ? { atMs: report.atMs, staffId: owner } : null,
    });
    if (!report) return;
    const verdict = reopened[i] ?? (last.stage === 'VERIFIED' ? last : undefined);
    const checkedBy = verdict ? { atMs: verdict.atMs, staffId: lead } : null;
    addObligation(company, {
      key: `action check/${id}/${i}`,
      estateId: estate.id,
      kind: 'CORRECTIVE_ACTION_CHECK',
      subjectKind: 'CORRECTIVE_ACTION',
      subjectId: id,
      ...{ owner: 'SERVICE_MANAGER', sinceMs: report.atMs, dueMs: checkDue(company, report.atMs), done: checkedBy },
    });
    const held = verdict === last && last.stage === 'VERIFIED' ? 'HELD' : 'REOPENED';
    company.rows.add('corrective_action_report', {
      ...base,
      id: random.id(report.atMs),
      action_id: id,
      attempt: i + 1,
      note: '已按措施整改。',
      done_by_id: owner,
      ...{ done_at: iso(report.atMs), in_time: report.atMs <= limit.ms, verdict: verdict ? held : null },
      ...{ finding: verdict && held === 'REOPENED' ? '复查仍有个别点位未到位。' : null },
      ...{ judged_by_id: verdict ? lead : null, judged_at: iso(verdict?.atMs) },
    });
  });
  return lived.map((step, i): PastEvent => {
    const begun = lived.slice(0, i + 1).filter(({ type }) => type === 'PLANNED' || type === 'REOPENED').length;
    return eventOf({ ...base, occupancy_id: null }, id, step, {
      kind,
      sourceKind: source.kind,
      sourceId: source.id,
      ...{ version: i + 1, ownerId: begun > 0 ? owner : null, dueDay: dues[begun - 1]?.day ?? null },
      ...{ reopenings: Math.max(0, begun - 1), postponements: 0 },
    });
  });
}

/** The last day of the limit, and its end. */
function dueOf({ plan }: DemoCompany, fromMs: number): { readonly day: string; readonly ms: number } {
  const day = addDays(dayText(dayAt(fromMs)), LIMIT_DAYS);
  return { day, ms: deadlineOfLocalDay(day, plan.timeZone).getTime() };
}

/** The end of the fifth working day. */
function checkDue({ plan }: DemoCompany, fromMs: number): number {
  const calendar = declaredCalendar(plan.timeZone, 'CN', []);
  return workingDayDeadline(new Date(fromMs), CHECK_WORKING_DAYS, calendar).deadline.getTime();
}

function eventOf(
  own: Row,
  id: string,
  step: Happened,
  { version, ...facts }: Row & { readonly version: number },
): PastEvent {
  return {
    occurredMs: step.atMs,
    recordedMs: step.atMs + 900,
    row: {
      ...{ ...own, type: `correctiveAction.${step.type}`, subject_kind: 'correctiveAction', subject_id: id },
      ...{ subject_version: version, visibility: 'INTERNAL', actor_kind: 'STAFF', actor_id: step.by },
      facts: { stage: step.stage, ...facts },
    },
  };
}
