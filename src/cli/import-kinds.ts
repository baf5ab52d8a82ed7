import type { FileRules } from '../domain/import/import-mapping.js';
import { readPeopleMapping } from '../domain/import/people-mapping.js';
import { readMeterMapping } from '../domain/import/meter-mapping.js';
import { readBalanceMapping } from '../domain/import/balance-mapping.js';
import { readMapping } from '../domain/import/read-mapping.js';
import { readStaffMapping } from '../domain/import/staff-mapping.js';
import { readUnitMapping } from '../domain/import/unit-mapping.js';
import { readSurveyResponseMapping } from '../domain/import/survey-response-mapping.js';
import { readVisitMapping } from '../domain/import/visit-mapping.js';
import type { ImportCounts, ImportOrder } from '../services/import/import-file.js';
import { importBalances } from '../services/import/import-balances.js';
import { importMeters } from '../services/import/import-meters.js';
import { importPeople } from '../services/import/import-people.js';
import { importStaff } from '../services/import/import-staff.js';
import { importSurveyResponses } from '../services/import/import-survey-responses.js';
import { importTickets } from '../services/import/import-tickets.js';
import { importUnits } from '../services/import/import-units.js';
import { importVisits } from '../services/import/import-visits.js';
import type { ImportHouse } from '../services/import/write-chunk.js';

/** An import whose mapping was read: how the file is written, and the way to begin. */
interface ReadyImport {
  readonly file: FileRules;
  readonly begin: (house: ImportHouse, order: ImportOrder) => Promise<ImportCounts>;
}

interface Kind {
  readonly description: string;
  /** What stands behind the kind on an example's command line. */
  readonly example: string;
  /** Reads a mapping file. @throws INVALID_INPUT with the path of the key that is wrong */
  readonly ready: (json: unknown) => ReadyImport;
}

const kind = <M extends { readonly file: FileRules }>(
  description: string,
  example: string,
  read: (json: unknown) => M,
  run: (house: ImportHouse, order: ImportOrder & { readonly mapping: M }) => Promise<ImportCounts>,
): Kind => ({
  description,
  example,
  ready: (json) => {
    const mapping = read(json);
    return { file: mapping.file, begin: (house, order) => run(house, { ...order, mapping }) };
  },
});

/** What can be imported. */
export const IMPORT_KINDS = {
  tickets: kind(
    'Imports tickets from a CSV file by a mapping file.',
    'requests.csv --company harbour --map examples/import/service-requests.map.json',
    readMapping,
    importTickets,
  ),
  units: kind(
    'Imports buildings and units with their use, area and state.',
    'units.csv --company harbour --map examples/import/units.map.json',
    readUnitMapping,
    importUnits,
  ),
  people: kind(
    'Imports customers and the units that they hold.',
    'people.csv --company harbour --map examples/import/people.map.json',
    readPeopleMapping,
    importPeople,
  ),
  staff: kind(
    'Imports staff with departments, posts and logins.',
    'staff.csv --company harbour --map examples/import/staff.map.json',
    readStaffMapping,
    importStaff,
  ),
  'owner-visits': kind(
    'Imports visits to households that took place.',
    'visits.csv --company harbour --map examples/import/owner-visits.map.json',
    readVisitMapping,
    importVisits,
  ),
  'survey-responses': kind(
    'Imports the forms of a survey that came back on paper.',
    'answers.csv --company harbour --map examples/import/survey-responses.map.json',
    readSurveyResponseMapping,
    importSurveyResponses,
  ),
  balances: kind(
    'Imports what was owed and paid ahead when the books begin.',
    'balances.csv --company harbour --map examples/import/balances.map.json',
    readBalanceMapping,
    importBalances,
  ),
  meters: kind(
    'Imports meters of units and common parts with what they show when counting begins.',
    'meters.csv --company harbour --map examples/import/meters.map.json',
    readMeterMapping,
    importMeters,
  ),
} as const;
export type ImportKind = keyof typeof IMPORT_KINDS;
