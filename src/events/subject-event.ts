import { sql } from 'kysely';
import type { Principal } from '../tenancy/principal.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';

/** An event of a ticket, an obligation, a visit … as it is shown: in a timeline and on the wire alike. */
export interface SubjectEvent {
  /** Position in the company's event log. */
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The subject's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  /** As the event names it: `ticket`, `ownerVisit` … */
  readonly subjectKind: string;
  readonly subjectId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id', 'subject_kind'))
  .select(['e.subject_version as version', 'e.subject_id as subjectId']);

/** How far somebody reads events. */
export interface EventReach {
  readonly companyId: string;
  /** Of a resident: the own ones. */
  readonly occupancyIds: readonly string[] | null;
}

/** How far somebody reads events. */
export const eventReach = ({ companyId, kind, occupancyIds }: Principal): EventReach => ({
  companyId,
  occupancyIds: kind === 'RESIDENT' ? occupancyIds : null,
});

/** The events of some kinds of subjects, unordered; a resident's are the CUSTOMER events of own occupancies. @rule D-30 */
export function subjectEventsWithin(subjectKinds: readonly string[], { companyId, occupancyIds }: EventReach) {
  const events = EVENTS.where('e.company_id', '=', companyId).where(
    sql<boolean>`e.subject_kind = any(${[...subjectKinds]}::text[])`,
  );
  if (!occupancyIds) return events;
  return events
    .where('e.visibility', '=', 'CUSTOMER')
    .where(sql<boolean>`e.occupancy_id = any(${occupancyIds}::uuid[])`);
}
