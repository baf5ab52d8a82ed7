import { dayAt, dayText } from '../../domain/demo/demo-days.js';
import type { Sampled } from '../../domain/inspection/draw-sample.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';

/** A record whose customer can be asked about it. */
export interface RecordOfEstate extends Sampled {
  readonly kind: 'REPAIR' | 'COMPLAINT' | 'OWNER_VISIT';
  /** Whether a callback that reached the customer stands in the record. */
  readonly calledBack: boolean;
}

/** Closed tickets of households, and visits of the estate's own, of the days from one until another. @rule D-27 */
export function recordsOf({ rows }: DemoCompany, estate: DemoEstate, from: string, to: string): RecordOfEstate[] {
  const isIn = (at: unknown): boolean => {
    if (typeof at !== 'string') return false;
    const day = dayText(dayAt(Date.parse(at)));
    return day >= from && day < to;
  };
  const reached = new Set(
    rows
      .of('callback')
      .filter((row) => row['outcome'] === 'REACHED')
      .map((row) => String(row['ticket_id'])),
  );
  const tickets = rows
    .of('ticket')
    .filter(
      (row) =>
        row['estate_id'] === estate.id && row['stage'] === 'CLOSED' && row['unit_id'] != null && isIn(row['closed_at']),
    )
    .filter(({ kind }) => kind === 'REPAIR' || kind === 'COMPLAINT')
    .map((row): RecordOfEstate => ({
      ...{ id: String(row['id']), kind: row['kind'] as 'REPAIR' | 'COMPLAINT' },
      stratum: `${String(row['kind'])}/${String(row[row['kind'] === 'REPAIR' ? 'urgency' : 'complaint_class'])}`,
      calledBack: reached.has(String(row['id'])),
    }));
  const visits = rows
    .of('owner_visit')
    .filter((row) => row['estate_id'] === estate.id && row['organiser'] === 'ESTATE' && isIn(row['visited_at']))
    .map((row): RecordOfEstate => ({
      id: String(row['id']),
      kind: 'OWNER_VISIT',
      stratum: 'OWNER_VISIT',
      calledBack: false,
    }));
  return [...tickets, ...visits].sort((a, b) => (a.id < b.id ? -1 : 1));
}
