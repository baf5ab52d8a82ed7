import type { NewEvent } from '../../events/new-event.js';

/** What came in for an estate; null is the company. */
export interface CameIn {
  readonly estateId: string | null;
  readonly verdict: 'IMPORTED' | 'UPDATED';
}

/**
 * One event an estate: how many rows came in silently. It is about the estate, or the company, and for staff; the rows
 * themselves tell nothing, so nobody is notified.
 */
export function estateEvents(
  type: string,
  companyId: string,
  source: string,
  written: readonly CameIn[],
  now: Date,
): NewEvent[] {
  const estates = [...new Set(written.map(({ estateId }) => estateId))];
  return estates.map((estateId) => {
    const here = written.filter((row) => row.estateId === estateId);
    const imported = here.filter(({ verdict }) => verdict === 'IMPORTED').length;
    return {
      type,
      estateId,
      subjectKind: estateId === null ? 'company' : 'estate',
      subjectId: estateId ?? companyId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      actorKind: 'SYSTEM',
      actorId: null,
      occurredAt: now,
      facts: { source, imported, updated: here.length - imported },
    };
  });
}
