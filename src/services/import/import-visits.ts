import { columnsOfVisits, mapVisit, type VisitDraft, type VisitMapping } from '../../domain/import/visit-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writeVisits } from './write-visits.js';

const visitImport = (mapping: VisitMapping): ImportSubject<VisitDraft> => ({
  file: mapping.file,
  columns: columnsOfVisits(mapping),
  creates: [],
  read: (value, now) => mapVisit(mapping, value, now),
  notes: () => [],
  write: (context, rows) => writeVisits(context, mapping, rows),
});

/**
 * Imports the visits to households of a file, as history.
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importVisits = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: VisitMapping },
): Promise<ImportCounts> => importFile(house, visitImport(mapping), order);
