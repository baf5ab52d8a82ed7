import { addDays } from '../../domain/calendar/calendar-day.js';
import { declaredCalendar } from '../../domain/calendar/declared-calendar.js';
import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { dayAt, dayNumber, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import {
  REPORT_TEXT,
  reportStage,
  reportSteps,
  type ReportHappening,
  type ReportStep,
} from '../../domain/demo/report-story.js';
import type { Role } from '../../domain/identity/role.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import { policyOf } from '../../domain/policy/policies.js';
import { REPORT_KINDS, reportKind, type ReportKind } from '../../domain/report/report-kind.js';
import { lastPeriod, reportDue, reportPeriod } from '../../domain/report/report-period.js';
import { REVIEW_WORKING_DAYS } from '../../domain/report/review-due.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import { addObligation } from './obligations.js';
import { HISTORY_DAYS, type PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';
import type { DemoTeam } from './staffing.js';

/** When the program drafts what is owed, on the day after a period. */
const DRAFTED_AT_MS = 40 * 60_000;

/** The reports of an estate on the periods that ended within the history: approved, late, sent back, undecided, left in draft. @rule R-RPT-21 @rule D-14 */
export function addReports(company: DemoCompany, estate: DemoEstate, team: DemoTeam): PastEvent[] {
  const today = dayText(company.today);
  return REPORT_KINDS.flatMap((kind) => {
    const last = lastPeriod(kind, today);
    const before = reportPeriod(kind, addDays(last.from, -1));
    return [before, last]
      .filter(({ to }) => dayNumber(to) > company.today - HISTORY_DAYS && dayNumber(to) < company.today)
      .filter((period) => kind !== 'REPAIR_ANALYSIS' || hasRepairs(company, estate, period))
      .flatMap((period) => addReport(company, estate, { kind, period, people: peopleOf(kind, team) }));
  });
}

/** Who writes a report, and who decides on it. */
interface People {
  readonly author: string;
  readonly reviewer: string;
}

/** Whoever holds the posts, or what a lean team has in their place. */
function peopleOf(kind: ReportKind, team: DemoTeam): People {
  const { author, reviewer } = reportKind(kind);
  const lead = team.supervisor ?? team.desk;
  const writers: Readonly<Partial<Record<Role, string | null>>> = {
    FRONT_DESK: team.desk,
    SERVICE_MANAGER: team.manager,
  };
  const deciders: Readonly<Partial<Record<Role, string | null>>> = { SERVICE_MANAGER: team.manager };
  return { author: writers[author] ?? lead, reviewer: deciders[reviewer] ?? team.estateManager };
}

const hasRepairs = ({ rows }: DemoCompany, estate: DemoEstate, { from, to }: MetricPeriod): boolean =>
  rows.of('ticket').some((row) => {
    if (row['estate_id'] !== estate.id || row['kind'] !== 'REPAIR') return false;
    const day = dayText(dayAt(Date.parse(String(row['reported_at']))));
    return day >= from && day < to;
  });

interface PastReport {
  readonly kind: ReportKind;
  readonly period: MetricPeriod;
  readonly people: People;
}

function addReport(company: DemoCompany, estate: DemoEstate, past: PastReport): PastEvent[] {
  const { kind, period, people } = past;
  const draftedMs = dayStartMs(dayNumber(period.to)) + DRAFTED_AT_MS;
  const days = {
    repairAnalysis: policyOf('P-06').default.repairAnalysis,
    complaintCollation: policyOf('P-06b').default,
  };
  const dueMs = reportDue(kind, period, days, company.plan.timeZone).getTime();
  const name = `report/${estate.id}/${kind}/${period.from}`;
  const random = company.random.branch(name);
  const steps = reportSteps(random, draftedMs, dueMs, dayStartMs(company.today));
  const id = idOf(company, name, draftedMs);
  const submitted = steps.filter(({ type }) => type === 'SUBMITTED');
  const at = (type: ReportHappening): string | null => {
    const step = steps.find((each) => each.type === type);
    return step ? iso(step.atMs) : null;
  };
  const isWritten = at('WRITTEN') !== null;
  const asKnownOn = dayText(dayAt(draftedMs) - 1);
  company.rows.add('report', {
    ...{ company_id: company.id, id, estate_id: estate.id, kind, stage: reportStage(steps) },
    ...{ from_day: period.from, until_day: period.to, due_at: iso(dueMs), figures: [], as_known_on: asKnownOn },
    ...(isWritten ? REPORT_TEXT : { summary: null, problems: null, measures: null, suggestions: null }),
    ...{ drafted_at: iso(draftedMs), submitted_at: at('SUBMITTED'), approved_at: at('APPROVED') },
    ...{
      submitted_by_id: submitted.length > 0 ? people.author : null,
      rounds: submitted.length,
      version: steps.length,
    },
  });
  addRounds(company, estate, { id, steps, people });
  const [first] = submitted;
  addObligation(company, {
    ...{ key: name, estateId: estate.id, kind: reportKind(kind).owed, subjectKind: 'REPORT', subjectId: id },
    ...{ owner: reportKind(kind).author, sinceMs: draftedMs, dueMs },
    done: first ? { atMs: first.atMs, staffId: people.author } : null,
  });
  addReviews(company, estate, { id, steps, people, owner: reportKind(kind).reviewer });
  return steps.map(({ type, atMs }, i): PastEvent => {
    const so = steps.slice(0, i + 1);
    const rounds = so.filter((step) => step.type === 'SUBMITTED').length;
    const decided = type === 'APPROVED' || type === 'RETURNED';
    const happened = pastEvent(company, {
      ...{ type: `report.${type}`, estateId: estate.id, kind: 'report', id, version: i + 1, at: atMs },
      by: decided ? people.reviewer : people.author,
      facts: {
        ...{ kind, fromDay: period.from, untilDay: period.to, stage: reportStage(so), rounds },
        ...{ submittedById: rounds > 0 ? people.author : null },
        ...(type === 'DRAFTED' || type === 'WRITTEN' ? { asKnownOn } : {}),
        ...(type === 'SUBMITTED' ? { inTime: (first?.atMs ?? atMs) <= dueMs } : {}),
      },
    });
    return type === 'DRAFTED' ? { ...happened, row: { ...happened.row, ...BY_PROGRAM } } : happened;
  });
}

const BY_PROGRAM: Row = { actor_kind: 'SYSTEM', actor_id: null };

interface Reviewed {
  readonly id: string;
  readonly steps: readonly ReportStep[];
  readonly people: People;
}

const decisionAfter = (steps: readonly ReportStep[], atMs: number): ReportStep | undefined =>
  steps.find((step) => (step.type === 'APPROVED' || step.type === 'RETURNED') && step.atMs > atMs);

/** Each time that it was handed in, with what was decided. @rule R-ORG-68 */
function addRounds(company: DemoCompany, estate: DemoEstate, { id, steps, people }: Reviewed): void {
  steps
    .filter(({ type }) => type === 'SUBMITTED')
    .forEach(({ atMs }, i) => {
      const decision = decisionAfter(steps, atMs);
      company.rows.add('report_round', {
        ...{ company_id: company.id, id: idOf(company, `report round/${id}/${i}`, atMs), estate_id: estate.id },
        ...{ report_id: id, round: i + 1, submitted_by_id: people.author, submitted_at: iso(atMs) },
        ...{ decision: decision?.type ?? null, decided_by_id: decision ? people.reviewer : null },
        ...{ decided_at: decision ? iso(decision.atMs) : null },
        remark: decision?.type === 'RETURNED' ? '请补充夜间报修的原因分析。' : null,
      });
    });
}

/** What its reviewer owed each time. @rule R-RPT-21 */
function addReviews(
  company: DemoCompany,
  estate: DemoEstate,
  { id, steps, people, owner }: Reviewed & { readonly owner: Role },
): void {
  const calendar = declaredCalendar(company.plan.timeZone, 'CN', []);
  for (const { atMs } of steps.filter(({ type }) => type === 'SUBMITTED')) {
    const decision = decisionAfter(steps, atMs);
    addObligation(company, {
      ...{ key: `report review/${id}/${atMs}`, estateId: estate.id, kind: 'REPORT_REVIEW', subjectKind: 'REPORT' },
      ...{ subjectId: id, owner, sinceMs: atMs },
      dueMs: workingDayDeadline(new Date(atMs), REVIEW_WORKING_DAYS, calendar).deadline.getTime(),
      done: decision ? { atMs: decision.atMs, staffId: people.reviewer } : null,
    });
  }
}
