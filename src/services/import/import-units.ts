import { columnsOfUnits, mapUnit, type UnitDraft, type UnitMapping } from '../../domain/import/unit-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writeUnits } from './write-units.js';

const unitImport = (mapping: UnitMapping): ImportSubject<UnitDraft> => ({
  file: mapping.file,
  columns: columnsOfUnits(mapping),
  creates: ['estates', 'buildings'],
  read: (value) => mapUnit(mapping, value),
  notes: () => [],
  write: (context, rows) => writeUnits(context, mapping, rows),
});

/**
 * Imports the units of a file, with their buildings, areas and states. @rule D-28
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importUnits = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: UnitMapping },
): Promise<ImportCounts> => importFile(house, unitImport(mapping), order);
