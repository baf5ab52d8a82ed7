import { addCalendarMonths } from '../../domain/calendar/calendar-day.js';
import { dayNumber, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { Role } from '../../domain/identity/role.js';
import { drawHouseholds, isCycleOver, type Household } from '../../domain/owner-visit/household-draw.js';
import { postsOfDraw } from '../../domain/owner-visit/visitor.js';
import { monthOf } from '../../domain/owner-visit/visit-month.js';
import { visitQuota } from '../../domain/owner-visit/visit-quota.js';
import {
  countHouseholds,
  HOUSEHOLD_USES,
  OCCUPIED_STATES,
  stateOn,
  type DatedState,
} from '../../domain/place/household.js';
import { policyOf } from '../../domain/policy/policies.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';

/** One round through the households. */
export interface DemoCycle {
  readonly id: string;
  readonly number: number;
  readonly seed: string;
  readonly occupied: number;
  readonly startedMs: number;
  endedMs: number | null;
}

/** A visit that was drawn, or made out of turn; what became of it is told elsewhere. */
export interface DemoVisit {
  readonly id: string;
  readonly unitId: string;
  readonly cycle: DemoCycle;
  /** Null where nobody drew it. */
  readonly drawn: { readonly month: string; readonly post: Role } | null;
  /** The months in which it was owed, by their first days. */
  readonly owedIn: string[];
  /** When it was made; null while it waits. */
  madeMs: number | null;
  /** When it was dropped, because nobody lives there any more. */
  droppedMs: number | null;
  /** The complaint that was made on it, of one out of turn. */
  readonly ticketId: string | null;
}

/** What an estate owed in a month, and drew. */
export interface DemoMonth {
  readonly id: string;
  readonly month: string;
  readonly drawnMs: number;
  readonly households: number;
  readonly occupied: number;
  readonly percent: number;
  readonly required: number;
  readonly carried: number;
  readonly drawn: number;
}

/** Somebody who complained to a visitor. */
export interface OutOfTurn {
  readonly unitId: string;
  readonly atMs: number;
  readonly ticketId: string;
}

interface Programme {
  readonly cycles: readonly DemoCycle[];
  readonly months: readonly DemoMonth[];
  readonly visits: readonly DemoVisit[];
}

/** How many months lie before the one that runs. */
const MONTHS_BEFORE = 2;
const TEN_MINUTES_MS = 600_000;

/**
 * Three months of an estate's visits, drawn as the product draws them: by quota, nobody twice a cycle, what a month leaves
 * carried into the next. `whenMade` says when a household that waits is visited within a month; null: not in it.
 * @rule R-VIS-05 @rule R-VIS-09
 */
export function runProgramme(
  company: DemoCompany,
  estate: DemoEstate,
  outOfTurn: readonly OutOfTurn[],
  whenMade: (firstDay: number, lastDay: number) => number,
): Programme {
  const random = company.random.branch(`visits/${estate.plan.code}`);
  const [units, endMs] = [unitsOfEstate(company, estate), dayStartMs(company.today)];
  const cycles: DemoCycle[] = [];
  const months: DemoMonth[] = [];
  const visits: DemoVisit[] = [];
  const policies = {
    ...{ bands: policyOf('P-29').default, base: policyOf('Q-04').default },
    ...{ people: policyOf('P-07').default, small: policyOf('Q-38').default },
  };
  for (const month of monthsUntil(company.today)) {
    const [first, next] = [dayNumber(month), dayNumber(addCalendarMonths(month, 1))];
    const drawnMs = dayStartMs(first) + TEN_MINUTES_MS;
    const states = units.map(({ unitId, buildingId, ...unit }) => ({
      unitId,
      buildingId,
      state: stateOn(unit.states, month),
    }));
    const homes: Household[] = states.filter(({ state }) => state !== null && OCCUPIED_STATES.includes(state));
    const inhabited = new Set(homes.map(({ unitId }) => unitId));
    const waiting = visits.filter(({ madeMs, droppedMs }) => madeMs === null && droppedMs === null);
    for (const visit of waiting) if (!inhabited.has(visit.unitId)) visit.droppedMs = drawnMs;
    const carried = waiting.filter(({ droppedMs }) => droppedMs === null);
    for (const visit of carried) visit.owedIn.push(month);
    const cycle = cycleAt(visits, cycles, homes, () => ({
      id: random.id(drawnMs),
      seed: random.id(drawnMs),
      startedMs: drawnMs,
    }));
    const taken = new Set(
      visits.filter((visit) => visit.cycle === cycle && visit.droppedMs === null).map(({ unitId }) => unitId),
    );
    const count = countHouseholds(units, month);
    const { percent, required } = visitQuota(count, policies);
    const drawn = drawHouseholds({ seed: cycle.seed, wanted: required - carried.length, occupied: homes, taken });
    const posts = postsOfDraw(carried.length + drawn.length, policies.people).slice(carried.length);
    const fresh = drawn.map(({ unitId }, i): DemoVisit => {
      const own = { id: random.id(drawnMs), unitId, cycle, owedIn: [month], madeMs: null, droppedMs: null };
      return { ...own, drawn: { month, post: posts[i] ?? 'STEWARD' }, ticketId: null };
    });
    months.push({
      ...{ id: random.id(drawnMs), month, drawnMs, ...count, percent, required },
      ...{ carried: carried.length, drawn: drawn.length },
    });
    visits.push(...fresh);
    for (const visit of [...carried, ...fresh]) {
      const atMs = whenMade(first, next - 1);
      if (atMs > drawnMs && atMs < dayStartMs(next)) visit.madeMs = atMs < endMs ? atMs : null;
    }
    for (const { unitId, atMs, ticketId } of outOfTurn)
      if (atMs > drawnMs && atMs < dayStartMs(next))
        visits.push({
          id: random.id(atMs),
          unitId,
          cycle,
          drawn: null,
          owedIn: [],
          madeMs: atMs,
          droppedMs: null,
          ticketId,
        });
  }
  return { cycles, months, visits };
}

/** The first days of the month that runs the day before a day, and of those before it. */
function monthsUntil(today: number): string[] {
  const last = monthOf(dayText(today - 1));
  return Array.from({ length: MONTHS_BEFORE + 1 }, (_, i) => addCalendarMonths(last, i - MONTHS_BEFORE));
}

/** The cycle that a draw is of: the one that runs, or the next one once everybody has been visited. @rule Q-35 */
function cycleAt(
  visits: readonly DemoVisit[],
  cycles: DemoCycle[],
  homes: readonly Household[],
  begin: () => Pick<DemoCycle, 'id' | 'seed' | 'startedMs'>,
): DemoCycle {
  const last = cycles.at(-1);
  const visited = new Set(visits.filter((v) => v.cycle === last && v.madeMs !== null).map(({ unitId }) => unitId));
  if (last && !isCycleOver(homes, visited)) return last;
  const next = { ...begin(), occupied: homes.length, number: cycles.length + 1, endedMs: null };
  if (last) last.endedMs = next.startedMs;
  cycles.push(next);
  return next;
}

/** The homes and shops of an estate with their states. */
function unitsOfEstate({ rows }: DemoCompany, estate: DemoEstate) {
  const states = new Map<unknown, DatedState[]>();
  for (const row of rows.of('unit_state'))
    if (row['estate_id'] === estate.id)
      states.set(row['unit_id'], [
        ...(states.get(row['unit_id']) ?? []),
        { fromDay: String(row['from_day']), state: row['state'] as DatedState['state'] },
      ]);
  return estate.units
    .filter(({ use }) => HOUSEHOLD_USES.includes(use))
    .map(({ id, buildingId, use }) => ({ unitId: id, buildingId, use, states: states.get(id) ?? [] }));
}
