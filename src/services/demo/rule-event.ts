import type { DemoCompany } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';

/** Something that a member of staff decided about how the company works. */
interface Happened {
  readonly type: string;
  readonly estateId: string | null;
  readonly kind: string;
  readonly id: string;
  readonly version?: number;
  readonly by: string;
  readonly at: number;
  readonly facts: Row;
}

/** The event of it, recorded a second later. */
export function pastEvent(company: DemoCompany, happened: Happened): PastEvent {
  const { type, estateId, kind, id, version = 1, by, at, facts } = happened;
  return {
    occurredMs: at,
    recordedMs: at + 1_000,
    row: {
      company_id: company.id,
      estate_id: estateId,
      occupancy_id: null,
      type,
      subject_kind: kind,
      subject_id: id,
      subject_version: version,
      visibility: 'INTERNAL',
      actor_kind: 'STAFF',
      actor_id: by,
      facts,
    },
  };
}

/** The id of a row of the company's rules, born at an instant. */
export const idOf = (company: DemoCompany, name: string, at: number): string =>
  company.random.branch(`rules/${name}`).id(at);
/** An instant as the database takes it. */
export const iso = (ms: number): string => new Date(ms).toISOString();
