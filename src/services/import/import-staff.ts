import { columnsOfStaff, mapStaff, type StaffDraft, type StaffMapping } from '../../domain/import/staff-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writeStaff } from './write-staff.js';

const staffImport = (mapping: StaffMapping): ImportSubject<StaffDraft> => ({
  file: mapping.file,
  columns: columnsOfStaff(mapping),
  creates: ['departments', 'logins'],
  read: (value) => mapStaff(mapping, value),
  notes: () => [],
  write: (context, rows) => writeStaff(context, mapping, rows),
});

/**
 * Imports the staff of a file with departments and posts. A login that it makes has no password yet: a password code
 * (`issuePasswordCode`) lets its owner set one. @rule D-11
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importStaff = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: StaffMapping },
): Promise<ImportCounts> => importFile(house, staffImport(mapping), order);
