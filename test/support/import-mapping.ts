import { readMapping } from '../../src/domain/import/read-mapping.js';
import type { ImportMapping } from '../../src/domain/import/import-mapping.js';

type Json = Readonly<Record<string, unknown>>;

/** A mapping for files of the columns id, area, unit, what, state, opened, visited, closed: as JSON, before it is read. */
export const mappingJson = (changes: Json = {}): Json => ({
  source: 'old-system',
  reference: '{id}',
  file: { timeZone: 'America/Los_Angeles' },
  createMissing: { estates: true, buildings: true, units: true },
  estate: { code: '{area}', name: 'Area {area}', timeZone: 'America/Los_Angeles' },
  building: { code: '{area}-B' },
  unit: { code: '{unit}' },
  kind: 'REPAIR',
  stage: { column: 'state', values: { done: 'CLOSED', off: 'CANCELLED', new: 'REPORTED', passed: 'FORWARDED' } },
  channel: 'PHONE',
  urgency: 'ORDINARY',
  subject: '{what}',
  times: {
    reportedAt: { columns: ['opened'], formats: ['YYYY-MM-DD HH:mm'] },
    startedAt: { columns: ['visited'], formats: ['YYYY-MM-DD HH:mm', 'YYYY-MM-DD'] },
    closedAt: { columns: ['closed'], formats: ['YYYY-MM-DD HH:mm'] },
  },
  ...changes,
});

export const COLUMNS = 'id,area,unit,what,state,opened,visited,closed';

export const mappingOf = (changes: Json = {}): ImportMapping => readMapping(mappingJson(changes));
