import type { Visibility } from '../domain/visibility.js';

/** An event before the head gives it its number. */
export interface NewEvent {
  readonly type: string;
  readonly estateId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
  readonly occupancyId?: string | null;
  readonly visibility: Visibility;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly occurredAt: Date;
  /** Whether it tells of history that was brought along, which nothing reacts to; it is news unless told otherwise. */
  readonly silent?: boolean;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
