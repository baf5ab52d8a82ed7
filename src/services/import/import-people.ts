import {
  columnsOfPeople,
  mapPerson,
  type PeopleMapping,
  type PersonDraft,
} from '../../domain/import/people-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writePeople } from './write-people.js';

const peopleImport = (mapping: PeopleMapping): ImportSubject<PersonDraft> => ({
  file: mapping.file,
  columns: columnsOfPeople(mapping),
  creates: ['customers'],
  read: (value) => mapPerson(mapping, value),
  notes: () => [],
  write: (context, rows) => writePeople(context, mapping, rows),
});

/**
 * Imports the customers of a file with the units that they hold. @rule D-30
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importPeople = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: PeopleMapping },
): Promise<ImportCounts> => importFile(house, peopleImport(mapping), order);
