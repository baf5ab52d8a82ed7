import { dayAt, dayStartMs } from '../../domain/demo/demo-days.js';
import type { Random } from '../../domain/demo/random.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import type { Home, PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';
import { addVisitPapers } from './visit-papers.js';
import { runProgramme, type OutOfTurn } from './visit-programme.js';
import { addVisit, type PastVisit } from './visit-rows.js';
import { localDayOf, visitEvent } from './visits-of-estate.js';

const HOUR_MS = 3_600_000;

/** Three months of visits to households: drawn, agreed, made, handed in, read, spot-checked and summed up; some left lying. @rule R-VIS-05 @rule R-VIS-19 */
export function addOwnerVisits(company: DemoCompany, { estate, occupancies }: Home, team: DemoTeam): PastEvent[] {
  if (estate.plan.silent) return [];
  const random = company.random.branch(`visiting/${estate.plan.code}`);
  const run = runProgramme(company, estate, complaintsOnVisits(company, estate), (first, last) =>
    whenMade(random, first, last),
  );
  const base = { company_id: company.id, estate_id: estate.id };
  const house = { actor_kind: 'SYSTEM', actor_id: null };
  const events: PastEvent[] = [];
  for (const { id, number, seed, occupied, startedMs, endedMs } of run.cycles) {
    const ended_at = endedMs === null ? null : new Date(endedMs).toISOString();
    company.rows.add('visit_cycle', {
      ...base,
      id,
      number,
      seed,
      occupied,
      started_at: new Date(startedMs).toISOString(),
      ended_at,
    });
    const subject = { kind: 'visitCycle', id };
    events.push(
      visitEvent(base, subject, {
        type: 'CYCLE_STARTED',
        atMs: startedMs,
        version: number,
        actor: house,
        facts: { number },
      }),
    );
    if (endedMs !== null)
      events.push(
        visitEvent(base, subject, {
          type: 'CYCLE_ENDED',
          atMs: endedMs,
          version: number + 1,
          actor: house,
          facts: { number },
        }),
      );
  }
  for (const { id, drawnMs, ...month } of run.months) {
    const { month: first, required, carried, drawn } = month;
    company.rows.add('visit_month', {
      ...{ ...base, id, month: first, households: month.households, occupied: month.occupied, percent: month.percent },
      required,
      by_manager: 5,
      by_supervisor: 5,
      carried,
      drawn,
      drawn_at: new Date(drawnMs).toISOString(),
      version: 1,
    });
    const facts = { month: first, required, carried, drawn };
    events.push(
      visitEvent(
        base,
        { kind: 'visitMonth', id },
        { type: 'MONTH_DRAWN', atMs: drawnMs, version: 1, actor: house, facts },
      ),
    );
  }
  const known = { company, estate, team, random, customerOf: customersOf(occupancies) };
  const seen = new Set<string>();
  const checked = new Set<string>();
  const made = [...run.visits]
    .sort((a, b) => (a.madeMs ?? Infinity) - (b.madeMs ?? Infinity))
    .map((visit): PastVisit => {
      const turn = `${visit.cycle.id}/${visit.unitId}`;
      const repeated = visit.madeMs !== null && seen.has(turn);
      if (visit.madeMs !== null) seen.add(turn);
      const month = visit.madeMs === null ? '' : localDayOf(visit.madeMs).slice(0, 7);
      const past = addVisit(known, visit, { repeated, isToBeChecked: !checked.has(month) });
      if (past.checkedMs !== null) checked.add(month);
      return past;
    });
  return [...events, ...made.flatMap((visit) => visit.events), ...addVisitPapers(known, run.months, made)];
}

/** Two in seventeen households are not met within a month. Few visits lie in quiet hours. */
function whenMade(random: Random, first: number, last: number): number {
  const day = random.int(first + 1, last);
  const morning = random.chance(0.45);
  const hour = morning ? random.int(9, 11) : random.int(14, 19);
  const quiet = random.chance(0.02) ? 21 : hour;
  const atMs = dayStartMs(day) + quiet * HOUR_MS + random.int(0, 59) * 60_000;
  return random.chance(0.88) ? atMs : Number.NaN;
}

/** Complaints that somebody made to a visitor. @rule R-VIS-18 */
const complaintsOnVisits = ({ rows }: DemoCompany, estate: DemoEstate): OutOfTurn[] =>
  rows
    .of('ticket')
    .filter((row) => row['estate_id'] === estate.id && row['kind'] === 'COMPLAINT' && row['channel'] === 'OWNER_VISIT')
    .map((row) => ({
      ...{ unitId: String(row['unit_id']), ticketId: String(row['id']) },
      atMs: Date.parse(String(row['reported_at'])),
    }));

/** Who lives in a unit on the day of an instant: a tenant before the owner. @rule D-30 */
function customersOf(occupancies: readonly DemoOccupancy[]) {
  const byUnit = new Map<string, DemoOccupancy[]>();
  for (const held of occupancies) byUnit.set(held.unitId, [...(byUnit.get(held.unitId) ?? []), held]);
  return (unitId: string, atMs: number): DemoOccupancy | null => {
    const day = dayAt(atMs);
    const there = (byUnit.get(unitId) ?? []).filter(
      (held) => held.from <= day && (held.until === null || day < held.until),
    );
    return there.find((held) => held.capacity === 'TENANT') ?? there[0] ?? null;
  };
}
