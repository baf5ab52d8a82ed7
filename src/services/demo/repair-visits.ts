import type { StoryStep } from '../../domain/demo/repair-story.js';
import type { VisitOutcome } from '../../domain/ticket/visit-outcome.js';
import type { DemoCompany } from './demo-company.js';
import type { Row } from './demo-rows.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WINDOW_HOURS = 2;
/** Shanghai lies eight hours ahead. */
const ZONE_MS = 8 * HOUR_MS;

/** A repair whose visits are told. */
interface Visited {
  readonly own: Row;
  readonly ticketId: string;
  readonly technicianId: string;
  readonly steps: readonly StoryStep[];
}

/** The visits of a repair of the past, each with the technician who came (D-19). */
export function addVisits({ rows }: DemoCompany, { own, ticketId, technicianId, steps }: Visited): void {
  const arrivals = steps.filter(({ type }) => type === 'STARTED');
  arrivals.forEach((arrival, i) => {
    const end = steps.find(
      ({ type, atMs }) => atMs > arrival.atMs && (type === 'CARRIED_OVER' || type === 'COMPLETED'),
    );
    rows.add('repair_visit', {
      ...own,
      ticket_id: ticketId,
      number: i + 1,
      arrived_at: new Date(arrival.atMs).toISOString(),
      left_at: end ? new Date(end.atMs).toISOString() : null,
      outcome: end ? (end.type === 'COMPLETED' ? 'FIXED' : outcomeOf(end, steps)) : null,
      without_consent: false,
    });
    const { company_id, estate_id } = own;
    const worker = { ticket_id: ticketId, visit_number: i + 1, staff_id: technicianId, helps: false };
    rows.add('repair_worker', { company_id, estate_id, ...worker });
  });
}

/** How a visit that left the work unfinished ended: what is decided to be the developer's is passed on. @rule D-05 */
export function outcomeOf(end: StoryStep, steps: readonly StoryStep[]): VisitOutcome {
  const before = steps[steps.indexOf(end) - 1];
  return before?.type === 'RESPONSIBILITY_DECIDED' ? 'PASSED_TO_DEVELOPER' : unfinished(end);
}

/** Why work was carried over: mostly for parts. */
const unfinished = ({ atMs }: StoryStep): VisitOutcome =>
  (['PARTS_AWAITED', 'NOT_FINISHED', 'PARTS_AWAITED', 'NO_ACCESS'] as const)[Math.floor(atMs / 1_000) % 4] ??
  'NOT_FINISHED';

/** Between when the technician was to come: two hours of the day after it was agreed, outside quiet hours (R-RPR-10). */
export function appointmentOf(agreed: StoryStep): { readonly from: string; readonly until: string } {
  const local = agreed.atMs + ZONE_MS + DAY_MS;
  const day = local - (local % DAY_MS);
  const hour = Math.floor((local % DAY_MS) / HOUR_MS);
  const from = hour < 8 ? 8 : hour > 10 && hour < 14 ? 14 : Math.min(hour, 18);
  const at = (hours: number): string => new Date(day + hours * HOUR_MS - ZONE_MS).toISOString();
  return { from: at(from), until: at(from + WINDOW_HOURS) };
}
