import { dayStartMs } from '../../domain/demo/demo-days.js';
import { endOfMonth } from '../../domain/owner-visit/visit-month.js';
import { endsQuarter, periodOf, summaryDue, type SummaryPeriod } from '../../domain/owner-visit/visit-summary.js';
import { policyOf } from '../../domain/policy/policies.js';
import { addObligation } from './obligations.js';
import type { PastEvent } from './repairs.js';
import type { DemoMonth } from './visit-programme.js';
import type { PastVisit } from './visit-rows.js';
import { iso, localDayOf, staff, visitEvent, type VisitsOfEstate } from './visits-of-estate.js';

const DAY_MS = 86_400_000;

/** What goes with months of visits: summaries and their approval, and at the end of a quarter the report and a spot-check. @rule R-VIS-19 @rule R-VIS-20 @rule R-VIS-25 @rule R-VIS-29 */
export function addVisitPapers(
  known: VisitsOfEstate,
  months: readonly DemoMonth[],
  visits: readonly PastVisit[],
): PastEvent[] {
  return months.flatMap((month) => {
    addCheck(known, month, visits);
    return [
      ...addSummary(known, 'MONTH', month, months, visits),
      ...(endsQuarter(month.month) ? addSummary(known, 'QUARTER', month, months, visits) : []),
    ];
  });
}

function addSummary(
  known: VisitsOfEstate,
  period: SummaryPeriod,
  month: DemoMonth,
  months: readonly DemoMonth[],
  visits: readonly PastVisit[],
): PastEvent[] {
  const { company, estate, team, random } = known;
  const { timeZone } = company.plan;
  const endMs = dayStartMs(company.today);
  const span = periodOf(period, month.month);
  const dueMs = summaryDue(month.month, policyOf('P-06').default.visitSummary, timeZone).getTime();
  const doneMs = dueMs - (random.chance(0.8) ? random.int(30, 60) : -20) * 3_600_000;
  const done = team.supervisor !== null && doneMs < endMs ? { atMs: doneMs, staffId: team.supervisor } : null;
  addObligation(company, {
    key: `${period}/${month.id}`,
    estateId: estate.id,
    kind: period === 'MONTH' ? 'VISIT_SUMMARY' : 'VISIT_REPORT',
    subjectKind: 'VISIT_MONTH',
    subjectId: month.id,
    owner: 'SERVICE_SUPERVISOR',
    sinceMs: month.drawnMs,
    dueMs,
    done,
  });
  if (!done) return [];
  const id = random.id(doneMs);
  const reader = team.manager ?? team.estateManager;
  const readMs = doneMs + random.int(4, 30) * 3_600_000;
  const decidedMs = readMs < endMs ? readMs : null;
  const inPeriod = (day: string): boolean => day >= span.from && day < span.until;
  const here = visits.filter(({ madeMs }) => madeMs !== null && inPeriod(localDayOf(madeMs)));
  const sum = (of: (visit: PastVisit) => number): number => here.reduce((total, visit) => total + of(visit), 0);
  const figures = {
    visits: here.length,
    households: new Set(here.filter(({ counts }) => counts).map(({ unitId }) => unitId)).size,
    required: months.filter((each) => inPeriod(each.month)).reduce((total, each) => total + each.required, 0),
    items: sum(({ items }) => items),
    complaints: sum(({ complaints }) => complaints),
    answered: sum(({ satisfaction }) => Number(satisfaction !== null)),
    satisfied: sum(({ satisfaction }) => Number(satisfaction === 'VERY_SATISFIED' || satisfaction === 'SATISFIED')),
  };
  const base = { company_id: company.id, estate_id: estate.id };
  const stage = decidedMs === null ? 'SUBMITTED' : 'APPROVED';
  company.rows.add('visit_summary', {
    ...{ ...base, id, period, from_day: span.from, stage, author_id: done.staffId, ...figures, escalation: null },
    text:
      period === 'MONTH' ? '本月走访反映集中在停车秩序与公共区域照明。' : '本季度走访总体满意，停车秩序仍是主要问题。',
    ...{ submitted_at: iso(doneMs), decided_at: iso(decidedMs), decided_by_id: decidedMs === null ? null : reader },
    measures: decidedMs === null ? null : '增加晚高峰巡逻；更换地下车库照明。',
    version: decidedMs === null ? 1 : 2,
  });
  if (period === 'MONTH')
    addObligation(company, {
      key: `review/${id}`,
      estateId: estate.id,
      kind: 'SUMMARY_REVIEW',
      subjectKind: 'VISIT_SUMMARY',
      subjectId: id,
      ...{ owner: 'SERVICE_MANAGER', sinceMs: doneMs, dueMs: doneMs + 2 * DAY_MS },
      done: decidedMs === null ? null : { atMs: decidedMs, staffId: reader },
    });
  const { visits: count, households, required } = figures;
  const told = (type: string, atMs: number, version: number, actor: string, at: string): PastEvent =>
    visitEvent(
      base,
      { kind: 'visitSummary', id },
      {
        ...{ type: `SUMMARY_${type}`, atMs, version, actor: staff(actor) },
        facts: { period, fromDay: span.from, stage: at, visits: count, households, required },
      },
    );
  return [
    told('SUBMITTED', doneMs, 1, done.staffId, 'SUBMITTED'),
    ...(decidedMs === null ? [] : [told('APPROVED', decidedMs, 2, reader, 'APPROVED')]),
  ];
}

/** The spot-check that a quarter owes: of a visit that the customer service manager has checked in its last month. */
function addCheck({ company, estate, team }: VisitsOfEstate, month: DemoMonth, visits: readonly PastVisit[]): void {
  if (!endsQuarter(month.month)) return;
  const { manager } = team;
  const dueMs = endOfMonth(month.month, company.plan.timeZone).getTime();
  const checked = visits
    .flatMap(({ checkedMs }) => (checkedMs === null ? [] : [checkedMs]))
    .find((atMs) => localDayOf(atMs).startsWith(month.month.slice(0, 7)));
  addObligation(company, {
    key: `check/${month.id}`,
    estateId: estate.id,
    kind: 'VISIT_SPOT_CHECK',
    subjectKind: 'VISIT_MONTH',
    subjectId: month.id,
    ...{ owner: 'SERVICE_MANAGER', sinceMs: month.drawnMs, dueMs },
    done: checked === undefined || manager === null ? null : { atMs: checked, staffId: manager },
  });
}
