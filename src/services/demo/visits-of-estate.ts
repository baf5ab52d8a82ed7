import { dayAt, dayText } from '../../domain/demo/demo-days.js';
import type { Random } from '../../domain/demo/random.js';
import type { VisitStage } from '../../domain/owner-visit/visit-stage.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';

/** What every part of an estate's visits is told with. */
export interface VisitsOfEstate {
  readonly company: DemoCompany;
  readonly estate: DemoEstate;
  readonly team: DemoTeam;
  readonly random: Random;
  readonly customerOf: (unitId: string, atMs: number) => DemoOccupancy | null;
}

/** A step of a visit; its stage where it changes. */
export interface Happened {
  readonly type: string;
  readonly atMs: number;
  readonly actor: Row;
  readonly facts?: Row;
  readonly stage?: VisitStage;
}

/** An instant as rows have it. */
export const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
/** A member of staff as the actor of an event. */
export const staff = (id: string): Row => ({ actor_kind: 'STAFF', actor_id: id });

/** An event of the programme. Residents hear what they have agreed to, taken part in and been told. @rule D-30 */
export function visitEvent(
  own: Row,
  subject: { readonly kind: string; readonly id: string },
  told: {
    readonly type: string;
    readonly atMs: number;
    readonly version: number;
    readonly actor: Row;
    readonly facts: Row;
  },
): PastEvent {
  const isTold = subject.kind === 'ownerVisit' && ['APPOINTED', 'RECORDED', 'FED_BACK'].includes(told.type);
  return {
    occurredMs: told.atMs,
    recordedMs: told.atMs + 700,
    row: {
      ...{ occupancy_id: null, ...own, type: `visit.${told.type}`, subject_kind: subject.kind, subject_id: subject.id },
      subject_version: told.version,
      visibility: isTold ? 'CUSTOMER' : 'INTERNAL',
      ...told.actor,
      facts: told.facts,
    },
  };
}

/** The local day of an instant, `YYYY-MM-DD`. */
export const localDayOf = (atMs: number): string => dayText(dayAt(atMs));
